using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Cloze;

/// <summary>Reads a file that is one text with Moodle's embedded answers.</summary>
public static class ClozeReader
{
    public static QuestionFile Read(string text, CancellationToken ct = default)
    {
        var sorter = new QuestionSorter();
        var cloze = ClozeText.Read(new FormattedSource(text, FormattedText.HasTags(text) ? FormattedText.HtmlFormat : "", Time: ct));
        var draft = new DraftQuestion
        {
            Position = 1,
            Line = 1 + text.TakeWhile(char.IsWhiteSpace).Count(c => c == '\n'),
            Text = cloze.ToText(),
        };
        if (sorter.Sort(draft, cloze.Problem ?? DraftRules.Problem(draft.Text)) && cloze.MixesCase)
            sorter.Remark(1, draft.Line, ReadingProblem.MixedCase);
        return sorter.ToFile();
    }
}
