using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.People.Rosters;

/// <summary>
/// A workbook to fill in, with rows that show how. The examples use the bank's own head office and
/// positions where it has them.
/// </summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class ImportTemplateModel(AcademyDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var root = await db.Branches
            .Where(b => b.ParentId == null)
            .Select(b => new { b.Code, b.Name, b.EnglishName })
            .FirstOrDefaultAsync(ct) ?? new { Code = "000", Name = "总行", EnglishName = "Head office" };
        var position = await db.Positions.OrderBy(p => p.Id).Select(p => p.Name).FirstOrDefaultAsync(ct) ?? "柜员";
        return Workbook.Of("roster", new Dictionary<string, object>
        {
            ["机构"] = new[]
            {
                new { 机构编号 = root.Code, 机构名称 = root.Name, 上级机构编号 = "", 类别 = "总行", 英文名称 = root.EnglishName },
                new { 机构编号 = "901", 机构名称 = "示例支行", 上级机构编号 = root.Code, 类别 = "支行", 英文名称 = "Sample Branch" },
            },
            ["人员"] = new[]
            {
                new { 工号 = "S0001", 姓名 = "张三", 机构编号 = "901", 岗位 = position, 状态 = "在岗", 拼音 = "zhang san", 邮箱 = "s0001@bank.example" },
                new { 工号 = "S0002", 姓名 = "单雄", 机构编号 = "901", 岗位 = position, 状态 = "产假", 拼音 = "shan xiong", 邮箱 = "" },
            },
        });
    }
}
