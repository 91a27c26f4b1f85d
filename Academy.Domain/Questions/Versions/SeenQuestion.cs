using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Academy.Domain.Questions.Versions;

/// <summary>A question as somebody saw it before acting on it: its latest version, and how far that had come.</summary>
public sealed record SeenQuestion(long Id, int Number, VersionState State) : IParsable<SeenQuestion>
{
    private const char Between = '.';

    public static SeenQuestion Of(Question question) => new(question.Id, question.Latest!.Number, question.Latest.State);

    /// <summary>Whether the question still is as it was seen.</summary>
    public bool IsOf(Question question) => this == Of(question);

    public static SeenQuestion Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var seen) ? seen : throw new FormatException("A question as seen is its id, a version and a state.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SeenQuestion result)
    {
        result = s?.Split(Between) is [var id, var number, var state]
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var questionId)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && Enum.TryParse<VersionState>(state, out var stood)
                ? new SeenQuestion(questionId, version, stood)
                : null;
        return result is not null;
    }

    /// <summary>As forms carry it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}{Between}{Number}{Between}{State}");
}
