using System.Text;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>Writes questions as Moodle's GIFT.</summary>
public sealed class GiftWriter
{
    private static readonly char[] UnfitForTags = ['[', '\\', '\n', '\r'];

    private readonly WritingLosses losses = new();
    private readonly StringBuilder file = new();
    private string? category;

    private GiftWriter() { }

    public static QuestionExport Write(IReadOnlyList<DraftQuestion> questions)
    {
        var writer = new GiftWriter();
        foreach (var question in WritingOrder.Of(questions).SelectMany(question => WritingOrder.Apart(question, writer.losses)))
            writer.Add(question);
        return new(Encoding.UTF8.GetBytes(writer.file.ToString()), writer.losses.All);
    }

    private void Add(DraftQuestion question)
    {
        if (question.Type is QuestionType.Ordering or QuestionType.Cloze || question.Text.Gaps.Count > 0)
        {
            losses.Add(question, WritingLoss.Question, $"{question.Type}");
            return;
        }

        Note(question);
        Enter(question.Category);
        foreach (var mark in Marks(question)) file.Append("// ").Append(mark).Append('\n');
        if (question.Name is { } name) file.Append("::").Append(GiftEscapes.Write(name)).Append("::");
        file.Append(new GiftAnswersWriter(question.Text).Write()).Append("\n\n");
    }

    private void Enter(string? entered)
    {
        if (entered == category) return;
        file.Append(GiftBlock.CategoryMark).Append(' ').Append(GiftEscapes.Write(entered ?? "")).Append("\n\n");
        category = entered;
    }

    private IEnumerable<string> Marks(DraftQuestion question)
    {
        if (question.Id is { } id && IsFit(question, id, WritingLoss.Id)) yield return $"[id:{Mark(id)}]";
        foreach (var tag in question.Tags.Where(tag => IsFit(question, tag, WritingLoss.Tag))) yield return $"[tag:{Mark(tag)}]";
    }

    private bool IsFit(DraftQuestion question, string mark, WritingLoss loss)
    {
        var isFit = mark.Trim().Length > 0 && mark.IndexOfAny(UnfitForTags) < 0;
        losses.AddIf(!isFit, question, loss, mark);
        return isFit;
    }

    private void Note(DraftQuestion question)
    {
        var text = question.Text;
        foreach (var name in question.Files.Select(f => f.Name).Union(QuestionProse.FileNames(text)))
            losses.Add(question, WritingLoss.Files, name);
        losses.AddIf(text.Points is not null, question, WritingLoss.Points);
        losses.AddIf(text.MatchesCase, question, WritingLoss.MatchesCase);
        losses.AddIf(text.Criteria.Count > 0, question, WritingLoss.Criteria);
        losses.AddIf(text.Type == QuestionType.ShortAnswer, question, WritingLoss.Type, $"{QuestionType.Essay}");
        losses.AddIf(text.Type == QuestionType.Description && !text.Explanation.IsEmpty, question, WritingLoss.Explanation);
    }

    private static string Mark(string text) =>
        GiftEscapes.Write(text.Replace("]", @"\]", StringComparison.Ordinal)).Replace(@"\\]", @"\]", StringComparison.Ordinal);
}
