using Academy.Domain.People.Rosters;

namespace Academy.Tests.People;

/// <summary>What a row does to the roll, and what is said when it cannot.</summary>
public sealed class RosterPlanTests
{
    [Theory]
    [InlineData("E9,张三,101,柜员,在岗", RosterAction.AddPerson)]
    [InlineData("E9,张三,南门,teller,", RosterAction.AddPerson)]
    [InlineData("e1,李静怡,101,柜员,在岗", RosterAction.EditPerson)]
    [InlineData("E1,李静,100,柜员,在岗", RosterAction.MovePerson)]
    [InlineData("E1,李静,101,会计主管,在岗", RosterAction.MovePerson)]
    [InlineData("E1,李静,101,柜员,长病假", RosterAction.SendOnLeave)]
    [InlineData("E2,单雄,101,柜员,休假", RosterAction.SendOnLeave)]
    [InlineData("E2,单雄,101,柜员,在岗", RosterAction.TakeBack)]
    [InlineData("E3,赵强,101,柜员,在岗", RosterAction.TakeBack)]
    [InlineData("E1,李静,,,离职", RosterAction.Discharge)]
    public void A_row_makes_one_step(string row, RosterAction action)
    {
        var plan = RosterSamples.Plan(RosterSamples.People(row));
        Assert.Empty(plan.Problems);
        Assert.Equal(action, Assert.Single(plan.Changes).Action);
        Assert.Equal(plan.Rows, Enum.GetValues<RosterKind>().Sum(plan.Count));
    }

    [Theory]
    [InlineData("E1,李静,101,柜员,在岗")]
    [InlineData("ｅ１, 李静 ,南门,TELLER,")]
    [InlineData("E2,单雄,101,柜员,产假")]
    [InlineData("E3,赵强,,,离职")]
    [InlineData("E9,张三,101,柜员,离职")]
    public void What_is_already_so_makes_no_step(string row)
    {
        var plan = RosterSamples.Plan(RosterSamples.People(row));
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.Changes);
        Assert.Equal(1, plan.Count(RosterKind.Same));
    }

    [Theory]
    [InlineData(",张三,101,柜员,", RosterProblemKind.MissingValue, "工号")]
    [InlineData("E9,,101,柜员,", RosterProblemKind.MissingValue, "姓名")]
    [InlineData("E 9,张三,101,柜员,", RosterProblemKind.BadCharacters, "工号")]
    [InlineData("..,张三,101,柜员,", RosterProblemKind.BadCharacters, "工号")]
    [InlineData("E9,张三,999,柜员,", RosterProblemKind.UnknownBranch, "机构编号")]
    [InlineData("E9,张三,109,柜员,", RosterProblemKind.ClosedBranch, "机构编号")]
    [InlineData("E9,张三,101,宇航员,", RosterProblemKind.UnknownPosition, "岗位")]
    [InlineData("E9,张三,101,柜员,摸鱼", RosterProblemKind.UnknownState, "状态")]
    [InlineData("A1,王敏,000,会计主管,离职", RosterProblemKind.DischargesYourself, "工号")]
    public void A_row_that_cannot_be_done_is_named_with_its_column(string row, RosterProblemKind kind, string column)
    {
        var plan = RosterSamples.Plan(RosterSamples.People("E1,李静,101,柜员,在岗", row));
        var problem = Assert.Single(plan.Problems);
        Assert.Equal((kind, 3, column), (problem.Kind, problem.Row, problem.Column));
        Assert.False(plan.MayBeApplied);
        Assert.Equal((1, 1), (plan.Count(RosterKind.ToMend), plan.Count(RosterKind.Same)));
    }

    [Fact]
    public void What_is_too_long_or_there_twice_is_named()
    {
        var plan = RosterSamples.Plan(RosterSamples.People($"E9,{new string('长', 101)},101,柜员,", "E8,张三,101,柜员,", " e8,李四,101,柜员,"));
        Assert.Equal([(RosterProblemKind.TooLong, 2), (RosterProblemKind.DuplicateNumber, 4)], plan.Problems.Select(p => (p.Kind, p.Row)));
    }

    [Theory]
    [InlineData(RosterProblemKind.UnknownParent, "201,东门,999,网点")]
    [InlineData(RosterProblemKind.UnknownKind, "201,东门,000,储蓄所")]
    [InlineData(RosterProblemKind.SecondRoot, "201,东门,,支行")]
    [InlineData(RosterProblemKind.ClosedBranch, "201,东门,109,网点")]
    [InlineData(RosterProblemKind.BadCharacters, "2/1,东门,000,网点")]
    [InlineData(RosterProblemKind.DuplicateCode, "201,东门,000,网点", "201,西门,000,网点")]
    [InlineData(RosterProblemKind.Cycle, "100,城关支行,101,支行")]
    public void A_branch_that_cannot_be_is_named(RosterProblemKind kind, params string[] rows)
    {
        var plan = RosterSamples.Plan(RosterSamples.Branches(rows));
        var problem = Assert.Single(plan.Problems);
        Assert.Equal((kind, "机构", rows.Length + 1), (problem.Kind, problem.Sheet, problem.Row));
    }

    [Fact]
    public void Every_branch_of_a_circle_in_the_file_is_named() => Assert.Equal(
        [(RosterProblemKind.Cycle, 2), (RosterProblemKind.Cycle, 3)],
        RosterSamples.Plan(RosterSamples.Branches("201,东门,202,支行", "202,西门,201,支行")).Problems.Select(p => (p.Kind, p.Row)));

    [Fact]
    public void A_branch_may_stand_before_its_parent_and_be_moved()
    {
        var plan = RosterSamples.Plan(RosterSamples.Branches("201,东门,200,网点", "200,城东支行,000,支行", "101,南门,200,网点", "100,城关支行营业部,000,支行"));
        Assert.Empty(plan.Problems);
        Assert.Equal(
            [RosterAction.AddBranch, RosterAction.AddBranch, RosterAction.MoveBranch, RosterAction.EditBranch],
            plan.Changes.Select(c => c.Action));
    }

    [Fact]
    public void Who_is_missing_from_a_complete_file_has_left()
    {
        var file = RosterSamples.People("A1,王敏,000,会计主管,在岗", "E2,单雄,101,柜员,产假");
        Assert.Empty(RosterSamples.Plan(file).Changes);
        var gone = Assert.Single(RosterSamples.Plan(file, isComplete: true).Changes);
        Assert.Equal((RosterAction.Discharge, "E1", 0), (gone.Action, gone.Key, gone.Row));
    }

    [Fact]
    public void A_complete_file_discharges_neither_everybody_nor_whoever_imports_it()
    {
        Assert.Equal(
            RosterProblemKind.NobodyNamed,
            Assert.Single(RosterSamples.Plan(RosterSamples.Branches("201,东门,000,网点"), isComplete: true).Problems).Kind);
        Assert.Equal(
            RosterProblemKind.DischargesYourself,
            Assert.Single(RosterSamples.Plan(RosterSamples.People("E1,李静,101,柜员,在岗"), isComplete: true).Problems).Kind);
    }

    [Fact]
    public void A_sorting_key_that_was_set_by_hand_outlives_a_file_without_one()
    {
        Assert.Equal("li jing", Assert.Single(RosterSamples.Plan(RosterSamples.People("E1,李静怡,101,柜员,")).Changes).Person!.Pinyin);
        Assert.Equal("单英", Assert.Single(RosterSamples.Plan(RosterSamples.People("E2,单英,101,柜员,产假")).Changes).Person!.Pinyin);
    }
}
