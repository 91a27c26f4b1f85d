using System.Text.Json;
using Academy.Domain.Questions;
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
        (from type in Gen.Enum<QuestionType>()
         let keys = Specimens.Of(type).Options.Select(option => option.Key).ToArray()
         from chosen in Gen.Shuffle(keys, 0, type == QuestionType.MultipleChoice ? keys.Length : 1)
         select (Specimens.Of(type), chosen))
        .Sample((question, chosen) =>
        {
            var answer = Answer.Of(question, chosen)!;

            Assert.Equal(answer.Keys, Answer.KeysOf(answer.Value));
            Assert.Equal(chosen.Order(), answer.Keys.Order());
            Assert.Equal(answer.Value, Read(question, answer.Value ?? "null")!.Value);
        });

    private static Answer? Read(QuestionText question, string json)
    {
        using var value = JsonDocument.Parse(json);
        return Answer.Read(question, value.RootElement);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
