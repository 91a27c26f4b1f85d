using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;
using MiniExcelLibs;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>Writes questions as a workbook, one a row, under the heads that other systems here know too.</summary>
public sealed partial class WorkbookWriter
{
    private const int FewestOptionColumns = 4;
    private const string Blank = "____";

    private static readonly string[] HeadsBefore = ["题型", "题干"];
    private static readonly string[] HeadsBehind = ["答案", "解析", "分值", "难度", "知识点", "标签", "分类"];

    private static readonly Dictionary<QuestionType, string> Types = new()
    {
        [QuestionType.SingleChoice] = "单选题",
        [QuestionType.MultipleChoice] = "多选题",
        [QuestionType.TrueFalse] = "判断题",
        [QuestionType.FillIn] = "填空题",
        [QuestionType.Numerical] = "填空题",
        [QuestionType.ShortAnswer] = "简答题",
        [QuestionType.Essay] = "论述题",
    };

    private readonly WritingLosses losses = new();

    private WorkbookWriter() { }

    public static QuestionExport Write(IReadOnlyList<DraftQuestion> questions)
    {
        var writer = new WorkbookWriter();
        var apart = WritingOrder.Of(questions).SelectMany(question => WritingOrder.Apart(question, writer.losses)).ToList();
        var columns = Math.Max(
            FewestOptionColumns,
            apart.Select(question => question.Type == QuestionType.TrueFalse ? 0 : question.Text.Options.Count).DefaultIfEmpty().Max());
        var written = apart.Where(writer.Fits).ToList();
        var rows = written.ConvertAll(question => writer.Row(question, columns));
        foreach (var question in WorkbookProof.Misread(written, rows)) writer.losses.Add(question, WritingLoss.Reading);
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Count > 0 ? rows : [Heads(columns)]);
        return new(stream.ToArray(), writer.losses.All);
    }

    private bool Fits(DraftQuestion question)
    {
        var fits = Types.ContainsKey(question.Type) && question.Text.Gaps.All(gap => gap.Type == QuestionType.FillIn);
        losses.AddIf(!fits, question, WritingLoss.Question, $"{question.Type}");
        return fits;
    }

    private Dictionary<string, object?> Row(DraftQuestion question, int columns)
    {
        Note(question);
        var text = question.Text;
        var row = Heads(columns);
        (row["题型"], row["题干"], row["答案"], row["解析"]) = (Types[text.Type], StemOf(text), KeyOf(text), text.Explanation.Plain);
        foreach (var (n, option) in (text.Type == QuestionType.TrueFalse ? [] : text.Options).Index())
            row[OptionHead(n)] = OptionOf(option.Text.Plain, n);
        (row["分值"], row["难度"]) = (HasPoints(text) ? text.Points : null, "易中难"[question.ToText().Difficulty - 1].ToString());
        row["知识点"] = Joined(question.Tags.Where(IsTopic));
        row["标签"] = Joined(question.Tags.Where(tag => !IsTopic(tag) && !tag.StartsWith("difficulty:", StringComparison.Ordinal)));
        row["分类"] = question.Category;
        return row;
    }

    /// <summary>What a sheet of plain cells says nothing of.</summary>
    private void Note(DraftQuestion question)
    {
        var text = question.Text;
        foreach (var name in question.Files.Select(file => file.Name).Union(QuestionProse.FileNames(text)))
            losses.Add(question, WritingLoss.Files, name);
        losses.AddIf(QuestionProse.Of(text).Any(prose => prose.Html is not null), question, WritingLoss.Formatting);
        losses.AddIf(
            text.Options.Any(option => option.Feedback is not null) || Typed(text).Any(answer => answer.Feedback is not null),
            question,
            WritingLoss.Feedback);
        losses.AddIf(!HasEvenWeights(text), question, WritingLoss.Weights);
        losses.AddIf(text.Points is not null && !HasPoints(text), question, WritingLoss.Points);
        losses.AddIf(text.MatchesCase, question, WritingLoss.MatchesCase);
        losses.AddIf(text.Type == QuestionType.Numerical, question, WritingLoss.Type, $"{QuestionType.FillIn}");
        losses.AddIf(text.Answers.Any(answer => answer.Tolerance > 0), question, WritingLoss.Tolerance);
        losses.AddIf(text.Criteria.Any(criterion => criterion.Words.Count > 0), question, WritingLoss.Criteria);
        losses.AddIf(question.Id is not null, question, WritingLoss.Id);
        losses.AddIf(question.Name is not null, question, WritingLoss.Name);
    }

    /// <summary>Whether all that is right shares the points, and what is wrong costs nothing.</summary>
    private static bool HasEvenWeights(QuestionText text)
    {
        var right = text.Options.Where(option => option.IsRight).ToList();
        return text.Options.All(option =>
            option.Weight >= 0 && (option.Weight == 0 || Math.Abs(option.Weight - (100m / right.Count)) < 0.01m))
            && Typed(text).All(answer => answer.Weight == 100);
    }

    private static bool HasPoints(QuestionText text) => text.Points is > 0 and <= SheetQuestion.MostPoints;

    /// <summary>With its gaps as readers of such files know them; only a question with gaps has any.</summary>
    internal static string StemOf(QuestionText text)
    {
        if (text.Blanks().Count == 0) return text.Stem.Plain;

        var shown = new HashSet<string>();
        var stem = Place().Replace(text.Stem.Plain, place => shown.Add(place.Value) ? Blank : place.Value);
        return $"{stem}{string.Concat(Enumerable.Repeat($" {Blank}", Math.Max(0, text.Gaps.Count - shown.Count)))}";
    }

    /// <summary>Behind its letter once more where it begins with it: one is taken for the column's.</summary>
    private static string OptionOf(string text, int index) =>
        OptionLetter.Without(text, index) == text ? text : $"{OptionKeys.LetterAt(index)}. {text}";

    internal static string KeyOf(QuestionText text) => text.Type switch
    {
        QuestionType.SingleChoice => Letters(text, option => option.Weight == text.Options.Max(other => other.Weight)),
        QuestionType.MultipleChoice => Letters(text, option => option.IsRight),
        QuestionType.TrueFalse => text.Options.Any(option => option is { Key: "true", IsRight: true }) ? "正确" : "错误",
        QuestionType.FillIn or QuestionType.Numerical => string.Join(
            '；',
            text.Blanks().Select(gap => string.Join(" / ", gap.Answers.Where(answer => answer.Weight > 0).Select(answer => answer.Text)))),
        _ => text.Criteria is [var only]
            ? Criterion(only)
            : string.Join('\n', text.Criteria.Select((criterion, n) => $"{n + 1}. {Criterion(criterion)}")),
    };

    private static string Criterion(Criterion criterion) =>
        criterion.Points == 1 ? criterion.Text : string.Create(CultureInfo.InvariantCulture, $"{criterion.Text}（{criterion.Points}分）");

    private static string Letters(QuestionText text, Func<Option, bool> isRight) =>
        string.Join(',', text.Options.Index().Where(option => isRight(option.Item)).Select(option => OptionKeys.LetterAt(option.Index)));

    private static IEnumerable<TypedAnswer> Typed(QuestionText text) => text.Answers.Concat(text.Gaps.SelectMany(gap => gap.Answers));

    private static Dictionary<string, object?> Heads(int columns) =>
        HeadsBefore.Concat(Enumerable.Range(0, columns).Select(OptionHead))
            .Concat(HeadsBehind)
            .ToDictionary(head => head, _ => (object?)null);

    private static string OptionHead(int index) => $"选项{OptionKeys.LetterAt(index)}";

    private static bool IsTopic(string tag) => tag.StartsWith("clause:", StringComparison.Ordinal);

    private static string? Joined(IEnumerable<string> tags) => string.Join('、', tags) is { Length: > 0 } joined ? joined : null;

    [GeneratedRegex(@"\[\[\d{1,3}\]\]")]
    private static partial Regex Place();
}
