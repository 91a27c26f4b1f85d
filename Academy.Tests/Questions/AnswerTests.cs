using System.Text.Json;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using CsCheck;

namespace Academy.Tests.Questions;

public class AnswerTests
{
    [Theory]
    [InlineData(QuestionType.SingleChoice, "\"b\"", "\"b\"")]
    [InlineData(QuestionType.TrueFalse, "\"true\"", "\"true\"")]
    [InlineData(QuestionType.MultipleChoice, "[\"a\"]", "[\"a\"]")]
    [InlineData(QuestionType.MultipleChoice, "[\"d\", \"a\", \"c\"]", "[\"a\",\"c\",\"d\"]")]
    [InlineData(QuestionType.MultipleChoice, "[]", null)]
    [InlineData(QuestionType.MultipleChoice, "null", null)]
    [InlineData(QuestionType.SingleChoice, "null", null)]
    [InlineData(QuestionType.TrueFalse, "null", null)]
    [InlineData(QuestionType.Ordering, "[\"c\", \"a\", \"d\", \"b\"]", "[\"c\",\"a\",\"d\",\"b\"]")]
    [InlineData(QuestionType.Ordering, "[]", null)]
    [InlineData(QuestionType.FillIn, "\" 银行\\u0007卡 \"", "\"银行卡\"")]
    [InlineData(QuestionType.FillIn, "\"  \"", null)]
    [InlineData(QuestionType.Numerical, "\"not a number\"", "\"not a number\"")]
    [InlineData(QuestionType.Essay, "\"one\\r\\ntwo\"", "\"one\\ntwo\"")]
    [InlineData(QuestionType.ShortAnswer, "null", null)]
    [InlineData(QuestionType.Matching, "{\"2\": \"b\", \"1\": \"a\"}", "{\"1\":\"a\",\"2\":\"b\"}")]
    [InlineData(QuestionType.Matching, "{\"1\": \"\", \"2\": null}", null)]
    [InlineData(QuestionType.Cloze, "{\"3\": \" 7 \", \"2\": \"b\"}", "{\"2\":\"b\",\"3\":\"7\"}")]
    [InlineData(QuestionType.Cloze, "{}", null)]
    public void A_value_is_kept_in_the_order_of_the_question(QuestionType type, string sent, string? stored) =>
        Assert.Equal(stored, Read(Specimens.Of(type), sent)?.Value);

    [Theory]
    [InlineData(QuestionType.SingleChoice, "\"e\"")]
    [InlineData(QuestionType.SingleChoice, "\"B\"")]
    [InlineData(QuestionType.SingleChoice, "\"\"")]
    [InlineData(QuestionType.SingleChoice, "[\"b\"]")]
    [InlineData(QuestionType.SingleChoice, "[]")]
    [InlineData(QuestionType.SingleChoice, "1")]
    [InlineData(QuestionType.SingleChoice, "{\"b\":true}")]
    [InlineData(QuestionType.TrueFalse, "true")]
    [InlineData(QuestionType.TrueFalse, "[\"true\"]")]
    [InlineData(QuestionType.MultipleChoice, "\"a\"")]
    [InlineData(QuestionType.MultipleChoice, "[\"a\", \"e\"]")]
    [InlineData(QuestionType.MultipleChoice, "[\"a\", \"a\"]")]
    [InlineData(QuestionType.MultipleChoice, "[\"a\", 1]")]
    [InlineData(QuestionType.MultipleChoice, "[\"a\", null]")]
    [InlineData(QuestionType.SingleChoice, "\"\\ud800\"")]
    [InlineData(QuestionType.Ordering, "[\"a\", \"b\"]")]
    [InlineData(QuestionType.Ordering, "[\"a\", \"b\", \"c\", \"c\"]")]
    [InlineData(QuestionType.Ordering, "\"a\"")]
    [InlineData(QuestionType.FillIn, "\"\\ud800\"")]
    [InlineData(QuestionType.FillIn, "{\"1\": \"a\"}")]
    [InlineData(QuestionType.Numerical, "7")]
    [InlineData(QuestionType.Matching, "{\"1\": \"z\"}")]
    [InlineData(QuestionType.Matching, "{\"4\": \"a\"}")]
    [InlineData(QuestionType.Matching, "[\"a\"]")]
    [InlineData(QuestionType.Cloze, "{\"1\": 1}")]
    [InlineData(QuestionType.Cloze, "{\"1\": \"a\", \"1\": \"b\"}")]
    [InlineData(QuestionType.Cloze, "{\"\\ud800\": \"a\"}")]
    [InlineData(QuestionType.Cloze, "{\"2\": \"red\"}")]
    [InlineData(QuestionType.Essay, "[\"a\"]")]
    public void What_is_no_answer_to_the_question_is_refused(QuestionType type, string sent) => Assert.Null(Read(Specimens.Of(type), sent));

