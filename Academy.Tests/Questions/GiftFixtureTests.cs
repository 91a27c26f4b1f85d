using System.Text.Json;
using System.Text.RegularExpressions;
using Academy.Domain.Questions;
using Academy.Domain.Questions.Formats;
using AngleSharp.Html.Parser;

namespace Academy.Tests.Questions;

/// <summary>Files of Moodle and of other readers, with what those make of them.</summary>
public partial class GiftFixtureTests
{
    private const string Grammar = "gift/gift-grammar-pegjs";

    private static readonly string[] GrammarFiles =
    [
        "category1", "description1", "descriptionWithID", "escapeEquals", "essay1", "formatExamples", "markdown", "matching1", "mc1", "mc2", "mc4",
        "mcHTMLComment", "multipleAnswersFloat", "numerical1", "options1", "shortAnswer1", "shortAnswer2", "tag_id", "tag_two_tags", "tf1",
        "tf1_html", "tf1_markdown", "totara_moodle_essay", "totara_moodle_multichoice", "totara_moodle_shortanswer", "totara_moodle_truefalse",
    ];

    private static readonly Dictionary<string, string> Unsupported = new()
    {
        ["Short"] = "short-answer",
        ["Essay"] = "essay",
        ["Matching"] = "matching",
        ["Numerical"] = "numerical",
        ["Description"] = "description",
    };

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
        Assert.Equal(7, types[QuestionType.TrueFalse]);
        Assert.Equal(9 + 4 + 2 + 11 + 6, files.Sum(file => file.Reported.Count));
    }

    [Fact]
    public void Reads_a_category_that_Moodle_exported()
    {
        var file = GiftReader.Read(Fixtures.Read("gift/moodle/questions_in_category.gift.txt"));

        Assert.Equal("$course$/Default for New Features", file.Category);
        Assert.Equal([(1, "matching"), (3, "short-answer")], file.Reported.Select(message => (message.Position, message.Detail)));
        Assert.Equal([(2, QuestionType.SingleChoice), (4, QuestionType.TrueFalse)], file.Questions.Select(question => (question.Position, question.Type)));
        Assert.Equal("Listen to this greeting:\nWhat language is being spoken?", file.Questions[0].Stem);
        Assert.Equal("Yes, well done!", file.Questions[0].Options.Single(option => option.IsRight).Feedback);
        Assert.Equal("Moodle is an acronym for Modular Object-Oriented Dynamic Learning Environment.", file.Questions[1].Stem);
    }

    [Theory]
    [InlineData("missing_words", 1, null, 0)]
    [InlineData("multichoice", 4, null, 0)]
    [InlineData("true_false", 4, null, 0)]
    [InlineData("essay", 0, "essay", 2)]
    [InlineData("matching", 0, "matching", 2)]
    [InlineData("numericals", 0, "numerical", 4)]
    [InlineData("shorts", 0, "short-answer", 4)]
    public void Reads_one_type_a_file(string name, int read, string? unsupported, int reported)
    {
        var file = GiftReader.Read(Fixtures.Read($"gift/qas-editor/{name}.gift"));

        Assert.Equal((read, reported), (file.Questions.Count, file.Reported.Count));
        Assert.All(file.Reported, message => Assert.Equal((ReadingProblem.UnsupportedType, unsupported), (message.Problem, message.Detail)));
    }

    [Fact]
    public void Reads_choices_written_in_html()
    {
        var questions = GiftReader.Read(Fixtures.Read("gift/qas-editor/multichoice.gift")).Questions;

        Assert.Equal(["108", null, "1015", null], questions.Select(question => question.Id));
        Assert.Equal([QuestionType.MultipleChoice, QuestionType.SingleChoice, QuestionType.SingleChoice, QuestionType.MultipleChoice], questions.Select(question => question.Type));
        Assert.Equal("November 2015", questions[2].Options.Single(option => option.IsRight).Text);
        Assert.Equal([33.33333m, -33.33333m, 33.33333m, -33.33333m, -33.33333m, 33.33333m], questions[3].Options.Select(option => option.Weight));
        Assert.StartsWith("Remember - the developer docs Release notes are your friend! http://docs", questions[2].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_true_false_with_feedback_for_either_side()
    {
        var questions = GiftReader.Read(Fixtures.Read("gift/qas-editor/true_false.gift")).Questions;

        Assert.Equal(["true", "false", "true", "false"], questions.Select(question => question.Options.Single(option => option.IsRight).Key));
        Assert.StartsWith("Your answer is correct", questions[0].Options[0].Feedback, StringComparison.Ordinal);
        Assert.StartsWith("Your answer is incorrect", questions[0].Options[1].Feedback, StringComparison.Ordinal);
        Assert.StartsWith("This question is operating with Interactive", questions[0].Explanation, StringComparison.Ordinal);
    }

    private static void Agrees(JsonElement node, QuestionFile file, int position)
    {
        if (Unsupported.TryGetValue(Text(node, "type")!, out var type))
        {
            var message = Assert.Single(file.Reported, message => message.Position == position);
            Assert.Equal((ReadingProblem.UnsupportedType, type), (message.Problem, message.Detail));
            return;
        }

        var question = Assert.Single(file.Questions, question => question.Position == position);
        Assert.Equal(Text(node, "title"), question.Name);
        Assert.Equal(Text(node, "id"), question.Id);
        Assert.Equal(Plain(node, "stem"), Tidy(question.Stem));
        Assert.Equal(Plain(node, "globalFeedback"), Tidy(question.Explanation));
        if (question.Type == QuestionType.TrueFalse) AgreesOnTruth(node, question);
        else AgreesOnChoices([.. node.GetProperty("choices").EnumerateArray()], question);
    }

    private static void AgreesOnTruth(JsonElement node, DraftQuestion question)
    {
        var isTrue = node.GetProperty("isTrue").GetBoolean();

        Assert.Equal([isTrue, !isTrue], question.Options.Select(option => option.IsRight));
        Assert.Equal(Plain(node, "trueFeedback"), Tidy(question.Options[0].Feedback));
        Assert.Equal(Plain(node, "falseFeedback"), Tidy(question.Options[1].Feedback));
    }

    private static void AgreesOnChoices(IReadOnlyList<JsonElement> choices, DraftQuestion question)
    {
        Assert.Equal(choices.Any(IsCorrect) ? QuestionType.SingleChoice : QuestionType.MultipleChoice, question.Type);
        Assert.Equal(choices.Select(choice => Plain(choice, "text")), question.Options.Select(option => Tidy(option.Text)));
        Assert.Equal(choices.Select(Weight), question.Options.Select(option => option.Weight));
        Assert.Equal(choices.Select(choice => Plain(choice, "feedback")), question.Options.Select(option => Tidy(option.Feedback)));
    }

    private static bool IsCorrect(JsonElement choice) => choice.GetProperty("isCorrect").GetBoolean();

    private static decimal Weight(JsonElement choice) =>
        choice.GetProperty("weight") is { ValueKind: JsonValueKind.Number } weight ? weight.GetDecimal() : IsCorrect(choice) ? 100 : 0;

    private static string? Text(JsonElement node, string property) => node.TryGetProperty(property, out var value) ? value.GetString() : null;

    private static string? Plain(JsonElement node, string property)
    {
        if (!node.TryGetProperty(property, out var value) || value.ValueKind == JsonValueKind.Null) return null;

        var text = Text(value, "text")!;
        return Tidy(Text(value, "format") == "html" ? new HtmlParser().ParseDocument(text).Body!.TextContent : text);
    }

    /// <summary>White space as the grammar leaves it, which joins lines and puts a space behind a gap.</summary>
    private static string? Tidy(string? text) =>
        text is null ? null : Spaces().Replace(text, " ").Trim().Replace("_____ .", "_____.", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
