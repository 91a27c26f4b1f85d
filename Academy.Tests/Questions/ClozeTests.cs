using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Cloze;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

public class ClozeTests
{
    [Theory]
    [InlineData("MULTICHOICE")]
    [InlineData("MC")]
    [InlineData("MULTICHOICE_V")]
    [InlineData("MCV")]
    [InlineData("MULTICHOICE_H")]
    [InlineData("MCH")]
    [InlineData("MULTICHOICE_S")]
    [InlineData("MCS")]
    [InlineData("MULTICHOICE_VS")]
    [InlineData("MCVS")]
    [InlineData("MCHS")]
    [InlineData("mc")]
    public void A_gap_may_be_chosen_for_however_it_is_shown(string type)
    {
        var gap = Only($"A {{2:{type}:wrong#no~=right~%50%half}} B.").Text.Gaps.Single();

        Assert.Equal((QuestionType.SingleChoice, 2m), (gap.Type, gap.Points));
        Assert.Equal([new("a", "wrong", 0) { Feedback = "no" }, new("b", "right", 100), new("c", "half", 50)], gap.Options);
    }

    [Theory]
    [InlineData("SHORTANSWER", false)]
    [InlineData("SA", false)]
    [InlineData("MW", false)]
    [InlineData("SHORTANSWER_C", true)]
    [InlineData("SAC", true)]
    [InlineData("MWC", true)]
    public void A_gap_may_be_typed_with_or_without_regard_to_case(string type, bool matchesCase)
    {
        var text = Only($"A {{:{type}:=Paris~%33.33333%Lyon#well~*#no}}").Text;

        Assert.Equal((QuestionType.FillIn, matchesCase, 1m), (text.Gaps[0].Type, text.MatchesCase, text.Gaps[0].Points));
        Assert.Equal([new("Paris", 100), new("Lyon", 33.33333m, null, "well"), new("*", 0, null, "no")], text.Gaps[0].Answers);
    }

    [Theory]
    [InlineData("{1:NUMERICAL:=5:0.1#right~%50%5:1~*#no}", "5±0.1:100 5±1:50 *±:0")]
    [InlineData("{1:NM:%100%-3.5}", "-3.5±0:100")]
    public void A_gap_may_be_a_number_with_its_tolerance(string written, string answers) =>
        Assert.Equal(
            answers,
            string.Join(
                ' ',
                Only($"A {written}").Text.Gaps
                    .Single().Answers
                    .Select(a => FormattableString.Invariant($"{a.Text}±{a.Tolerance}:{a.Weight}"))));

    [Fact]
    public void The_stem_counts_its_gaps_and_keeps_its_lines() =>
        Assert.Equal("一 [[1]]\n二 [[2]]，三。", Only("一 {1:SA:=a}\n二 {1:MC:=b~c}，三。\n").Text.Stem.Plain);

    [Fact]
    public void Marks_behind_a_backslash_are_text()
    {
        var gap = Only(@"A {1:MC:=1 \~ 2 \} 3 \# 4 \\ 5#a\#b~\=6~\%7} B").Text.Gaps.Single();

        Assert.Equal([@"1 ~ 2 } 3 # 4 \ 5", "=6", "%7"], gap.Options.Select(option => option.Text.Plain));
        Assert.Equal("a#b", gap.Options[0].Feedback);
    }

    [Theory]
    [InlineData("A {1:SA:=a", ReadingProblem.MissingBrace, "{1:SA:")]
    [InlineData("A {1:MULTIRESPONSE:=a~=b}", ReadingProblem.UnknownGap, "MULTIRESPONSE")]
    [InlineData("A {1:SA:=a} {1:REGEXP:=b}", ReadingProblem.UnknownGap, "REGEXP")]
    [InlineData("A {1:NM:five}", ReadingProblem.BadNumber, "five")]
    [InlineData("A {1:MC:%500%a~b}", ReadingProblem.BadWeight, "a")]
    [InlineData("A {0:MC:=a~b}", ReadingProblem.BadWeight, "0")]
    [InlineData("A {1:MC:=a}", ReadingProblem.TooFewOptions, "1")]
    [InlineData("A {1:SA:a~b}", ReadingProblem.NoRightAnswer, "")]
    [InlineData("A", ReadingProblem.NoGap, "")]
    public void A_malformed_gap_is_reported(string written, ReadingProblem problem, string detail)
    {
        var file = ClozeReader.Read($"\n{written}");

        Assert.Empty(file.Questions);
        Assert.Equal(new ReadingMessage(1, 2, problem, detail), Assert.Single(file.Reported).Bare());
    }

    [Fact]
    public void Gaps_of_which_only_some_regard_case_are_remarked_on()
    {
        var file = ClozeReader.Read("A {1:SA:=a} {1:SAC:=b}");

        Assert.False(file.Questions[0].Text.MatchesCase);
        Assert.Equal(ReadingProblem.MixedCase, Assert.Single(file.Remarks).Problem);
    }

    [Theory]
    [InlineData("Blank lines {=part ~questions}.\n\nTwo {=a\n~ 75%b#good\n~_5 c}", "part:100 questions:0|a:100 b:75 5 c:0")]
    [InlineData("One {=only} word", "only:100")]
    public void Missing_words_stand_in_braces_with_their_weights_in_front(string written, string answers)
    {
        var file = MissingWordReader.Read(written);

        Assert.Empty(file.Reported);
        Assert.Equal(
            answers,
            string.Join(
                '|',
                file.Questions.Select(q => string.Join(
                    ' ',
                    q.Text.Options.Select(o => $"{o.Text}:{o.Weight}").Concat(q.Text.Answers.Select(a => $"{a.Text}:{a.Weight}"))))));
    }

    [Fact]
    public void A_paragraph_without_a_missing_word_is_reported() =>
        Assert.Equal(
            new ReadingMessage(2, 3, ReadingProblem.MissingBrace, "Nothing here"),
            Assert.Single(MissingWordReader.Read("A {=b ~c}\n\nNothing here\n").Reported).Bare());

    private static DraftQuestion Only(string written)
    {
        var file = ClozeReader.Read(written);
        Assert.Empty(file.Reported);
        return Assert.Single(file.Questions);
    }
}
