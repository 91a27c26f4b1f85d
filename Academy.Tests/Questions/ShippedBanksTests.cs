using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;

namespace Academy.Tests.Questions;

/// <summary>What every question bank in content/ must keep to.</summary>
public partial class ShippedBanks
{
    private static readonly string[] Norms = ["conduct", "etiquette", "skill", "discipline", "quality", "efficiency"];

    private static readonly Dictionary<string, QuestionFile> Files = Directory
        .EnumerateFiles(Repository.File("content", "banks"), "*.gift")
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => GiftReader.Read(File.ReadAllText(path)));

    private static readonly HashSet<string> Clauses = [.. Directory
        .EnumerateFiles(Repository.File("content", "courses"), "*.md", SearchOption.AllDirectories)
        .SelectMany(path => Headings()
            .Matches(File.ReadAllText(path))
            .Select(heading => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{heading.Groups[1].Value}"))];

    private static IEnumerable<DraftQuestion> Questions => Files.Values.SelectMany(file => file.Questions);

    public static TheoryData<string> Banks => [.. Files.Keys];

    [Theory, MemberData(nameof(Banks))]
    public void Every_bank_reads_without_a_message(string bank) => Assert.Empty(Files[bank].Reported);

    [Theory, MemberData(nameof(Banks))]
    public void Every_bank_has_one_title(string bank) =>
        Assert.False(string.IsNullOrEmpty(Assert.Single(Files[bank].Questions.Select(question => question.Category).Distinct())));

    [Theory, MemberData(nameof(Banks))]
    public void Every_question_has_a_numbered_id_of_its_bank(string bank) =>
        Assert.All(Files[bank].Questions, question => Assert.Matches($"^{bank}-[0-9]{{3}}$", question.Id));

    [Fact]
    public void Ids_are_unique_over_all_banks() => Assert.Distinct(Questions.Select(question => question.Id));

    [Fact]
    public void No_two_stems_are_equal() => Assert.Distinct(Questions.Select(question => question.Text.Stem));

    [Fact]
    public void There_are_enough_questions_to_draw_from() => Assert.True(Questions.Count() >= 120, $"{Questions.Count()} questions");

    [Fact]
    public void Every_question_has_a_name_and_an_explanation() =>
        AssertEach(question => question is { Name: not null, Text.Explanation.IsEmpty: false });

    [Fact]
    public void Every_question_has_one_clause_that_a_lesson_teaches() =>
        AssertEach(question => question.TagValues("clause").ToList() is [var clause] && Clauses.Contains(clause));

    [Fact]
    public void Every_question_has_one_difficulty_from_1_to_3() =>
        AssertEach(question => question.TagValues("difficulty").ToList() is ["1" or "2" or "3"]);

    [Fact]
    public void Every_question_has_one_known_norm() =>
        AssertEach(question => question.TagValues("norm").ToList() is [var norm] && Norms.Contains(norm));

    [Fact]
    public void A_single_choice_has_four_options_and_one_of_them_is_right() => AssertEach(
        question => question.Text.Options.Count == 4 && question.Text.Options.Where(option => option.IsRight).ToList() is [{ Weight: 100 }],
        QuestionType.SingleChoice);

    [Fact]
    public void A_multiple_choice_has_four_or_five_options_and_two_to_four_of_them_are_right() => AssertEach(
        question => question.Text.Options.Count is 4 or 5 && question.Text.Options.Count(option => option.IsRight) is >= 2 and <= 4,
        QuestionType.MultipleChoice);

    [Fact]
    public void The_right_options_of_a_multiple_choice_share_all_points_and_a_wrong_one_forfeits_them() => AssertEach(
        question => question.Text.Options.Where(option => option.IsRight).Sum(option => option.Weight) is > 99.999m and <= 100
            && question.Text.Options.All(option => option.IsRight || option.Weight == -100),
        QuestionType.MultipleChoice);

    [Fact]
    public void The_right_option_of_a_single_choice_stands_at_every_position_about_as_often()
    {
        var keys = RightKeys(QuestionType.SingleChoice);

        Assert.All(["a", "b", "c", "d"], key => Assert.InRange(Share(keys, key), 0.15, 0.4));
    }

    [Fact]
    public void The_right_options_of_multiple_choices_are_not_always_the_first()
    {
        var keys = RightKeys(QuestionType.MultipleChoice);

        Assert.All(["a", "b", "c", "d"], key => Assert.InRange(Share(keys, key), 0.1, 0.4));
    }

    [Fact]
    public void True_and_false_are_balanced() => Assert.InRange(Share(RightKeys(QuestionType.TrueFalse), "true"), 0.35, 0.65);

    private static void AssertEach(Func<DraftQuestion, bool> rule, QuestionType? type = null) =>
        Assert.Empty(Questions
            .Where(question => (type ?? question.Type) == question.Type && !rule(question))
            .Select(question => question.Id ?? question.Text.Stem));

    private static List<string> RightKeys(QuestionType type) =>
        [.. Questions
            .Where(question => question.Type == type)
            .SelectMany(question => question.Text.Options)
            .Where(option => option.IsRight)
            .Select(option => option.Key)];

    private static double Share(List<string> keys, string key) => (double)keys.Count(right => right == key) / keys.Count;

    [GeneratedRegex(@"^## .*\{#([a-z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
