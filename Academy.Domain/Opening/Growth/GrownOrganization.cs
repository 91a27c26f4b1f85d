using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening.Growth;

/// <summary>Opens branches under the head office, and outlets under each, until there are as many units as wanted.</summary>
internal sealed class GrownOrganization(AcademyDb db)
{
    private const int FirstCode = 10;

    public async Task GrowAsync(int units, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var missing = units - await db.Branches.CountAsync(ct);
        if (missing <= 0) return;

        var head = await db.Branches.SingleAsync(b => b.ParentId == null, ct);
        var known = (await db.Branches.Select(b => b.Code).ToListAsync(ct)).ToHashSet();
        for (var number = 1; missing > 0; number++)
        {
            var (name, english) = GrownNames.Branch(number);
            var branch = await db.Branches.SingleOrDefaultAsync(b => b.Code == CodeOf(number, 0), ct)
                ?? Open(new Branch(CodeOf(number, 0), name, english, BranchKind.Branch, head));
            for (var outlet = 1; outlet <= GrownNames.OutletsPerBranch && missing > 0; outlet++)
            {
                if (known.Contains(CodeOf(number, outlet))) continue;

                var corner = GrownNames.Outlet(branch, outlet);
                Open(new Branch(CodeOf(number, outlet), corner.Name, corner.English, BranchKind.Outlet, branch));
            }
        }

        await turn.CommitAsync(ct);

        Branch Open(Branch unit)
        {
            missing--;
            return db.Add(unit).Entity;
        }
    }

    private static string CodeOf(int branch, int outlet) => string.Create(CultureInfo.InvariantCulture, $"{FirstCode + branch}{outlet:D2}");
}
