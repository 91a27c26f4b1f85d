using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Moodle;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

public class MoodleXmlTests
{
    private const string Picture = "aGVsbG8=";

    [Fact]
    public void A_question_has_a_name_an_id_points_tags_an_explanation_and_the_category_above_it()
    {
        var question = Only("""
            <question type="category"><category><text>$course$/反假货币</text></category></question>
            <question type="truefalse">
              <name><text>当面收缴</text></name>
              <questiontext format="html"><text><![CDATA[<p>假币要<b>当面</b>收缴。</p>]]></text></questiontext>
              <generalfeedback format="plain_text"><text>当面 &lt;收缴&gt;。</text></generalfeedback>
              <defaultgrade>2.5000000</defaultgrade><idnumber>c-1</idnumber>
              <answer fraction="100"><text>true</text><feedback><text>对。</text></feedback></answer>
              <answer fraction="0"><text>false</text><feedback><text></text></feedback></answer>
              <tags><tag><text>norm:skill</text></tag><tag><text>difficulty:3</text></tag></tags>
            </question>
            """);

        Assert.Equal(("当面收缴", "c-1", "$course$/反假货币", 3), (question.Name, question.Id, question.Category, question.Line));
        Assert.Equal(
            ("假币要当面收缴。", "<p>假币要<b>当面</b>收缴。</p>", "当面 <收缴>。"),
            (question.Text.Stem.Plain, question.Text.Stem.Html, question.Text.Explanation.Plain));
        Assert.Equal(["norm:skill", "difficulty:3"], question.Tags);
        Assert.Equal((2.5m, 3, "skill"), (question.Text.Points, question.ToText().Difficulty, question.ToText().Norm));
        Assert.Equal([new("true", "true", 100) { Feedback = "对。" }, new("false", "false", 0)], question.Text.Options);
    }

    [Theory]
    [InlineData("true", QuestionType.SingleChoice)]
    [InlineData("1", QuestionType.SingleChoice)]
    [InlineData("false", QuestionType.MultipleChoice)]
    [InlineData("", QuestionType.MultipleChoice)]
    public void A_choice_keeps_the_weights_of_its_options(string written, QuestionType type)
    {
        var question = Only(Question("multichoice", $"""
            <single>{written}</single>
            <answer fraction="33.33333"><text>a</text><feedback><text>well</text></feedback></answer>
            <answer fraction="66.66667"><text>b</text></answer>
            <answer fraction="-50"><text>c</text></answer>
            """));

        Assert.Equal(type, question.Type);
        Assert.Equal([new("a", "a", 33.33333m) { Feedback = "well" }, new("b", "b", 66.66667m), new("c", "c", -50)], question.Text.Options);
    }

    [Fact]
    public void A_choice_that_does_not_say_so_is_a_single_one() =>
        Assert.Equal(
            QuestionType.SingleChoice,
            Only(Question(
                "multichoice",
                """<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>""")).Type);

    [Theory]
    [InlineData("html", "a < b", null)]
    [InlineData("moodle_auto_format", "a &lt; <b>b</b>", "a &lt; <b>b</b>")]
    [InlineData("moodle_auto_format", "a &lt; b", null)]
    [InlineData("plain_text", "a <b>b</b>", null)]
    [InlineData("markdown", "a **b**", "<p>a <strong>b</strong></p>")]
    public void Every_text_has_its_own_format(string format, string written, string? html) =>
        Assert.Equal(html, Only($"""
            <question type="description">
            <questiontext format="{format}"><text><![CDATA[{written}]]></text></questiontext></question>
            """).Text.Stem.Html);

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    public void Words_may_have_to_match_in_upper_and_lower_case(string useCase, bool matches)
    {
        var question = Only(Question("shortanswer", $"""
            <usecase>{useCase}</usecase><answer fraction="100"><text>F*g</text></answer>
            <answer fraction="80"><text>toad</text><feedback><text>nearly</text></feedback></answer>
            """));

        Assert.Equal((QuestionType.FillIn, matches), (question.Type, question.Text.MatchesCase));
        Assert.Equal([new("F*g", 100), new("toad", 80, null, "nearly")], question.Text.Answers);
    }

