using Academy.Domain.Learning;
using AngleSharp.Html.Parser;

namespace Academy.Tests.Learning;

public class LessonReaderTests
{
    [Fact]
    public void The_front_matter_is_the_lessons_head()
    {
        var draft = SampleLesson.Read();

        Assert.Equal(("接待客户", "只讲窗口。"), (draft.Title, draft.Document.Notice));
        Assert.Equal(["说出第一句话"], draft.Document.Aims);
        Assert.Equal(["先问好。", "再问事。"], draft.Document.KeyPoints);
        Assert.Equal([new Source("本行服务手册", Confidence.Verified), new Source("同业经验", Confidence.Practice)], draft.Document.Sources);
    }

    [Fact]
    public void Each_heading_is_a_clause_with_slug_number_source_and_mark()
    {
        var clauses = SampleLesson.Read().Document.Clauses.ToList();

        Assert.Equal(
            [("greet-first", "先问好", 1), ("ask-then", "再问事", 2)],
            clauses.Select(clause => (clause.Slug, clause.Title, clause.Number)));
        Assert.Equal(
            [new Source("手册第 1 条", Confidence.Verified), new Source("手册第 2 条", Confidence.TitleOnly)],
            clauses.Select(clause => clause.Source));
    }

    [Theory]
    [InlineData("V", Confidence.Verified)]
    [InlineData("T", Confidence.TitleOnly)]
    [InlineData("S", Confidence.Secondary)]
    [InlineData("GK", Confidence.Practice)]
    public void Marks_say_how_sure_the_lesson_is(string mark, Confidence confidence)
    {
        var draft = SampleLesson.ReadWith("第 1 条\" mark=\"V\"", $"第 1 条\" mark=\"{mark}\"");

        Assert.Equal(confidence, draft.Document.Clauses.First().Source.Confidence);
    }

    [Fact]
    public void A_case_keeps_its_options_in_order_and_knows_the_right_one()
    {
        var worked = Assert.Single(SampleLesson.Read().Document.Cases);

        Assert.Equal(("case", "客户在打电话", "您怎么办？"), (worked.Slug, worked.Title, worked.Question));
        Assert.Equal(["客户一边打电话，一边递上存折。", "后面还有三个人。"], worked.Situation);
        Assert.Equal(
            [new CaseOption("“请您先打完。”", "客户会不高兴", "他着急。", false), new CaseOption("微笑点头，请他先坐。", "对", "问好不一定用话。", true)],
            worked.Options);
    }

    [Fact]
    public void Text_is_marked_and_tables_scroll_in_a_frame()
    {
        var html = new HtmlParser().ParseDocument(SampleLesson.Read().Document.Clauses.First().Html);

        Assert.Equal("先问好", html.QuerySelector("p strong")?.TextContent);
        Assert.Equal("再", html.QuerySelector("p em")?.TextContent);
        Assert.Equal(["时候", "说什么"], html.QuerySelectorAll("div.table-frame > table th[scope=col]").Select(head => head.TextContent));
        Assert.Equal("早上好", html.QuerySelector("tbody td:last-child")?.TextContent);
    }

    [Fact]
    public void Comments_do_not_reach_the_reader()
    {
        var draft = SampleLesson.ReadWith("问清楚再办。", "问清楚<!-- two\nlines -->再办。");

        Assert.Contains("问清楚再办。", draft.PlainText, StringComparison.Ordinal);
        Assert.DoesNotMatch("handbook|nobody|lines", draft.PlainText + string.Concat(draft.Document.Clauses.Select(clause => clause.Html)));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<iframe src=\"https://example.com\"></iframe>")]
    [InlineData("[here](javascript:alert(1))")]
    [InlineData("![here](javascript:alert(1))")]
    [InlineData("[here](data:text/html,x)")]
    [InlineData("here {onclick=\"alert(1)\" style=\"color:red\"}")]
    [InlineData("*here*{onmouseover=\"alert(1)\"}")]
    public void Nothing_in_a_lesson_runs(string text)
    {
        var html = new HtmlParser().ParseDocument(SampleLesson.ReadWith("问清楚再办。", text).Document.Clauses.Last().Html).Body!;

        Assert.Empty(html.QuerySelectorAll("script, iframe, object, embed, style"));
        Assert.All(html.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute =>
        {
            Assert.DoesNotMatch("^(on|style)", attribute.Name);
            Assert.DoesNotMatch("^(javascript|data):", attribute.Value);
        });
    }

    [Fact]
    public void Html_is_shown_as_text() =>
        Assert.Contains("<b>", SampleLesson.ReadWith("问清楚再办。", "写成 <b> 的样子").PlainText, StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(200, 2)]
    [InlineData(1_000, 6)]
    public void Reading_takes_a_minute_for_each_200_characters_and_one_at_least(int characters, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), SampleLesson.ReadWith("问清楚再办。", new string('字', characters)).ReadingTime);

    [Theory]
    [InlineData("{#greet-first source", "{source", "先问好")]
    [InlineData("source=\"手册第 1 条\" ", "", "greet-first")]
    [InlineData(" mark=\"T\"", "", "nothing is no mark")]
    [InlineData("mark=\"T\"", "mark=\"X\"", "X is no mark")]
    [InlineData("mark: GK", "mark: sure", "sure is no mark")]
    [InlineData("    verdict: 客户会不高兴", "    right: true\n    verdict: 客户会不高兴", "客户在打电话")]
    [InlineData("    right: true\n", "", "客户在打电话")]
    [InlineData("question: 您怎么办？\n", "", "question")]
    [InlineData("    why: 他着急。\n", "", "why")]
    [InlineData("title: 接待客户\n", "", "title")]
    [InlineData("title: 接待客户", "tilte: 接待客户", "tilte")]
    [InlineData("aims:\n  - 说出第一句话\n", "", "aims")]
    [InlineData("sources:", "sources: [", "front matter")]
    [InlineData("<!-- [V] handbook 1: greet first -->", "开场白", "开场白")]
    [InlineData("---\ntitle", "title", "front matter")]
    public void A_problem_is_named(string part, string instead, string named)
    {
        var problem = Assert.Throws<LessonException>(() => SampleLesson.ReadWith(part, instead));

        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }
}
