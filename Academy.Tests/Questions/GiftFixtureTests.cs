using System.Text.Json;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Texts;
using AngleSharp.Html.Parser;
using Markdig;

namespace Academy.Tests.Questions;

/// <summary>Files of Moodle and of other readers, with what those make of them.</summary>
public partial class GiftFixtureTests
{
    private const string Grammar = "gift/gift-grammar-pegjs";

    private static readonly string[] GrammarFiles =
    [
        "category1", "description1", "descriptionWithID", "escapeEquals", "essay1", "formatExamples", "markdown", "matching1", "mc1", "mc2",
        "mc4",
        "mcHTMLComment", "multipleAnswersFloat", "numerical1", "options1", "shortAnswer1", "shortAnswer2", "tag_id", "tag_two_tags", "tf1",
        "tf1_html", "tf1_markdown", "totara_moodle_essay", "totara_moodle_multichoice", "totara_moodle_shortanswer",
        "totara_moodle_truefalse",
    ];

    public static TheoryData<string> Trees => [.. GrammarFiles];

    [Theory, MemberData(nameof(Trees))]
    public void Reads_what_the_grammar_reads(string name)
    {
        var file = GiftReader.Read(Fixtures.Read($"{Grammar}/{name}.gift"));
        using var tree = JsonDocument.Parse(Fixtures.Read($"{Grammar}/{name}.json"));
        var nodes = tree.RootElement.EnumerateArray().ToLookup(node => Text(node, "type") == "Category");

        Assert.Equal(nodes[true].Select(node => Text(node, "title")).SingleOrDefault(), file.Category);
        Assert.Equal(nodes[false].Count(), file.Questions.Count + file.Reported.Count);
        foreach (var (index, node) in nodes[false].Index()) Agrees(node, file, index + 1);
    }

    [Fact]
    public void Reads_as_many_questions_of_each_type_as_the_grammar()
    {
        var files = GrammarFiles.Select(name => GiftReader.Read(Fixtures.Read($"{Grammar}/{name}.gift"))).ToList();
        var types = files.SelectMany(file => file.Questions).CountBy(question => question.Type).ToDictionary();

        Assert.Equal(16, types[QuestionType.SingleChoice] + types[QuestionType.MultipleChoice]);
        Assert.Equal(
            (7, 9, 4, 2, 11, 6),
            (
                types[QuestionType.TrueFalse],
                types[QuestionType.FillIn],
                types[QuestionType.Essay],
                types[QuestionType.Matching],
                types[QuestionType.Numerical],
                types[QuestionType.Description]));
        Assert.Empty(files.SelectMany(file => file.Reported));
    }

    [Fact]
    public void Reads_a_category_that_Moodle_exported()
    {
        var file = GiftReader.Read(Fixtures.Read("gift/moodle/questions_in_category.gift.txt"));

        Assert.Equal("$course$/Default for New Features", file.Category);
        Assert.Empty(file.Reported);
        Assert.Equal(
            [QuestionType.Matching, QuestionType.SingleChoice, QuestionType.FillIn, QuestionType.TrueFalse],
            file.Questions.Select(question => question.Type));
        Assert.Equal(["Forum", "Choice", "Database", "Wiki", "Chat"], file.Questions[0].Text.Pairs.Select(pair => pair.Right));
        Assert.Equal(
            ("A collection of web pages that anyone can add to or edit.", ""),
            (file.Questions[0].Text.Pairs[3].Left, file.Questions[0].Text.Pairs[4].Left));
        Assert.Equal("Listen to this greeting:\nWhat language is being spoken?", file.Questions[1].Text.Stem.Plain);
        Assert.Equal("Yes, well done!", file.Questions[1].Text.Options.Single(option => option.IsRight).Feedback);
        Assert.Equal(new TypedAnswer("Moodler", 100), Assert.Single(file.Questions[2].Text.Answers));
        Assert.Equal("Moodle is an acronym for Modular Object-Oriented Dynamic Learning Environment.", file.Questions[3].Text.Stem);
    }

