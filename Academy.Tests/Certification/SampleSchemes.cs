using Academy.Domain.Certification;

namespace Academy.Tests.Certification;

/// <summary>Schemes and what people do for them.</summary>
internal static class SampleSchemes
{
    public static readonly Requirement Course = new(RequirementKind.Course, "professional-ethics");
    public static readonly Requirement Quiz = new(RequirementKind.Quiz, "professional-ethics", 80);

    /// <summary>A course and a quiz for a year; the quiz again from the last three months to two weeks after.</summary>
    public static readonly SchemeTerms Tellers = new(
        "综合柜员资格", "Teller", "ZHGY", ["teller"], [Course, Quiz], [Quiz], 12, 91, 15, NeedsApproval: false, Day(2027, 1, 1));

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static Feat Read(int year, int month, int day) => new(RequirementKind.Course, Course.Of, Day(year, month, day));

    public static Feat Sat(int year, int month, int day, decimal points) =>
        new(RequirementKind.Quiz, Quiz.Of, Day(year, month, day)) { Figure = points, Worth = 100, HasPassed = points >= 60 };
}
