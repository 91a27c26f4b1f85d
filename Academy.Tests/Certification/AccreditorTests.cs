using Academy.Domain.Auditing;
using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Academy.Tests.Opening;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Certification.Certifying;

namespace Academy.Tests.Certification;

/// <summary>Who says what it takes to be certified, and what can be said.</summary>
public sealed class AccreditorTests(OpenedAcademy opened)
{
    private static readonly SchemeTerms Shorter = Auditors with { GraceDays = 1 };

    [Fact]
    public async Task Only_who_administers_keeps_schemes()
    {
        await using var store = new AcademyStore(opened);
        var id = await store.AddSchemeAsync(Auditors);

        Assert.Equal(
            (null, SchemeRefusal.MayNotKeep),
            await store.KeepAsync((role, by) => role.AddAsync(Accreditor.NewKey(), Auditors, by, None), "T0001"));
        Assert.Equal(
            SchemeRefusal.MayNotKeep,
            await store.KeepAsync((role, by) => role.ChangeAsync(id, Auditors.AsSeen(), Shorter, by, None), "T0001"));
        Assert.Equal(SchemeRefusal.MayNotKeep, await store.KeepAsync((role, by) => role.WithdrawAsync(id, by, None), "T0001"));
    }

    [Fact]
    public async Task A_scheme_is_made_once_changed_by_who_has_seen_it_and_withdrawn()
    {
        await using var store = new AcademyStore(opened);
        var key = Accreditor.NewKey();
        var (id, _) = await store.KeepAsync((role, by) => role.AddAsync(key, Auditors, by, None));
        Assert.Equal((id, null), await store.KeepAsync((role, by) => role.AddAsync(key, Auditors, by, None)));
        Assert.Equal(
            (null, SchemeRefusal.ChangedMeanwhile), await store.KeepAsync((role, by) => role.AddAsync(key, Shorter, by, None)));

        var longer = Auditors with { ValidMonths = 24 };
        Assert.Null(await store.KeepAsync((role, by) => role.ChangeAsync(id!.Value, Auditors.AsSeen(), longer, by, None)));
        Assert.Null(await store.KeepAsync((role, by) => role.ChangeAsync(id!.Value, Auditors.AsSeen(), longer, by, None)));
        Assert.Equal(
            SchemeRefusal.ChangedMeanwhile,
            await store.KeepAsync((role, by) => role.ChangeAsync(id!.Value, Auditors.AsSeen(), Shorter, by, None)));
        Assert.Null(await store.KeepAsync((role, by) => role.WithdrawAsync(id!.Value, by, None)));
        Assert.Null(await store.KeepAsync((role, by) => role.WithdrawAsync(id!.Value, by, None)));
        Assert.Equal(
            SchemeRefusal.AlreadyWithdrawn,
            await store.KeepAsync((role, by) => role.ChangeAsync(id!.Value, longer.AsSeen(), Auditors, by, None)));
        Assert.Equal(
            [CertificationTrail.SchemeAdded, CertificationTrail.SchemeEdited, CertificationTrail.SchemeWithdrawn],
            await store.AskAsync((AcademyDb db) => db.AuditEntries
                .Where(e => e.Subject == CertificationTrail.Scheme && e.SubjectKey == $"{id}")
                .OrderBy(e => e.Id).Select(e => e.Act).ToListAsync()));
    }