    [Fact]
    public void Numbers_have_a_tolerance_and_units_are_left_out_with_a_remark()
    {
        var file = Read(Question("numerical", """
            <answer fraction="100"><text>6.25</text><tolerance>0.05</tolerance></answer>
            <answer fraction="0"><text>*</text><feedback><text>no</text></feedback></answer>
            <units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit>
            <unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>
            """));

        Assert.Equal([new("6.25", 100, 0.05m), new("*", 0, null, "no")], Assert.Single(file.Questions).Text.Answers);
        Assert.Equal(new ReadingMessage(1, 2, ReadingProblem.UnitsLeftOut, "m, cm"), Assert.Single(file.Remarks));
    }

    [Fact]
    public void What_is_to_be_ordered_stands_in_the_order_of_its_fractions()
    {
        var question = Only(Question("ordering", """
            <answer fraction="2.0000000"><text>two</text></answer><answer fraction="1.0000000"><text>one</text></answer>
            <answer fraction="10"><text>ten</text></answer>
            """));

        Assert.Equal(
            (QuestionType.Ordering, "one two ten"),
            (question.Type, string.Join(' ', question.Text.Options.Select(option => option.Text))));
    }

    [Fact]
    public void Pairs_belong_together_and_a_right_side_alone_is_one_choice_more()
    {
        var question = Only(Question("matching", """
            <subquestion format="html"><text><![CDATA[<p>柜员</p>]]></text><answer><text>现金</text></answer></subquestion>
            <subquestion><text>大堂经理</text><answer><text>引导</text></answer></subquestion>
            <subquestion><text></text><answer><text>审计</text></answer></subquestion>
            """));

        Assert.Equal([new("柜员", "现金"), new("大堂经理", "引导"), new("", "审计")], question.Text.Pairs);
    }

    [Fact]
    public void Lines_for_graders_are_what_an_essay_is_marked_by()
    {
        var question = Only(Question("essay", "<graderinfo format=\"html\"><text><![CDATA[<p>先致歉</p><p>再核实</p>]]></text></graderinfo>"));

        Assert.Equal(QuestionType.Essay, question.Type);
        Assert.Equal(["先致歉", "再核实"], question.Text.Criteria.Select(criterion => criterion.Text));
    }

    [Fact]
    public void Words_to_choose_from_fill_the_gaps_of_their_group()
    {
        var question = Only("""
            <question type="gapselect"><questiontext format="html"><text>收缴须 [[3]] 人，[[1]]办理，[[3]] 人签章。</text></questiontext>
            <selectoption><text>当面</text><group>1</group></selectoption><selectoption><text>背后</text><group>1</group></selectoption>
            <selectoption><text>两</text><group>2</group></selectoption><selectoption><text>三</text><group>2</group></selectoption>
            </question>
            """);

        Assert.Equal((QuestionType.Cloze, "收缴须 [[1]] 人，[[2]]办理，[[3]] 人签章。"), (question.Type, question.Text.Stem.Plain));
        Assert.Equal(
            ["两:100 三:0", "当面:100 背后:0", "两:100 三:0"],
            question.Text.Gaps.Select(gap => string.Join(' ', gap.Options.Select(option => $"{option.Text}:{option.Weight}"))));
    }

    [Fact]
    public void Embedded_answers_are_read_in_formatted_text()
    {
        var question = Only("""
            <question type="cloze"><questiontext format="html">
            <text><![CDATA[<p>A <b>{1:SA:=x &lt; y~%50%z#half}</b> B {2:MCV:=<i>p</i>~q}</p>]]></text></questiontext></question>
            """);

        Assert.Equal("<p>A <b>[[1]]</b> B [[2]]</p>", question.Text.Stem.Html);
        Assert.Equal([new("x < y", 100), new("z", 50, null, "half")], question.Text.Gaps[0].Answers);
        Assert.Equal(
            (2m, "<i>p</i>", "q"),
            (question.Text.Gaps[1].Points, question.Text.Gaps[1].Options[0].Text.Html, question.Text.Gaps[1].Options[1].Text.Plain));
    }

    [Fact]
    public void Files_come_with_the_texts_that_show_them()
    {
        const string Stem =
            "<p><img src='@@PLUGINFILE@@/%E6%B0%B4%20%E5%8D%B0.png' alt='水印'>"
            + "<audio controls><source src='@@PLUGINFILE@@/say.mp3?time=1'></audio></p>";
        var question = Only($"""
            <question type="description"><questiontext format="html"><text><![CDATA[{Stem}]]></text>
            <file name="水 印.png" path="/" encoding="base64">{Picture}</file>
            <file name="say.mp3" path="/" encoding="base64">{Picture}</file></questiontext></question>
            """);

        Assert.Equal(["水 印.png", "say.mp3"], question.Files.Select(file => file.Name));
        Assert.Equal(["水 印.png", "say.mp3"], question.Text.Stem.FileNames);
        Assert.Equal("hello"u8.ToArray(), question.Files[0].Content.ToArray());
    }

