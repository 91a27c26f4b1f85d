using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

public class GiftReportTests
{
    [Theory]
    [InlineData("Q?{=a ~b", ReadingProblem.MissingBrace, "Q?{=a ~b")]
    [InlineData("::n::Q? =a ~b}", ReadingProblem.MissingBrace, "n")]
    [InlineData("::n::Q?}=a ~b{", ReadingProblem.MissingBrace, "n")]
    [InlineData("::n::Q?{=a{1} ~b}", ReadingProblem.TooManyBraces, "n")]
    [InlineData("::n::Q?{=a ~b} and {=c ~d}", ReadingProblem.TooManyBraces, "n")]
    [InlineData("::n:Q?{=a ~b}", ReadingProblem.UnclosedName, "::n:Q?{=a ~b}")]
    [InlineData("::n::{=a ~b}", ReadingProblem.EmptyStem, "n")]
    [InlineData("[html]<p></p>{T}", ReadingProblem.EmptyStem, "[html]<p></p>{T}")]
    [InlineData("Q?{choose ~a =b}", ReadingProblem.TextBeforeOptions, "choose")]
    [InlineData("Q?{~%100%a}", ReadingProblem.TooFewOptions, "1")]
    [InlineData("Q?{=a ~ ~c}", ReadingProblem.EmptyOption, "~")]
    [InlineData("Q?{=a ~b ~b}", ReadingProblem.DuplicateOption, "b")]
    [InlineData("Q?{~%50%a ~%5O%b}", ReadingProblem.BadWeight, "~%5O%b")]
    [InlineData("Q?{~%500%a ~b}", ReadingProblem.BadWeight, "~%500%a")]
    [InlineData("Q?{~%5,0%a ~b}", ReadingProblem.BadWeight, "~%5,0%a")]
    [InlineData("Q?{~a ~b}", ReadingProblem.NoRightAnswer, "")]
    [InlineData("Q?{~%-50%a ~%0%b}", ReadingProblem.NoRightAnswer, "")]
    [InlineData("Q?{=%0%a}", ReadingProblem.NoRightAnswer, "")]
    [InlineData("Q?{=a =}", ReadingProblem.EmptyOption, "=")]
    [InlineData("[html]Q?{=a =<b> </b>}", ReadingProblem.EmptyOption, "=<b> </b>")]
    [InlineData(
        "[html]Q?{=a =<img src\\=\"@@PLUGINFILE@@/a.png\"/>}", ReadingProblem.EmptyOption, "=<img src=\"@@PLUGINFILE@@/a.png\"/>")]
    [InlineData("[html]Q?{=a ~<i></i> ~c}", ReadingProblem.EmptyOption, "~<i></i>")]
    [InlineData("Q?{one =two}", ReadingProblem.TextBeforeOptions, "one")]
    [InlineData("Q?{#}", ReadingProblem.NoRightAnswer, "")]
    [InlineData("Q?{#three}", ReadingProblem.BadNumber, "=three")]
    [InlineData("Q?{#5..1}", ReadingProblem.BadNumber, "=5..1")]
    [InlineData("Q?{#3:-1}", ReadingProblem.BadNumber, "=3:-1")]
    [InlineData("Q?{#=3 =%50%four}", ReadingProblem.BadNumber, "=%50%four")]
    [InlineData("Q?{=a -> b =c}", ReadingProblem.BadPair, "=c")]
    [InlineData("Q?{=a -> b =c ->}", ReadingProblem.BadPair, "=c ->")]
    [InlineData("Q?{=a -> b = -> c}", ReadingProblem.TooFewOptions, "2")]
    public void A_malformed_question_is_reported(string written, ReadingProblem problem, string detail) =>
        Assert.Equal(new ReadingMessage(1, 1, problem, detail), OnlyMessage(written).Bare());

    [Theory]
    [InlineData("Q?{=a ~b", null, "Q?{=a ~b", "", "")]
    [InlineData("::n::Q \\: one?{=a{1} ~b}", null, "Q : one?{=a{1} ~b}", "", "")]
    [InlineData("::n::{=a ~b}", QuestionType.SingleChoice, "", "a\nb", "A")]
    [InlineData("Q?{~a ~b ####Because.}", QuestionType.MultipleChoice, "Q?", "a\nb", "")]
    [InlineData("Q?{~a ~ =c}", QuestionType.SingleChoice, "Q?", "a\n\nc", "C")]
    [InlineData("Q?{~%50%a ~%5O%b}", QuestionType.MultipleChoice, "Q?", "a\nb", "")]
    [InlineData("Q?{=%0%a}", null, null, null, null)]
    [InlineData("Q?{~a#no ~b}", null, null, null, null)]
    [InlineData("Q?{#three}", null, null, null, null)]
    [InlineData("Q?{=a -> b =c}", null, null, null, null)]
    public void What_was_found_of_it_is_there_to_be_mended(string written, QuestionType? type, string? stem, string? options, string? key)
    {
        var message = OnlyMessage($"// [id:x] [tag:often]\n{written}");

        Assert.Equal(
            (type, stem, options, key),
            (message.Fields?.Type, message.Fields?.Stem, message.Fields?.Options, message.Fields?.Key));
        Assert.Equal(("x", "often"), (message.Draft!.Id, Assert.Single(message.Draft.Tags)));
    }

    [Fact]
    public void What_plain_fields_cannot_hold_is_drafted_as_it_is_written()
    {
        Assert.Equal([new TypedAnswer("three", 100)], OnlyMessage("Q?{#three}").Draft!.Text.Answers);
        Assert.Equal([new Pair("a", "b"), new Pair("c", "")], OnlyMessage("Q?{=a -> b =c}").Draft!.Text.Pairs);
    }

    [Fact]
    public void More_options_than_letters_are_reported()
    {
        var options = string.Concat(Enumerable.Range(1, 26).Select(n => $"~{n}"));

        Assert.Equal(ReadingProblem.TooManyOptions, OnlyMessage($"Q?{{=0{options}}}").Problem);
    }

    [Fact]
    public void An_id_that_another_question_has_is_reported()
    {
        var file = GiftReader.Read("// [id:x]\nQ1{T}\n\n// [id:y]\nQ2{T}\n\n// [id:x]\nQ3{T}");

        Assert.Equal([1, 2], file.Questions.Select(question => question.Position));
        Assert.Equal(new ReadingMessage(3, 8, ReadingProblem.DuplicateId, "x"), Assert.Single(file.Reported).Bare());
    }

    [Theory]
    [InlineData("Q1?{=a ~b\n\nQ2?{T}")]
    [InlineData("Q1?{=a ~b\n\n::Q2::Q2?{T}")]
    [InlineData("Q1?{=a ~b\n::Q2::Q2?\n{T}")]
    [InlineData("Q1?{=a ~b\n\n$CATEGORY: c}\n\nQ2?{T}")]
    [InlineData("Q1?{=a ~b\n\n// [id:x] }\nQ2?{T}")]
    [InlineData("Q1? =a ~b}\n\nQ2?{T}")]
    [InlineData("Q1?{#x}\n\nQ2?{T}")]
    public void Reading_goes_on_after_a_question_that_is_reported(string written)
    {
        var file = GiftReader.Read(written);

        Assert.Equal((1, 1), (Assert.Single(file.Reported).Position, file.Reported[0].Line));
        Assert.Equal((2, "Q2?"), (Assert.Single(file.Questions).Position, file.Questions[0].Text.Stem));
    }

    private static ReadingMessage OnlyMessage(string written)
    {
        var file = GiftReader.Read(written);
        Assert.Empty(file.Questions);
        return Assert.Single(file.Reported);
    }
}