    [Theory]
    [InlineData(QuestionType.SingleChoice, "", null)]
    [InlineData(QuestionType.SingleChoice, "c", "\"c\"")]
    [InlineData(QuestionType.TrueFalse, "false", "\"false\"")]
    [InlineData(QuestionType.MultipleChoice, "", null)]
    [InlineData(QuestionType.MultipleChoice, "c", "[\"c\"]")]
    [InlineData(QuestionType.MultipleChoice, "d b", "[\"b\",\"d\"]")]
    public void A_form_answers_with_its_checked_options(QuestionType type, string chosen, string? stored) =>
        Assert.Equal(stored, Answer.Of(Specimens.Of(type), Words(chosen))?.Value);

    [Theory]
    [InlineData(QuestionType.SingleChoice, "a b")]
    [InlineData(QuestionType.SingleChoice, "e")]
    [InlineData(QuestionType.TrueFalse, "true false")]
    [InlineData(QuestionType.MultipleChoice, "a e")]
    [InlineData(QuestionType.MultipleChoice, "a a")]
    public void A_form_that_does_not_fit_the_question_is_refused(QuestionType type, string chosen) =>
        Assert.Null(Answer.Of(Specimens.Of(type), Words(chosen)));

    [Fact]
    public void A_stored_answer_reads_back_the_same() =>
        Gen.OneOf(Specimens.Marked, Gen.Const(Specimens.Essay))
            .SelectMany(question => Specimens.AnswersTo(question).Select(answer => (question, answer)))
            .Sample((question, answer) =>
            {
                var again = Answer.Stored(question, answer.Value);

                Assert.Equal(answer.Value, again.Value);
                Assert.Equal(answer.Keys, again.Keys);
                Assert.Equal(answer.Fields, again.Fields);
            });

    [Theory]
    [InlineData(QuestionType.FillIn, 500)]
    [InlineData(QuestionType.Essay, 20_000)]
    public void A_text_has_a_greatest_length(QuestionType type, int longest)
    {
        Assert.NotNull(Typed(type, new string('x', longest) + "  "));
        Assert.Null(Typed(type, new string('x', longest + 1)));
    }

    [Fact]
    public void Keys_of_what_is_matched_or_ordered_do_not_tell_the_answer()
    {
        Assert.Equal(
            ["again another", "first by letter", "second by letter", "third by letter"],
            Specimens.Ordering.Choices().Select(c => c.Text.Plain));
        Assert.Equal(["d", "b", "c", "a"], Specimens.Ordering.RightOrder());
        Assert.Equal([("a", "Bern"), ("b", "Paris"), ("c", "Rome")], Specimens.Matching.Choices().Select(c => (c.Key, c.Text.Plain)));
        Assert.Equal(["1", "2", "3"], Specimens.Matching.Fields().Select(field => field.Key));
    }

    private static Answer? Typed(QuestionType type, string text) =>
        Answer.Of(Specimens.Of(type), new Dictionary<string, string> { ["1"] = text });

    private static Answer? Read(QuestionText question, string json)
    {
        using var value = JsonDocument.Parse(json);
        return Answer.Read(question, value.RootElement);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
