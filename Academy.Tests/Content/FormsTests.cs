using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Content;

/// <summary>That not every question of content/ is ticked, and those of other forms keep to the rules of all.</summary>
public sealed class FormsTests
{
    private const int Fewest = 60;

    private static readonly QuestionType[] Rarer =
        [QuestionType.Matching, QuestionType.Ordering, QuestionType.Numerical, QuestionType.Case];

    private static readonly string[] Norms = ["conduct", "etiquette", "skill", "discipline", "quality", "efficiency"];

    private static readonly List<ShippedQuestion> Cases = [.. ShippedQuestion.Of(QuestionType.Case)];

    [Fact]
    public void Many_questions_are_paired_put_in_order_reckoned_or_told_as_a_case() =>
        Assert.True(ShippedQuestion.All.Count(question => Rarer.Contains(question.Text.Type)) >= Fewest);

    [Fact]
    public void Each_of_these_forms_comes_in_several_courses() => Assert.All(
        Rarer,
        type => Assert.True(
            ShippedQuestion.Of(type).Select(question => question.Text.Topic!.Split('/')[0]).Distinct().Count() >= 5, $"{type}"));

    [Fact]
    public void Every_question_has_an_explanation_and_so_has_every_part_of_a_case() => Findings.AssertNone(
        ShippedQuestion.All.Where(question => question.Text.Explanation.IsEmpty
            || AskedIn(question).Any(part => part.Explanation.IsEmpty)));

    [Fact]
    public void Every_question_has_a_difficulty_from_1_to_3_and_a_known_norm() => Findings.AssertNone(
        ShippedQuestion.All.Where(question => question.Text.Difficulty is < 1 or > 3 || !Norms.Contains(question.Text.Norm)));

    [Fact]
    public void Every_question_has_a_numbered_id_of_its_bank() =>
        Assert.All(ShippedQuestion.All, question => Assert.Matches($"^{question.Bank}-[0-9]{{3}}$", question.Id));

    [Fact]
    public void A_case_asks_two_to_five_things() =>
        Findings.AssertNone(Cases.Where(question => AskedIn(question).Count() is < 2 or > 5));

    [Fact]
    public void In_cases_as_many_statements_are_true_as_false() => Findings.AssertShare(
        0.3, 0.7, [.. Cases.SelectMany(AskedIn).Where(part => part.Type == QuestionType.TrueFalse)],
        ShippedQuestion.SaysTrue);

    [Fact]
    public void What_is_put_in_order_has_three_to_six_steps() =>
        Findings.AssertNone(ShippedQuestion.Of(QuestionType.Ordering).Where(question => question.Text.Options.Count is < 3 or > 6));

    private static IEnumerable<QuestionText> AskedIn(ShippedQuestion question) =>
        question.Text.Parts.Where(part => part.Type != QuestionType.Description);
}
