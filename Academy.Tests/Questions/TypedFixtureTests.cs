using System.Text.Json;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Typed;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

/// <summary>Typed texts of other projects, with what those expect of them.</summary>
public class TypedFixtureTests
{
    private const string Folder = "zh-text/shiroha-regression";

    private static readonly Dictionary<string, QuestionType> Types = new()
    {
        ["SINGLE"] = QuestionType.SingleChoice,
        ["MULTIPLE"] = QuestionType.MultipleChoice,
        ["JUDGE"] = QuestionType.TrueFalse,
        ["BLANK"] = QuestionType.FillIn,
        ["SHORT"] = QuestionType.ShortAnswer,
    };

    public static TheoryData<string> Cases =>
        [.. Fixtures.AreThere ? Fixtures.Files($"{Folder}/expected").Select(file => Path.GetFileNameWithoutExtension(file)) : []];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void A_text_gives_the_questions_that_are_expected_and_reports_those_without_a_key(string id)
    {
        var expected = JsonDocument.Parse(Fixtures.Read($"{Folder}/expected/{id}.json")).RootElement.GetProperty("expected");

        var file = ReadCase(id);

        var held = file.Questions.Count + file.Reported.Count(message => message.Position > 0);
        Assert.Equal(expected.GetProperty("questionCount").GetInt32(), held);
        if (expected.TryGetProperty("answeredCount", out var answered)) Assert.Equal(answered.GetInt32(), file.Questions.Count);
        Assert.All(
            file.Reported.Where(message => message.Position > 0),
            message => Assert.Equal(ReadingProblem.NoRightAnswer, message.Problem));
        if (!expected.TryGetProperty("questions", out var questions)) return;

        foreach (var wanted in questions.EnumerateArray())
        {
            var question = file.Questions.SingleOrDefault(question => question.Name == Text(wanted, "number"));
            if (question is null) Assert.True(!HasAnswer(wanted), $"{Text(wanted, "number")} is missing");
            else Compare(wanted, question);
        }
    }

    [Fact]
    public void A_bank_of_one_line_questions_gives_its_judgments_and_reports_letters_that_have_no_options()
    {
        var file = TypedReader.Read(Fixtures.Read("zh-text/uestc-lab-safety.txt"));

        Assert.Equal(851, file.Questions.Count(question => question.Type == QuestionType.TrueFalse));
        Assert.Equal(851, file.Questions.Count);
        Assert.Equal(482, file.Reported.Count(message => message.Problem == ReadingProblem.TooFewOptions));
        Assert.Equal(482, file.Reported.Count);
    }

    private static QuestionFile ReadCase(string id)
    {
        var samples = Fixtures.Files($"{Folder}/samples")
            .Where(file => file.StartsWith(id[..3], StringComparison.Ordinal))
            .Select(file => $"{Folder}/samples/{file}")
            .ToList();
        if (samples.Count == 1) return QuestionFormats.Read(Fixtures.Bytes(samples[0]))!.Value.File;
        return TypedReader.Read(
            Fixtures.Read(samples.Single(file => file.EndsWith("_questions.txt", StringComparison.Ordinal))),
            Fixtures.Read(samples.Single(file => file.EndsWith("_answers.txt", StringComparison.Ordinal))));
    }

    private static bool HasAnswer(JsonElement wanted) =>
        wanted.TryGetProperty("answerTextContains", out _)
        || (wanted.TryGetProperty("answer", out var answer) && answer.GetArrayLength() > 0);

    private static void Compare(JsonElement wanted, DraftQuestion question)
    {
        if (wanted.TryGetProperty("type", out var type)) Assert.Equal(Types[type.GetString()!], question.Type);
        if (wanted.TryGetProperty("stemContains", out var part))
            Assert.Contains(part.GetString()!, question.Text.Stem.Plain, StringComparison.Ordinal);
        if (wanted.TryGetProperty("stemNotContains", out var parts))
        {
            Assert.All(
                parts.EnumerateArray(),
                other => Assert.DoesNotContain(other.GetString()!, question.Text.Stem.Plain, StringComparison.Ordinal));
        }

        if (wanted.TryGetProperty("optionCount", out var count) && question.Type != QuestionType.TrueFalse)
            Assert.Equal(count.GetInt32(), question.Text.Options.Count);
        if (wanted.TryGetProperty("analysisContains", out var reason))
            Assert.Contains(reason.GetString()!, question.Text.Explanation.Plain, StringComparison.Ordinal);
        if (wanted.TryGetProperty("answerTextContains", out var answer))
            Assert.Contains(answer.GetString()!, KeyOf(question), StringComparison.Ordinal);
        if (HasAnswer(wanted) && wanted.TryGetProperty("answer", out var key))
            Assert.Equal(string.Join(',', key.EnumerateArray().Select(letter => letter.GetString())), KeyOf(question));
        if (wanted.TryGetProperty("options", out var options))
        {
            Assert.Equal(
                options.EnumerateObject().Select(option => option.Value.GetString()),
                question.Text.Options.Select(option => option.Text.Plain));
        }
    }

    private static string KeyOf(DraftQuestion question) => question.Type switch
    {
        QuestionType.TrueFalse => question.Text.Options.Single(option => option.IsRight).Key == "true" ? "正确" : "错误",
        QuestionType.FillIn => string.Join('；', question.Text.Blanks().Select(gap => gap.Answers[0].Text)),
        QuestionType.ShortAnswer => string.Join(' ', question.Text.Criteria.Select(point => point.Text)),
        _ => string.Join(',', question.Text.Options.Where(option => option.IsRight).Select(option => option.Key.ToUpperInvariant())),
    };

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
