using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Assignments;

public sealed class AskedPeopleTests(OpenedAcademy opened)
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public async Task The_store_finds_whom_the_rules_cover()
    {
        await using var store = new AcademyStore(opened);
        await store.TellAsync(async (AcademyDb db) =>
        {
            var people = await db.Employees.AsNoTracking().ToListAsync();
            var organization = await db.OrganizationAsync(CancellationToken.None);
            var audience = Gen.Select(
                Among([.. people.Select(p => p.Id)]).Array[0, 2],
                Among(await db.Branches.Select(b => b.Id).ToListAsync()).Array[0, 3],
                Among(await db.Positions.Select(p => p.Id).ToListAsync()).Array[0, 2],
                (named, branches, positions) => new Audience(named, branches, positions));
            var subject = 1000L;
            await audience.Array[0, 3].SampleAsync(
                async audiences =>
                {
                    var asked = new Subject(SubjectKind.Course, ++subject);
                    db.AddRange(audiences.Select(a => new Assignment(asked, a, Today, Today, Recurrence.None, 0, people[0].Id, default)));
                    await db.SaveChangesAsync();

                    var expected = people
                        .Where(p =>
                            p.Employment == Employment.Active && audiences.Any(a => a.Covers(p.Id, p.BranchId, p.PositionId, organization)))
                        .Select(p => p.Id);
                    var found = await (await db.AskedAsync(asked, Today, CancellationToken.None)).ToListAsync();
                    Assert.Equal(expected.Order(), found.Order());
                },
                iter: 60,
                threads: 1);
        });
    }

    private static Gen<long> Among(List<long> ids) => Gen.Int[0, ids.Count - 1].Select(at => ids[at]);
}
