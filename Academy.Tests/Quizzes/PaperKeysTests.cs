using System.Text.Json;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Questions;
using Academy.Web.Pages.Questions.Asking;
using Academy.Web.Pages.Quizzes;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Academy.Tests.Quizzes;

/// <summary>What pages call the things to choose from, and what the store does.</summary>
public sealed class PaperKeysTests
{
    private const int Seeds = 1_200;

    private static readonly QuestionText Choosing = Specimens.Cloze with
    {
        Gaps = [Specimens.Cloze.Gaps[0], new(QuestionType.SingleChoice, 1, Specimens.Single.Options, []), Specimens.Cloze.Gaps[2]],
    };

    public static TheoryData<QuestionType> Drawn =>
        [QuestionType.SingleChoice, QuestionType.MultipleChoice, QuestionType.Matching, QuestionType.Ordering, QuestionType.Cloze];

    [Theory, MemberData(nameof(Drawn))]
    public void A_key_of_the_paper_stands_for_each_thing_of_the_bank_as_often_as_for_another(QuestionType type)
    {
        var question = type == QuestionType.Cloze ? Choosing : Specimens.Of(type);

        var papers = Enumerable.Range(1, Seeds).Select(seed => BankKeysOf(Asked(question, seed))).ToList();

        var count = papers[0].Count;
        foreach (var place in Enumerable.Range(0, count))
        {
            var there = papers.CountBy(paper => paper[place]).ToList();
            Assert.Equal(count, there.Count);
            Assert.All(there, bank => Assert.InRange(bank.Value, 0.75 * Seeds / count, 1.25 * Seeds / count));
        }

        var orders = papers.Select(paper => string.Concat(paper)).Distinct().Count();
        Assert.Equal(Enumerable.Range(1, count).Aggregate(1, (all, next) => all * next), orders);
    }

    [Fact]
    public void Whatever_is_answered_comes_back_from_the_page_as_the_bank_has_it() => Gen.Select(
        Specimens.Marked.SelectMany(question => Specimens.AnswersTo(question).Select(answer => (Question: question, Answer: answer))),
        Gen.Int[1, 1_000_000]).Sample((answered, seed) =>
    {
        var asked = Asked(answered.Question, seed);

        var sent = AnswerInputs.ValueOf(asked with { Stored = answered.Answer.Value })?.ToJsonString() ?? "null";
        using var value = JsonDocument.Parse(sent);

        Assert.Equal(answered.Answer.Value, AnswerInputs.Read(asked, value.RootElement)?.Value);
    });

    /// <summary>Several choices are told in the order of the page: the bank's would tell how it has them.</summary>
    [Fact]
    public void Several_choices_are_told_in_the_order_of_the_page() => Gen.Int[1, 1_000_000].Sample(seed =>
    {
        var asked = Asked(Specimens.Multiple, seed);

        var told = AnswerInputs.ValueOf(asked with { Stored = """["a","b","c","d"]""" })!.ToJsonString();

        Assert.Equal("""["1","2","3","4"]""", told);
    }, iter: 50);

    [Fact]
    public void A_key_of_the_bank_is_none_on_the_page()
    {
        foreach (var question in Specimens.All.Append(Choosing))
        {
            var asked = Asked(question, 1);
            var answer = question.RightAnswer();
            if (!answer.Keys.Any() && !question.Fields().Any(field => field.IsChosen)) continue;

            using var value = JsonDocument.Parse(Renamed(answer.Value!));
            Assert.Null(AnswerInputs.Read(asked, value.RootElement));
            Assert.Null(AnswerInputs.Read(asked, new FormCollection(FieldsOf(answer).GroupBy(field => field.Key, field => field.Value)
                .ToDictionary(field => field.Key, field => new StringValues([.. field])))));
        }

        static string Renamed(string value) => value.StartsWith('{') ? value.Replace("{\"", "{\"slot-1-", StringComparison.Ordinal)
            .Replace(",\"", ",\"slot-1-", StringComparison.Ordinal) : value;

        static IEnumerable<(string Key, string Value)> FieldsOf(Answer answer) =>
            [.. answer.Keys.Select(key => ("slot-1", key)), .. answer.Fields.Select(field => ($"slot-1-{field.Key}", field.Value))];
    }

    /// <summary>What the bank calls that which stands at each place of the page.</summary>
    private static List<string> BankKeysOf(AskedQuestion asked)
    {
        var field = asked.Text.Fields().FirstOrDefault(field => field.IsChosen);
        var count = field?.Choices.Count ?? asked.Text.Choices().Count;
        return [.. Enumerable.Range(0, count).Select(place => BankKeyOf(asked, field, PaperKeys.At(place)))];
    }

    private static string BankKeyOf(AskedQuestion asked, AnswerField? field, string key)
    {
        if (asked.Text.Shape == AnswerShape.Order) return asked.Options.BankKeyOf(key)!;
        var sent = field is null ? (asked.Text.Shape == AnswerShape.Choices ? $"[\"{key}\"]" : $"\"{key}\"")
            : $$"""{"slot-1-{{field.Key}}":"{{key}}"}""";
        using var value = JsonDocument.Parse(sent);
        var answer = AnswerInputs.Read(asked, value.RootElement)!;
        return field is null ? answer.Keys.Single() : answer.In(field.Key);
    }

    private static AskedQuestion Asked(QuestionText question, int seed)
    {
        var version = new Question("asked", new Bank("made")).Write(question, null, TestClock.Tuesday);
        var blueprint = new Blueprint([], ShufflesQuestions: true, ShufflesOptions: true);
        var drawn = new Drawn(version.Id, Points.Of(5));
        return blueprint.LayOut([drawn], new Dictionary<long, QuestionVersion> { [version.Id] = version }, new Random(seed))
            .Single().Asked(MarkingScheme.AllOrNothing);
    }
}
