namespace Academy.Domain.Questions.Formats;

/// <summary>Reads Moodle's GIFT: choices, true/false, typed words and numbers, matching, essays and descriptions.</summary>
public static class GiftReader
{
    public static QuestionFile Read(string text)
    {
        var categories = new List<string>();
        var questions = new List<DraftQuestion>();
        var reported = new List<ReadingMessage>();
        var rules = new GiftRules();
        var position = 0;

        foreach (var block in new GiftScanner(GiftEscapes.Hide(text)).Blocks())
        {
            if (block.IsCategory)
            {
                categories.Add(block.Category);
                continue;
            }

            var question = new GiftQuestion(block);
            position++;
            if (rules.Objection(question) is { } objection) reported.Add(new(position, block.Line, objection.Problem, objection.Detail));
            else questions.Add(question.Draft(position, categories.LastOrDefault()));
        }

        return new(categories.FirstOrDefault(), questions, reported);
    }
}
