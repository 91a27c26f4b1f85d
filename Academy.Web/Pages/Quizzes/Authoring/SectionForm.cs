using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Questions;
using Academy.Web.Pages.Questions.Editor;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>A section of a paper as fields of a form: drawn from a bank, or the questions that are named.</summary>
public sealed class SectionForm
{
    private static readonly char[] Separators = [',', '，', '、', ';', '；', '\n', '\r', ' '];

    public QuestionType Type { get; set; }
    public string? Bank { get; set; }
    public string? Draw { get; set; }
    public string? Points { get; set; }
    public List<long> Categories { get; set; } = [];
    public string? Tags { get; set; }

    /// <summary>One to a line, as <see cref="QuestionName"/> reads them. When there are any, nothing is drawn.</summary>
    public string? Questions { get; set; }

    internal bool IsEmpty => FormText.AreEmpty(Draw, Questions);

    public static SectionForm Of(Section section) => new()
    {
        Type = section.Type,
        Bank = section.Banks is [var bank, ..] ? bank : null,
        Draw = section.IsFixed ? null : Numerals.Write((decimal)section.Draw),
        Points = section.PointsEach.ToString(),
        Categories = [.. section.Categories],
        Tags = string.Join('、', section.Tags),
        Questions = string.Join('\n', section.Questions),
    };

    public Section Read(Action<QuizRefusal> refuse)
    {
        var points = Numerals.Read(Points);
        if (points is null or > 1000) refuse(QuizRefusal.PointsMalformed);
        var (questions, worth) = (NamesOf(Questions), Domain.Scoring.Points.Of(points is > 1000 ? 0 : points ?? 0));
        IReadOnlyList<string> banks = string.IsNullOrEmpty(Bank) ? [] : [Bank];
        return new Section(Type, worth, banks, questions.Length > 0 ? 0 : DrawOf(Draw), questions)
        {
            Categories = [.. Categories],
            Tags = QuestionTag.Read(Tags),
        };
    }

    /// <summary>A whole number of questions; anything else is none.</summary>
    private static int DrawOf(string? written)
    {
        var count = Numerals.Read(written);
        return count is >= 0 and <= QuizDraft.MostQuestions && count == Math.Truncate(count.Value) ? (int)count : 0;
    }

    private static string[] NamesOf(string? written) =>
        [.. (written ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}