    public static TheoryData<SchemeTerms, SchemeRefusal> Impossible => new()
    {
        { Auditors with { Title = " " }, SchemeRefusal.TitleMissing },
        { Auditors with { Title = new string('长', 61) }, SchemeRefusal.TitleTooLong },
        { Auditors with { Prefix = "N1" }, SchemeRefusal.PrefixOutOfForm },
        { Auditors with { Prefix = "GMZG" }, SchemeRefusal.PrefixTaken },
        { Auditors with { Requirements = [] }, SchemeRefusal.NothingRequired },
        { Auditors with { Requirements = [.. Auditors.Requirements, .. Auditors.Requirements] }, SchemeRefusal.RequiredTwice },
        { Auditors with { Requirements = [new(RequirementKind.Course, "no-such")] }, SchemeRefusal.UnknownSubject },
        { Auditors with { Renewal = [new(RequirementKind.Quiz, "no-such")] }, SchemeRefusal.UnknownSubject },
        { Auditors with { Requirements = [new(RequirementKind.Contest, "chess")] }, SchemeRefusal.UnknownSubject },
        { Auditors with { Requirements = [new(RequirementKind.Drill, "slips-sums-600")] }, SchemeRefusal.LevelOutOfRange },
        { Auditors with { Requirements = [new(RequirementKind.Quiz, "professional-ethics", 80.005m)] }, SchemeRefusal.MarkOutOfRange },
        { Auditors with { Requirements = [new(RequirementKind.Course, "manners", WithinMonths: 0)] }, SchemeRefusal.MonthsOutOfRange },
        { Auditors with { Requirements = [new(RequirementKind.Contest, "slips-sums-600", Rank: 0)] }, SchemeRefusal.RankOutOfRange },
        { Auditors with { Positions = ["no-such"] }, SchemeRefusal.UnknownPosition },
        { Auditors with { ValidMonths = 0 }, SchemeRefusal.ValidityOutOfRange },
        { Auditors with { ValidMonths = 1, RenewalDays = 27 }, SchemeRefusal.WindowOutOfRange },
        { Auditors with { GraceDays = -1 }, SchemeRefusal.GraceOutOfRange },
        { Auditors with { StartsOn = new DateOnly(1999, 12, 31) }, SchemeRefusal.StartOutOfRange },
    };

    [Theory, MemberData(nameof(Impossible))]
    public async Task What_cannot_be_is_refused(SchemeTerms terms, SchemeRefusal refusal)
    {
        await using var store = new AcademyStore(opened);

        Assert.Equal((null, refusal), await store.KeepAsync((role, by) => role.AddAsync(Accreditor.NewKey(), terms, by, None)));
    }

    [Fact]
    public async Task A_scheme_comes_from_its_file_until_somebody_changes_it_here()
    {
        await using var content = new SampleContent();
        content.Write("schemes/manners.yaml", File(months: 12));
        await content.OpenAsync();
        var first = await SchemeAsync(content);
        Assert.Equal((12, new DateOnly(2026, 11, 24), false), (first.Terms.ValidMonths, first.Terms.StartsOn, first.IsOwn));

        content.Store.Clock.Advance(TimeSpan.FromDays(3));
        content.Write("schemes/manners.yaml", File(months: 18));
        await content.OpenAsync();
        var second = await SchemeAsync(content);
        Assert.Equal((18, new DateOnly(2026, 11, 24)), (second.Terms.ValidMonths, second.Terms.StartsOn));

        content.Store.Execute("UPDATE Schemes SET IsOwn = 1");
        content.Write("schemes/manners.yaml", File(months: 6));
        await content.OpenAsync();
        Assert.Equal(18, (await SchemeAsync(content)).Terms.ValidMonths);
    }

    [Theory]
    [InlineData("{ course: nowhere }", "There is no Course nowhere")]
    [InlineData("{ course: manners, quiz: manners }", "either a course")]
    [InlineData("{ drill: slips-sums-600 }", "LevelOutOfRange")]
    public async Task A_file_that_cannot_be_keeps_the_academy_shut(string requirement, string said)
    {
        await using var content = new SampleContent();
        content.Write("schemes/manners.yaml", File(12).Replace("{ course: manners }", requirement, StringComparison.Ordinal));

        Assert.Contains(said, (await Assert.ThrowsAnyAsync<Exception>(content.OpenAsync)).Message);
    }

    private static string File(int months) =>
        $$"""
        title: 礼仪资格
        prefix: LY
        validMonths: {{months}}
        requirements:
          - { course: manners }
          - { quiz: manners, mark: 8 }
        """;

    private static Task<Scheme> SchemeAsync(SampleContent content) =>
        content.Store.AskAsync((AcademyDb db) => db.Schemes.AsNoTracking().SingleAsync());
}
