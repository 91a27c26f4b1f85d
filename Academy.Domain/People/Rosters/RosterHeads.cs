using Academy.Domain.Files.Sheets;

namespace Academy.Domain.People.Rosters;

/// <summary>The columns of people and of branches by their heads.</summary>
internal static class RosterHeads
{
    private static readonly Dictionary<string, RosterColumn> OfPeople = HeadWords.Of(
        (RosterColumn.Number, "工号 员工号 员工编号 人员编号 柜员号 number employeenumber employeeno employeeid staffnumber staffid"),
        (RosterColumn.Name, "姓名 员工姓名 name fullname employeename"),
        (RosterColumn.Branch, "机构编号 机构号 机构代码 网点编号 所属机构编号 branchcode branchnumber"),
        (RosterColumn.BranchName, "机构 机构名称 所属机构 所在机构 部门 网点 branch branchname unit"),
        (RosterColumn.Position, "岗位 岗位名称 职位 职务 position post jobtitle"),
        (RosterColumn.State, "状态 在岗状态 人员状态 员工状态 state status employment"),
        (RosterColumn.Pinyin, "拼音 姓名拼音 排序拼音 pinyin sortkey"),
        (RosterColumn.Mail, "邮箱 电子邮箱 邮箱地址 电子邮件 邮件 mail email emailaddress mailaddress"));

    private static readonly Dictionary<string, RosterColumn> OfBranches = HeadWords.Of(
        (RosterColumn.Code, "机构编号 机构号 机构代码 网点编号 编号 branchcode branchnumber code"),
        (RosterColumn.Name, "机构名称 机构 名称 branch branchname name"),
        (RosterColumn.Parent, "上级机构编号 上级机构号 上级编号 parentcode parentbranchcode"),
        (RosterColumn.ParentName, "上级机构 上级机构名称 上级 parent parentbranch"),
        (RosterColumn.Kind, "类别 机构类别 机构类型 类型 kind type branchkind"),
        (RosterColumn.English, "英文名称 英文名 英文 english englishname"));

    public static bool TellPeople(IEnumerable<string> heads) =>
        heads.Any(h => OfPeople.GetValueOrDefault(HeadWords.Plain(h), RosterColumn.Kind) == RosterColumn.Number);

    public static bool TellBranches(IReadOnlyCollection<string> heads)
    {
        var known = heads.Select(h => Meaning(h, ofPeople: false)).ToHashSet();
        return known.Contains(RosterColumn.Code) && known.Overlaps([RosterColumn.Parent, RosterColumn.ParentName, RosterColumn.Kind])
            || (known.Contains(RosterColumn.Kind) && known.Overlaps([RosterColumn.Parent, RosterColumn.ParentName]));
    }

    /// <summary>Whether at least two heads are ours, so that somebody meant the sheet to be read.</summary>
    public static bool AreFamiliar(IEnumerable<string> heads) =>
        heads.Count(h => Meaning(h, true) is not null || Meaning(h, false) is not null) >= 2;

    public static RosterColumn? Meaning(string head, bool ofPeople) =>
        (ofPeople ? OfPeople : OfBranches).TryGetValue(HeadWords.Plain(head), out var column) ? column : null;

    /// <summary>The required columns that are not there, by their usual heads.</summary>
    public static IEnumerable<string> Missing(IReadOnlyCollection<RosterColumn> found, bool ofPeople)
    {
        if (ofPeople)
        {
            if (!found.Contains(RosterColumn.Name)) yield return "姓名";
            if (!found.Contains(RosterColumn.Branch) && !found.Contains(RosterColumn.BranchName)) yield return "机构编号";
            if (!found.Contains(RosterColumn.Position)) yield return "岗位";
            yield break;
        }

        if (!found.Contains(RosterColumn.Code)) yield return "机构编号";
        if (!found.Contains(RosterColumn.Name)) yield return "机构名称";
        if (!found.Contains(RosterColumn.Parent) && !found.Contains(RosterColumn.ParentName)) yield return "上级机构编号";
        if (!found.Contains(RosterColumn.Kind)) yield return "类别";
    }
}