    [Theory]
    [InlineData("missing_words", 1, QuestionType.SingleChoice)]
    [InlineData("multichoice", 2, QuestionType.SingleChoice, 2, QuestionType.MultipleChoice)]
    [InlineData("true_false", 4, QuestionType.TrueFalse)]
    [InlineData("essay", 2, QuestionType.Essay)]
    [InlineData("matching", 2, QuestionType.Matching)]
    [InlineData("numericals", 4, QuestionType.Numerical)]
    [InlineData("shorts", 4, QuestionType.FillIn)]
    public void Reads_the_types_of_a_file(string name, int count, QuestionType type, int others = 0, QuestionType other = default)
    {
        var file = GiftReader.Read(Fixtures.Read($"gift/qas-editor/{name}.gift"));

        Assert.Empty(file.Reported);
        Assert.Equal(count + others, file.Questions.Count);
        Assert.Equal(count, file.Questions.Count(question => question.Type == type));
        Assert.Equal(others, others == 0 ? 0 : file.Questions.Count(question => question.Type == other));
    }

    [Fact]
    public void Reads_numbers_with_their_tolerance_and_what_is_said_of_any_other()
    {
        var questions = GiftReader.Read(Fixtures.Read("gift/qas-editor/numericals.gift")).Questions;

        Assert.Equal(
            [("2006", 100, 1m), ("*", 0, null)],
            questions[0].Text.Answers.Select(answer => (answer.Text, (int)answer.Weight, answer.Tolerance)));
        Assert.StartsWith("Although it's not quite sure", questions[0].Text.Answers[1].Feedback?.Plain, StringComparison.Ordinal);
        Assert.Equal(
            [("3", 2m), ("3", 2m)],
            questions.Skip(2).Select(question => (question.Text.Answers[0].Text, question.Text.Answers[0].Tolerance!.Value)));
    }

