using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Cloze;
using Academy.Domain.Questions.Formats.Moodle;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;

namespace Academy.Tests.Questions;

/// <summary>Files that Moodle and another program exported.</summary>
public class MoodleFixtureTests
{
    [Theory]
    [InlineData("qtype-description", QuestionType.Description)]
    [InlineData("qtype-essay", QuestionType.Essay)]
    [InlineData("qtype-gapselect", QuestionType.Cloze)]
    [InlineData("qtype-match", QuestionType.Matching)]
    [InlineData("qtype-multichoice", QuestionType.MultipleChoice)]
    [InlineData("qtype-numerical", QuestionType.Numerical)]
    [InlineData("qtype-ordering", QuestionType.Ordering)]
    [InlineData("qtype-shortanswer", QuestionType.FillIn)]
    [InlineData("qtype-truefalse", QuestionType.TrueFalse)]
    [InlineData("moodle/category_with_description", QuestionType.TrueFalse)]
    [InlineData("moodle/export_category", QuestionType.TrueFalse)]
    [InlineData("moodle/nested_categories", QuestionType.TrueFalse)]
    [InlineData("qas-editor/matching", QuestionType.Matching)]
    [InlineData("qas-editor/shortanswer", QuestionType.FillIn)]
    [InlineData("qas-editor/ddwtos", QuestionType.Cloze)]
    public void Reads_the_one_question_of_a_file(string name, QuestionType type)
    {
        var file = Read(name);

        Assert.Empty(file.Reported);
        Assert.Equal(type, Assert.Single(file.Questions).Type);
    }

    [Theory]
    [InlineData("calculatedsimple")]
    [InlineData("randomsamatch")]
    public void Reports_what_needs_Moodle_to_be_asked(string type) =>
        Assert.Equal(new ReadingMessage(1, 3, ReadingProblem.UnknownType, type), Assert.Single(Read($"qas-editor/{type}").Reported).Bare());

    [Fact]
    public void Reads_pictures_wherever_they_are_shown()
    {
        var file = Read("moodle/truefalse");

        Assert.Equal(2, file.Questions.Count);
        Assert.Equal(8, file.Questions.Sum(question => question.Files.Count));
        Assert.All(
            file.Questions,
            question => Assert.Equal(question.Files.Select(f => f.Name).Order(), QuestionProse.FileNames(question.Text).Order()));
        Assert.All(
            file.Questions.SelectMany(question => question.Files),
            picture => Assert.Equal([0xFF, 0xD8, 0xFF], picture.Content[..3].ToArray()));
        Assert.Equal(["false", "true"], file.Questions.Select(question => question.Text.Options.Single(option => option.IsRight).Key));
    }

    [Fact]
    public void Reads_the_innermost_category() =>
        Assert.Equal("$course$/Delta/Epsilon/Zeta", Assert.Single(Read("moodle/nested_categories").Questions).Category);

    [Fact]
    public void Reads_gaps_with_the_words_to_choose_from()
    {
        Assert.Equal(["cat", "sat", "mat"], Assert.Single(Read("qtype-gapselect").Questions).Text.Gaps.Select(gap =>
            gap.Options.Single(option => option.IsRight).Text.Plain));
        Assert.Equal([7, 7, 7, 7, 7, 7], Assert.Single(Read("qas-editor/ddwtos").Questions).Text.Gaps.Select(gap => gap.Options.Count));
    }

    [Fact]
    public void Reads_embedded_answers()
    {
        var text = Assert.Single(ClozeReader.Read(Fixtures.Read("cloze/moodle/questions.multianswer.txt")).Questions).Text;

        Assert.Equal([.. Enumerable.Repeat(QuestionType.SingleChoice, 4), QuestionType.FillIn], text.Gaps.Select(gap => gap.Type));
        Assert.Equal(
            ["California", "Arizona", "California", "Arizona"],
            text.Gaps.Take(4).Select(gap => gap.Options.Single(option => option.IsRight).Text.Plain));
        Assert.Equal(["Paris:100", "Marseille:50", "*:0"], text.Gaps[4].Answers.Select(answer => $"{answer.Text}:{answer.Weight}"));
        Assert.EndsWith("The capital of France is [[5]].", text.Stem.Plain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, QuestionType.SingleChoice, "anatomy and physiology:100 reflexology:0 science:0 experiment:0")]
    [InlineData(2, QuestionType.FillIn, "Lesson:100")]
    [InlineData(3, QuestionType.SingleChoice, "the best answer:100 a good answer:75 a wrong one:0")]
    public void Reads_missing_words(int number, QuestionType type, string answers)
    {
        var question = Assert.Single(
            MissingWordReader.Read(Fixtures.Read($"cloze/moodle-missingword/question.missingword{number}.txt")).Questions);

        Assert.Equal(type, question.Type);
        Assert.Equal(
            answers,
            string.Join(
                ' ',
                question.Text.Options
                    .Select(option => $"{option.Text}:{option.Weight}")
                    .Concat(question.Text.Answers.Select(answer => $"{answer.Text}:{answer.Weight}"))));
    }

    private static QuestionFile Read(string name) => MoodleXmlReader.Read(Fixtures.Read($"moodle-xml/{name}.xml"));
}
