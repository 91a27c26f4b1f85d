using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Content;

/// <summary>That the questions of content/ ask for what its lessons teach, and the lessons keep to the rules of writing.</summary>
public sealed partial class TaughtTests
{
    private const int QuestionsOfClause = 4;
    private const int LongestNotice = 25;

    /// <summary>What an editor says of sources, and words that mean two things or are no longer used.</summary>
    private static readonly string[] Unwanted =
    [
        "不在我们手里", "我们核对", "没有核对到", "没有读到", "没有拿到", "正文我们没有", "我们举的例子",
        "题名", "利害关系", "根源整改", "外汇标识", "外汇业务标志", "碰了", "碰到了", "您答对了", "半个多钟头",
    ];

    private static readonly Dictionary<string, ShippedClause> Clauses =
        ShippedLesson.All.SelectMany(lesson => lesson.Clauses).ToDictionary(clause => clause.Topic);

    [Fact]
    public void Every_graded_clause_is_asked_for_at_least_four_times()
    {
        var asked = ShippedQuestion.All.CountBy(question => question.Text.Topic!).ToDictionary();

        Findings.AssertNone(Clauses.Values
            .Where(clause => clause.IsGraded && asked.GetValueOrDefault(clause.Topic) < QuestionsOfClause)
            .Select(clause => $"{clause}: {asked.GetValueOrDefault(clause.Topic)}"));
    }

    [Fact]
    public void No_question_asks_for_what_nobody_has_read() => Findings.AssertNone(
        ShippedQuestion.All.Where(question => !Clauses[question.Text.Topic!].IsGraded));

    [Fact]
    public void Every_figure_of_an_explanation_stands_in_the_lesson_or_in_the_question() => Findings.AssertNone(
        from question in ShippedQuestion.All
        let known = FiguresOf(LessonOf(question) + question.Asked)
        from figure in FiguresOf(question.Explained)
        where !known.Contains(figure) && !IsReckoned(question)
        select $"{question.Place}: {figure}");

    [Fact]
    public void Every_figure_that_is_the_answer_stands_in_the_lesson_unless_it_is_reckoned() => Findings.AssertNone(
        from question in ShippedQuestion.Of(QuestionType.SingleChoice)
        where !IsReckoned(question)
        let known = FiguresOf(LessonOf(question) + question.Stem)
        from figure in FiguresOf(question.Text.Options.Single(option => option.IsRight).Text.Plain)
        where !known.Contains(figure)
        select $"{question.Place}: {figure}");

    [Fact]
    public void Every_graded_clause_says_where_in_the_sheet_of_facts_it_comes_from() => Findings.AssertNone(
        Clauses.Values.Where(clause => clause.IsGraded && SectionsOf(clause).Count == 0));

    [Fact]
    public void No_clause_comes_from_a_section_that_the_sheet_of_facts_does_not_have()
    {
        var listed = File.ReadAllText(Repository.File("content", "facts.yaml"));
        var known = Sections().Matches(listed).Select(section => section.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(known);
        Findings.AssertNone(
            from clause in Clauses.Values
            from section in SectionsOf(clause)
            where !known.Contains(section)
            select $"{clause}: {section}");
    }

    [Fact]
    public void The_right_way_out_of_a_case_is_the_longest_no_more_often_than_by_chance()
    {
        var cases = ShippedLesson.All.SelectMany(lesson => lesson.Document.Cases.Select(told => (lesson.Place, Case: told))).ToList();
        var shown = cases
            .Where(told => told.Case.Options.MaxBy(option => option.Say.Length)!.IsRight
                && told.Case.Options.Count(option => option.Say.Length == told.Case.Options.Max(other => other.Say.Length)) == 1)
            .Select(told => $"{told.Place}: {told.Case.Title}")
            .ToList();

        Assert.True(shown.Count <= cases.Count / 3, $"{shown.Count} of {cases.Count}:\n{string.Join('\n', shown)}");
    }

    [Fact]
    public void A_notice_is_short() => Findings.AssertNone(
        ShippedLesson.All
            .Where(lesson => lesson.Document.Notice?.Length > LongestNotice)
            .Select(lesson => $"{lesson.Place}: {lesson.Document.Notice}"));

    [Fact]
    public void No_lesson_and_no_bank_uses_an_unwanted_word() => Findings.AssertNone(
        from path in Directory.EnumerateFiles(Repository.File("content", "courses"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.File("content", "banks"), "*.gift"))
        from line in File.ReadLines(path).Index()
        from word in Unwanted
        where line.Item.Contains(word, StringComparison.Ordinal)
        select $"{Path.GetRelativePath(Repository.Folder, path)}:{line.Index + 1}: {word}");

    private static List<string> SectionsOf(ShippedClause clause) =>
        [.. FactSection().Matches(clause.Lesson.CommentOn(clause.Part.Slug)).Select(section => section.Value)];

    private static string LessonOf(ShippedQuestion question) => Clauses[question.Text.Topic!].Lesson.Source;

    /// <summary>A stem with figures of its own asks to reckon with them.</summary>
    private static bool IsReckoned(ShippedQuestion question) => FiguresOf(question.Stem).Count >= 2;

    private static HashSet<string> FiguresOf(string text) =>
        [.. Figure().Matches(Gaps().Replace(text, "")).Select(figure => figure.Value)];

    [GeneratedRegex("[0-9.]+(个工作日|日|天|小时|分钟|秒|万元|元|张|枚|名|学时|%|年|个月|次|捆|把|道)")]
    private static partial Regex Figure();

    [GeneratedRegex("[ ,]")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"\b[ABC]\.[0-9]+[ab]?")]
    private static partial Regex FactSection();

    [GeneratedRegex("^  ([ABC][^:]+):", RegexOptions.Multiline)]
    private static partial Regex Sections();
}
