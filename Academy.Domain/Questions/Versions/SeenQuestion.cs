using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Academy.Domain.Data;

namespace Academy.Domain.Questions.Versions;

/// <summary>A question as somebody saw it before acting on it.</summary>
/// <param name="Id">The question.</param>
/// <param name="Number">Of its latest version.</param>
/// <param name="State">How far that had come.</param>
/// <param name="Filed">Tells one filing from another: its bank and drawer, its name and tags, and whether it is in use.</param>
public sealed record SeenQuestion(long Id, int Number, VersionState State, string Filed) : IParsable<SeenQuestion>
{
    private const char Between = '.';

    /// <summary>As it stands now.</summary>
    public static SeenQuestion Of(Question question) => Of(
        question.Id, question.Latest!.Number, question.Latest.State, question.BankId, question.CategoryId, question.Name,
        question.Tags.Select(t => t.Tag), question.RetiredAt);

    public static SeenQuestion Of(
        long id, int number, VersionState state, long bankId, long? categoryId, string? name, IEnumerable<string> tags,
        DateTimeOffset? retiredAt) =>
        new(id, number, state, Fingerprint.Of(bankId, name, categoryId, tags.Order(StringComparer.Ordinal), retiredAt));

    /// <summary>Whether the question still is as it was seen.</summary>
    public bool IsOf(Question question) => this == Of(question);

    public static SeenQuestion Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var seen)
            ? seen
            : throw new FormatException("A question as seen is its id, a version, a state and a filing.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SeenQuestion result)
    {
        result = s?.Split(Between) is [var id, var number, var state, { Length: > 0 } filed]
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var questionId)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && Enum.TryParse<VersionState>(state, out var stood)
                ? new SeenQuestion(questionId, version, stood, filed)
                : null;
        return result is not null;
    }

    /// <summary>As forms carry it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Id}{Between}{Number}{Between}{State}{Between}{Filed}");
}
