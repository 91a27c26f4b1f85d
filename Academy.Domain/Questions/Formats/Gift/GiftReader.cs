namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>Reads Moodle's GIFT: choices, true/false, typed words and numbers, matching, essays and descriptions.</summary>
public static class GiftReader
{
    public static QuestionFile Read(string text, CancellationToken ct = default)
    {
        var sorter = new QuestionSorter();
        foreach (var block in new GiftScanner(GiftEscapes.Hide(text)).Blocks())
        {
            ct.ThrowIfCancellationRequested();
            if (block.IsCategory)
            {
                sorter.Enter(block.Category);
                continue;
            }

            var question = new GiftQuestion(block, ct);
            var draft = question.Draft(sorter.Position, sorter.Category);
            sorter.Sort(draft, GiftRules.Problem(question, draft.Text), question.IsCutRight ? null : question.Source);
        }

        return sorter.ToFile();
    }
}