    [Fact]
    public void Different_files_of_one_name_are_kept_apart_and_the_same_file_is_kept_once()
    {
        var question = Only($"""
            <question type="description"><questiontext format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/a.png">]]></text>
            <file name="a.png" encoding="base64">{Picture}</file></questiontext>
            <generalfeedback format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/a.png"><img src="@@PLUGINFILE@@/b.png">]]></text>
            <file name="a.png" encoding="base64">d29ybGQ=</file>
            <file name="b.png" encoding="base64">{Picture}</file></generalfeedback></question>
            """);

        Assert.Equal(["a.png", "2-a.png", "b.png"], question.Files.Select(file => file.Name));
        Assert.Equal(["2-a.png", "b.png"], question.Text.Explanation.FileNames);
    }

    [Fact]
    public void A_file_that_nothing_shows_and_one_that_did_not_come_are_remarked_on()
    {
        var file = Read($"""
            <question type="description"><questiontext format="html"><text><![CDATA[Q <img src="@@PLUGINFILE@@/gone.png">]]></text>
            <file name="law.pdf" encoding="base64">{Picture}</file></questiontext></question>
            """);

        Assert.Empty(Assert.Single(file.Questions).Files);
        Assert.Equal(
            [(ReadingProblem.FileMissing, "gone.png"), (ReadingProblem.FileLeftOut, "law.pdf")],
            file.Remarks.Select(remark => (remark.Problem, remark.Detail)));
    }

    [Fact]
    public void What_has_no_place_is_named()
    {
        var file = Read(Question("multichoice", """
            <single>false</single><penalty>0.3333333</penalty>
            <correctfeedback><text>Well done!</text></correctfeedback><incorrectfeedback><text></text></incorrectfeedback>
            <hint format="html"><text>Think.</text></hint>
            <answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer>
            <answer fraction="0"><text>c</text></answer>
            """));

        Assert.Equal(
            [(ReadingProblem.WeightsRewardEverything, ""), (ReadingProblem.LeftOut, "penalty, hint, correctfeedback")],
            file.Remarks.Select(remark => (remark.Problem, remark.Detail)));
    }

    [Theory]
    [InlineData("stack")]
    [InlineData("calculatedmulti")]
    [InlineData("ddmarker")]
    [InlineData("random")]
    [InlineData("")]
    public void A_type_that_has_no_place_is_reported_by_name(string type) =>
        Assert.Equal((ReadingProblem.UnknownType, type), Problem(Question(type, "")));

    [Theory]
    [InlineData(
        "multichoice", """<single>true</single><answer fraction="100"><text>a</text></answer>""", ReadingProblem.TooFewOptions, "1")]
    [InlineData(
        "multichoice",
        """<single>true</single><answer fraction="0"><text>a</text></answer><answer fraction="0"><text>b</text></answer>""",
        ReadingProblem.NoRightAnswer,
        "")]
    [InlineData(
        "multichoice",
        """<answer fraction="half"><text>a</text></answer><answer fraction="0"><text>b</text></answer>""",
        ReadingProblem.BadWeight,
        "half")]
    [InlineData(
        "multichoice",
        """<answer fraction="500"><text>a</text></answer><answer fraction="0"><text>b</text></answer>""",
        ReadingProblem.BadWeight,
        "500")]
    [InlineData(
        "multichoice",
        """<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>a</text></answer>""",
        ReadingProblem.DuplicateOption,
        "a")]
    [InlineData(
        "multichoice",
        """<answer fraction="100"><text> </text></answer><answer fraction="0"><text>a</text></answer>""",
        ReadingProblem.EmptyOption,
        "a")]
    [InlineData("truefalse", """<answer fraction="100"><text>true</text></answer>""", ReadingProblem.TooFewOptions, "false")]
    [InlineData("shortanswer", "", ReadingProblem.NoRightAnswer, "")]
    [InlineData("numerical", """<answer fraction="100"><text>six</text></answer>""", ReadingProblem.BadNumber, "six")]
    [InlineData(
        "numerical", """<answer fraction="100"><text>6</text><tolerance>-1</tolerance></answer>""", ReadingProblem.BadNumber, "6 ± -1")]
    [InlineData("matching", "<subquestion><text>a</text><answer><text>b</text></answer></subquestion>", ReadingProblem.TooFewOptions, "1")]
    [InlineData("matching", "<subquestion><text>a</text></subquestion>", ReadingProblem.BadPair, "a")]
    [InlineData("ordering", """<answer fraction="1"><text>a</text></answer>""", ReadingProblem.TooFewOptions, "1")]
    [InlineData("cloze", "", ReadingProblem.NoGap, "")]
    [InlineData("gapselect", "", ReadingProblem.NoGap, "")]
    [InlineData(
        "description",
        """<generalfeedback><text>x</text><file name="a" encoding="base64">!</file></generalfeedback>""",
        ReadingProblem.BadFile,
        "a")]
    [InlineData(
        "description",
        """<generalfeedback><text>x</text><file name="a" encoding="hex">00</file></generalfeedback>""",
        ReadingProblem.BadFile,
        "a")]
    public void A_malformed_question_is_reported(string type, string parts, ReadingProblem problem, string detail) =>
        Assert.Equal((problem, detail), Problem(Question(type, parts)));

