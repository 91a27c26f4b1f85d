using Academy.Tests.Hosting;

namespace Academy.Tests.Learning;

/// <summary>What the academy has not read itself: readers see one small mark, the trainer what is to be done.</summary>
public sealed class UnverifiedTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Course = "/courses/anti-fraud";
    private const string Mark = "待核";

    [Fact]
    public async Task A_clause_that_nobody_has_verified_has_one_small_mark_and_no_other_has()
    {
        var lesson = await (await academy.App.SignInAsync("E0042")).GetPageAsync($"{Course}/limits");

        Assert.Equal(Mark, lesson.QuerySelector("#what-to-say .clause-source .tag")!.TextContent);
        Assert.Null(lesson.QuerySelector("#liability .tag"));
        Assert.DoesNotContain("未见原文", lesson.Body!.TextContent);
        Assert.DoesNotContain("已核对", lesson.Body!.TextContent);
    }

    [Fact]
    public async Task A_trainer_sees_on_the_course_which_clauses_are_to_be_verified_and_how_sure_they_are()
    {
        var course = await (await academy.App.SignInAsync("T0001")).GetPageAsync($"/authoring{Course}");

        var clauses = course.QuerySelectorAll("section[aria-labelledby=unverified-title] .item").Select(item => item.TextContent).ToList();
        Assert.Contains(clauses, text => text.Contains("报警时说哪几样") && text.Contains("据二手资料，未见原文"));
        Assert.DoesNotContain(clauses, text => text.Contains("没做到，罚谁"));
    }

    [Fact]
    public async Task Where_all_is_verified_a_trainer_is_told_of_nothing()
    {
        var course = await (await academy.App.SignInAsync("T0001")).GetPageAsync("/authoring/courses/personal-information");

        Assert.Null(course.GetElementById("unverified-title"));
    }
}
