using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;

namespace Academy.Tests.Questions;

public class RevisionTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly Question question = new("manners-001");

    [Fact]
    public void The_first_text_is_version_1()
    {
        question.Revise(Specimens.Single, Monday);

        Assert.Equal((1, null), (question.Current!.Number, question.Current.SupersededAt));
    }

    [Fact]
    public void The_same_text_makes_no_new_version()
    {
        question.Revise(Specimens.Single, Monday);
        question.Revise(Specimens.Of(QuestionType.SingleChoice, ["a", "b", "c", "d"], ["b"]), Monday.AddDays(1));

        Assert.Null(Assert.Single(question.Versions).SupersededAt);
    }

    public static TheoryData<QuestionText> OtherTexts =>
    [
        Specimens.Single with { Stem = "Which of these?" },
        Specimens.Single with { Explanation = "For another reason." },
        Specimens.Single with { Topic = "manners/parting" },
        Specimens.Single with { Difficulty = 3 },
        Specimens.Single with { Norm = "quality" },
        Specimens.Single with { Options = [.. Specimens.Single.Options.Reverse()] },
        Specimens.Single with { Options = [.. Specimens.Single.Options.Select(option => option with { Feedback = "See above." })] },
        Specimens.Of(QuestionType.SingleChoice, ["a", "b", "c", "d"], ["c"]),
        Specimens.Of(QuestionType.MultipleChoice, ["a", "b", "c", "d"], ["b"]),
    ];

    [Theory, MemberData(nameof(OtherTexts))]
    public void Another_text_takes_the_place_of_the_current_one(QuestionText other)
    {
        question.Revise(Specimens.Single, Monday);
        question.Revise(other, Monday.AddDays(1));

        Assert.Equal((2, other), (question.Current!.Number, question.Current.Text));
        Assert.Equal(Monday.AddDays(1), question.Versions.Single(version => version.Number == 1).SupersededAt);
    }

    [Fact]
    public void An_old_version_never_changes()
    {
        question.Revise(Specimens.Single, Monday);
        var first = question.Current!;
        question.Revise(Specimens.TrueFalse, Monday.AddDays(1));
        question.Revise(Specimens.Multiple, Monday.AddDays(2));

        Assert.Equal(
            (1, Specimens.Single, QuestionType.SingleChoice, Monday.AddDays(1)),
            (first.Number, first.Text, first.Type, first.SupersededAt));
        Assert.Equal(3, question.Versions.Count);
    }

    [Fact]
    public void A_retired_question_that_comes_back_is_in_use_again()
    {
        question.Revise(Specimens.Single, Monday);
        question.Retire(Monday.AddDays(1));
        question.Retire(Monday.AddDays(2));
        Assert.Equal(Monday.AddDays(1), question.RetiredAt);

        question.Revise(Specimens.Single, Monday.AddDays(3));

        Assert.Null(question.RetiredAt);
        Assert.Single(question.Versions);
    }
}