    [Fact]
    public void Reading_goes_on_after_a_question_that_is_reported_and_an_id_is_taken_once()
    {
        var named = Question("description", "<idnumber>x</idnumber>");
        var file = Read(string.Join('\n', Question("stack", ""), named, named, Question("description", "")));

        Assert.Equal([2, 4], file.Questions.Select(question => question.Position));
        Assert.Equal(
            [(1, 2, ReadingProblem.UnknownType), (3, 4, ReadingProblem.DuplicateId)],
            file.Reported.Select(message => (message.Position, message.Line, message.Problem)));
    }

    [Fact]
    public void Of_a_type_that_has_no_place_here_the_texts_are_there_to_be_mended()
    {
        var message = Assert.Single(Read("""
            <question type="stack"><name><text>n</text></name><defaultgrade>2.5</defaultgrade><tags><tag><text>often</text></tag></tags>
            <questiontext format="html"><text>&lt;p&gt;Q?&lt;/p&gt;</text></questiontext>
            <answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer></question>
            """).Reported);

        Assert.Equal(new WrittenFields(null, "Q?", "a\nb", "", ""), message.Fields);
        Assert.Equal(("n", 2.5m, "often"), (message.Draft!.Name, message.Draft.Text.Points, Assert.Single(message.Draft.Tags)));
    }

    [Theory]
    [InlineData("<quiz>\n<question type='essay'>\n</quiz>", 3, ReadingProblem.BrokenXml)]
    [InlineData("<quiz>\n&nothing;</quiz>", 2, ReadingProblem.BrokenXml)]
    [InlineData("<?xml version='1.0'?>\n<!DOCTYPE quiz [<!ENTITY a 'aaaa'>]><quiz>&a;</quiz>", 2, ReadingProblem.DocumentType)]
    [InlineData("<!DOCTYPE quiz SYSTEM 'file:///etc/passwd'><quiz/>", 1, ReadingProblem.DocumentType)]
    public void A_file_that_cannot_be_read_safely_is_refused_as_a_whole(string xml, int line, ReadingProblem problem)
    {
        var file = MoodleXmlReader.Read(xml);

        Assert.Empty(file.Questions);
        Assert.Equal(new ReadingMessage(0, line, problem, ""), Assert.Single(file.Reported));
    }

    [Fact]
    public void Elements_beyond_any_reasonable_depth_are_refused()
    {
        var (opened, closed) = (Enumerable.Repeat("<a>", 200_000), Enumerable.Repeat("</a>", 200_000));
        var file = MoodleXmlReader.Read(string.Concat(["<quiz>", .. opened, .. closed, "</quiz>"]));
        Assert.Equal(ReadingProblem.TooDeep, Assert.Single(file.Reported).Problem);
    }

    private static (ReadingProblem, string) Problem(string question)
    {
        var file = Read(question);
        Assert.Empty(file.Questions);
        var message = Assert.Single(file.Reported);
        Assert.Equal((1, 2), (message.Position, message.Line));
        return (message.Problem, message.Detail);
    }

    private static DraftQuestion Only(string questions)
    {
        var file = Read(questions);
        Assert.Empty(file.Reported);
        return Assert.Single(file.Questions);
    }

    private static QuestionFile Read(string questions) => MoodleXmlReader.Read($"<quiz>\n{questions.Trim()}\n</quiz>");

    private static string Question(string type, string parts) =>
        $"""<question type="{type}"><questiontext format="html"><text>Q?</text></questiontext>{parts}</question>""";
}
