using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Aiken;
using Academy.Domain.Questions.Texts;
using CsCheck;

namespace Academy.Tests.Questions;

public class AikenTests
{
    [Theory]
    [InlineData("What?\nA. one\nB. two\nANSWER: B", "What?", "one|two", "b")]
    [InlineData("What?\nand when?\nA) one\nB) two\nC) three\nANSWER: A\n", "What?\nand when?", "one|two|three", "a")]
    [InlineData("\uFEFF哪一项？\r\nA、收缴\r\nB、退还\r\nanswer：a", "哪一项？", "收缴|退还", "a")]
    [InlineData("What?\nA. one\n   more of one\nB. two\nANSWER: B", "What?", "one\nmore of one|two", "b")]
    public void A_question_is_its_lines_its_options_and_its_answer(string written, string stem, string options, string right)
    {
        var file = AikenReader.Read(written);

        Assert.Empty(file.Reported);
        var question = Assert.Single(file.Questions);
        Assert.Equal(
            (QuestionType.SingleChoice, stem, options),
            (question.Type, question.Text.Stem, string.Join('|', question.Text.Options.Select(o => o.Text))));
        Assert.Equal([right], question.Text.Options.Where(o => o.IsRight).Select(o => o.Key));
    }

    [Theory]
    [InlineData("A. one\nB. two\nANSWER: B", ReadingProblem.EmptyStem, "")]
    [InlineData("What?\nA. one\nANSWER: A", ReadingProblem.TooFewOptions, "1")]
    [InlineData("What?\nA. one\nB. two\n", ReadingProblem.NoRightAnswer, "")]
    [InlineData("What?\nA. one\nB. two\nANSWER: C", ReadingProblem.AnswerNotAnOption, "C")]
    [InlineData("What?\nA. one\nB. one\nANSWER: A", ReadingProblem.DuplicateOption, "one")]
    [InlineData("What?\nA. one\nA. two\nANSWER: A", ReadingProblem.DuplicateOption, "A")]
    [InlineData("What?\nA.\nB. two\nANSWER: A", ReadingProblem.EmptyOption, "A")]
    public void A_malformed_question_is_reported_where_it_begins(string written, ReadingProblem problem, string detail)
    {
        var file = AikenReader.Read($"Fine?\nA. yes\nB. no\nANSWER: A\n\n{written}");

        Assert.Single(file.Questions);
        Assert.Equal(new ReadingMessage(2, 6, problem, detail), Assert.Single(file.Reported).Bare());
    }

    [Fact]
    public void Every_question_of_any_text_is_read_or_reported_once() =>
        Gen.OneOf("What?", "A. one", "B) two", "C. three", "ANSWER: A", "ANSWER: D", "answer:", "", " ", "\uFEFF", "A.", "、").Array[0, 40]
            .Select(lines => string.Join('\n', lines))
            .Sample(text =>
            {
                var file = AikenReader.Read(text);
                var positions = file.Questions.Select(q => q.Position).Concat(file.Reported.Select(m => m.Position)).Order();

                Assert.Equal(Enumerable.Range(1, file.Questions.Count + file.Reported.Count), positions);
                Assert.All(file.Questions, question => Assert.Single(question.Text.Options, option => option.IsRight));
            });

    [Fact]
    public void Reads_what_Moodle_reads()
    {
        var file = AikenReader.Read(Fixtures.Read("aiken/moodle/questions.aiken.txt"));

        Assert.Empty(file.Reported);
        Assert.Equal(
            ["Martin Dougiamas", "True"],
            file.Questions.Select(question => question.Text.Options.Single(option => option.IsRight).Text));
    }

    [Fact]
    public void Reports_the_one_question_of_five_whose_options_are_all_alike()
    {
        var file = AikenReader.Read(Fixtures.Read("aiken/qas-editor/aiken_1.txt"));

        Assert.Equal(
            ["2.5", "Teaching with Moodle", "The workshop module", "November 2015"],
            file.Questions.Select(question => question.Text.Options.Single(option => option.IsRight).Text));
        Assert.Equal((5, ReadingProblem.DuplicateOption), (Assert.Single(file.Reported).Position, file.Reported[0].Problem));
    }
}
