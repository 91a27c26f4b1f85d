using Academy.Domain.Competitions;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;

namespace Academy.Tests.Data;

/// <summary>Titles are cleaned by the terms that keep them, whichever page, list or program brings them.</summary>
public sealed class CleanTermsTests
{
    private const string Typed = " 季度\u202E考试\r\n\u200B2026 ";
    private const string Clean = "季度考试 2026";

    public static TheoryData<string, Func<string, string?>> Titles => new()
    {
        { "bank", title => new BankTerms(title, "", BankAccess.Private, false).Title },
        { "drawer", title => new CategoryTerms(title, null).Title },
        { "course", title => new CourseTerms(title, "", "", AttestationRule.None).Title },
        { "course in short", title => new CourseTerms("", title, "", AttestationRule.None).ShortTitle },
        { "quiz", title => new QuizTerms { Title = title, TimeLimit = TimeSpan.Zero, PassPoints = Points.Zero }.Title },
        { "competition", title => new CompetitionTerms(title, "", default, default, []).Title },
        { "question", title => new Filing(title, null, []).Name },
    };

    [Theory, MemberData(nameof(Titles))]
    public void A_title_is_as_people_see_it(string what, Func<string, string?> titleOf)
    {
        Assert.NotEmpty(what);
        Assert.Equal(Clean, titleOf(Typed));
        Assert.Equal("", titleOf("\u200B\u2066") ?? "");
    }
}