    [Fact]
    public void Reads_choices_written_in_html()
    {
        var questions = GiftReader.Read(Fixtures.Read("gift/qas-editor/multichoice.gift")).Questions;

        Assert.Equal(["108", null, "1015", null], questions.Select(question => question.Id));
        Assert.Equal(
            [QuestionType.MultipleChoice, QuestionType.SingleChoice, QuestionType.SingleChoice, QuestionType.MultipleChoice],
            questions.Select(question => question.Type));
        Assert.Equal("November 2015", questions[2].Text.Options.Single(option => option.IsRight).Text);
        Assert.Equal(
            [33.33333m, -33.33333m, 33.33333m, -33.33333m, -33.33333m, 33.33333m],
            questions[3].Text.Options.Select(option => option.Weight));
        Assert.StartsWith(
            "Remember - the developer docs Release notes are your friend! http://docs",
            questions[2].Text.Explanation?.Plain,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_true_false_with_feedback_for_either_side()
    {
        var questions = GiftReader.Read(Fixtures.Read("gift/qas-editor/true_false.gift")).Questions;

        Assert.Equal(
            ["true", "false", "true", "false"],
            questions.Select(question => question.Text.Options.Single(option => option.IsRight).Key));
        Assert.StartsWith("Your answer is correct", questions[0].Text.Options[0].Feedback?.Plain, StringComparison.Ordinal);
        Assert.StartsWith("Your answer is incorrect", questions[0].Text.Options[1].Feedback?.Plain, StringComparison.Ordinal);
        Assert.StartsWith("This question is operating with Interactive", questions[0].Text.Explanation?.Plain, StringComparison.Ordinal);
    }

    private static void Agrees(JsonElement node, QuestionFile file, int position)
    {
        var question = Assert.Single(file.Questions, question => question.Position == position);
        Assert.Equal(Text(node, "title"), question.Name);
        Assert.Equal(Text(node, "id"), question.Id);
        Assert.Equal(Plain(node, "stem"), Tidy(question.Text.Stem));
        Assert.Equal(Plain(node, "globalFeedback"), Tidy(question.Text.Explanation));
        switch (Text(node, "type"))
        {
            case "TF": AgreesOnTruth(node, question); break;
            case "MC": AgreesOnChoices([.. node.GetProperty("choices").EnumerateArray()], question); break;
            case "Short": AgreesOnWords([.. node.GetProperty("choices").EnumerateArray()], question); break;
            case "Matching": AgreesOnPairs([.. node.GetProperty("matchPairs").EnumerateArray()], question); break;
            case "Numerical": AgreesOnNumbers(node.GetProperty("choices"), question); break;
            default: Assert.Equal(Text(node, "type") == "Essay" ? QuestionType.Essay : QuestionType.Description, question.Type); break;
        }
    }

    private static void AgreesOnWords(IReadOnlyList<JsonElement> choices, DraftQuestion question)
    {
        Assert.Equal(QuestionType.FillIn, question.Type);
        Assert.Equal(
            choices.Select(choice => (Plain(choice, "text"), Weight(choice), Plain(choice, "feedback"))),
            question.Text.Answers.Select(answer => (Tidy(answer.Text), answer.Weight, Tidy(answer.Feedback))));
    }

    private static void AgreesOnPairs(IReadOnlyList<JsonElement> pairs, DraftQuestion question)
    {
        Assert.Equal(QuestionType.Matching, question.Type);
        Assert.Equal(
            pairs.Select(pair => (Plain(pair, "subquestion") ?? "", Text(pair, "subanswer")!)),
            question.Text.Pairs.Select(pair => (Tidy(pair.Left) ?? "", pair.Right.Plain)));
    }

    /// <summary>One answer is an object with a number and a range, or two bounds; several are choices.</summary>
    private static void AgreesOnNumbers(JsonElement choices, DraftQuestion question)
    {
        Assert.Equal(QuestionType.Numerical, question.Type);
        var numbers = choices.ValueKind == JsonValueKind.Array
            ? [.. choices.EnumerateArray().Select(choice => choice.GetProperty("text"))]
            : new[] { choices };
        Assert.Equal(numbers.Select(Bounds), question.Text.Answers.Select(answer =>
            (Number(answer.Text) - answer.Tolerance!.Value, Number(answer.Text) + answer.Tolerance!.Value)));
    }

    private static (decimal Low, decimal High) Bounds(JsonElement number) => Text(number, "type") switch
    {
        "high-low" => (number.GetProperty("numberLow").GetDecimal(), number.GetProperty("numberHigh").GetDecimal()),
        "range" => (
            number.GetProperty("number").GetDecimal() - number.GetProperty("range").GetDecimal(),
            number.GetProperty("number").GetDecimal() + number.GetProperty("range").GetDecimal()),
        _ => (number.GetProperty("number").GetDecimal(), number.GetProperty("number").GetDecimal()),
    };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void AgreesOnTruth(JsonElement node, DraftQuestion question)
    {
        var isTrue = node.GetProperty("isTrue").GetBoolean();

        Assert.Equal([isTrue, !isTrue], question.Text.Options.Select(option => option.IsRight));
        Assert.Equal(Plain(node, "trueFeedback"), Tidy(question.Text.Options[0].Feedback));
        Assert.Equal(Plain(node, "falseFeedback"), Tidy(question.Text.Options[1].Feedback));
    }

    private static void AgreesOnChoices(IReadOnlyList<JsonElement> choices, DraftQuestion question)
    {
        Assert.Equal(choices.Any(IsCorrect) ? QuestionType.SingleChoice : QuestionType.MultipleChoice, question.Type);
        Assert.Equal(choices.Select(choice => Plain(choice, "text")), question.Text.Options.Select(option => Tidy(option.Text)));
        Assert.Equal(choices.Select(Weight), question.Text.Options.Select(option => option.Weight));
        Assert.Equal(choices.Select(choice => Plain(choice, "feedback")), question.Text.Options.Select(option => Tidy(option.Feedback)));
    }

    private static bool IsCorrect(JsonElement choice) => choice.GetProperty("isCorrect").GetBoolean();

    private static decimal Weight(JsonElement choice)
    {
        if (choice.GetProperty("weight") is { ValueKind: JsonValueKind.Number } weight) return weight.GetDecimal();
        return IsCorrect(choice) ? 100 : 0;
    }

    private static string? Text(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) ? value.GetString() : null;

    private static string? Plain(JsonElement node, string property)
    {
        if (!node.TryGetProperty(property, out var value) || value.ValueKind == JsonValueKind.Null) return null;

        var text = Text(value, "text")!;
        return Text(value, "format") switch
        {
            "html" => Tidied(new HtmlParser().ParseDocument(text).Body!.TextContent),
            "markdown" => Tidied(new HtmlParser().ParseDocument(Markdown.ToHtml(text)).Body!.TextContent),
            _ => Tidied(text),
        };
    }

    /// <summary>White space as the grammar leaves it, which joins lines and puts a space behind a gap.</summary>
    private static string? Tidy(Prose? text) => text is null || text.IsEmpty ? null : Tidied(text.Plain);

    private static string? Tidied(string? text) =>
        text is null ? null : Spaces().Replace(text, " ").Trim().Replace("_____ .", "_____.", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
