using Academy.Domain.Learning;

namespace Academy.Tests.Learning;

public sealed class ManuscriptTests
{
    public static TheoryData<string> Shipped =>
        [.. Directory.GetFiles(Path.Combine(Repository.Folder, "content", "courses"), "*.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Folder, f))];

    [Theory, MemberData(nameof(Shipped))]
    public void A_shipped_lesson_is_edited_without_losing_anything(string file)
    {
        var lesson = LessonReader.Read(File.ReadAllText(Repository.File(file)));
        var again = ManuscriptReader.Read(
            lesson.Title,
            ManuscriptFormat.Markdown,
            ManuscriptText.Of(lesson.Document).ToSource(),
            new ClauseSlugs("x", lesson.Document, [], []));

        Assert.Equal(lesson.Document.Clauses.Select(c => $"{c}"), again.Document.Clauses.Select(c => $"{c}"));
        Assert.True(lesson.Document.IsLike(again.Document));
    }

    [Fact]
    public void The_form_comes_back_as_it_was_filled_in()
    {
        var text = new ManuscriptText("提示：好", ["会\"问好\"", "- 会送别"], "## 一\n---\n正文\n", ["要点"], ["手册 [V]"]);
        var again = ManuscriptText.Of(text.ToSource());

        Assert.Equal((text.Notice, text.Body), (again.Notice, again.Body));
        Assert.Equal(text.Aims.Concat(text.KeyPoints).Concat(text.Sources), again.Aims.Concat(again.KeyPoints).Concat(again.Sources));
        Assert.Equal(new Source("手册", Confidence.Verified), ManuscriptText.SourceOf("手册 [V]"));
    }

    [Fact]
    public void Text_before_the_first_heading_and_without_any_is_kept()
    {
        Assert.Equal(["引言", "一"], TitlesOf("先看这里\n\n## 一\n\n正文"));
        Assert.Equal(["题目"], TitlesOf("只有正文"));
        Assert.Equal(["一", "二"], TitlesOf("# 题目\n\n## 一\n\n正文\n\n## 二\n\n正文"));
    }

    [Fact]
    public void What_came_and_went_is_told_clause_by_clause()
    {
        var changes = Differences.Between(
            Read("## 一\n\n先问好，再问事。\n\n## 二\n\n送别。").Document,
            Read("## 一\n\n先微笑，再问事。\n\n## 三\n\n回访。").Document);

        Assert.Equal(
            [("一", ChangeKind.Same), ("三", ChangeKind.Inserted), ("二", ChangeKind.Deleted)],
            changes.Select(c => (c.Title!, c.Kind)));
        Assert.Equal(["问好", "微笑"], changes[0].Changes.Where(c => c.Kind != ChangeKind.Same).OrderBy(c => c.Kind).Select(c => c.Text));
    }

    private static IEnumerable<string> TitlesOf(string body) => Read(body).Document.Clauses.Select(c => c.Title);

    private static LessonDraft Read(string body)
    {
        var slugs = new ClauseSlugs(
            "l",
            new LessonDocument(
                null, [], [.. "一二三".Select((t, i) => new ClausePart($"c-{i}", $"{t}", i, new Source("", Confidence.Stated), ""))], [], []),
            [],
            []);
        return ManuscriptReader.Read("题目", ManuscriptFormat.Markdown, (ManuscriptText.Empty with { Body = body }).ToSource(), slugs);
    }
}
