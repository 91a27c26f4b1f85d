using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Certification.Certifying;

namespace Academy.Tests.Certification;

/// <summary>Certificates come to be, are renewed and taken back, and never change.</summary>
public sealed class CertifierTests(OpenedAcademy opened)
{
    private const string Auditor = "U0001";

    [Fact]
    public async Task Who_has_done_all_is_certified_once_with_all_that_is_printed()
    {
        await using var store = Store();
        var scheme = await store.AddSchemeAsync(Auditors);
        Assert.Equal(0, await store.IssueDueAsync());
        await store.FinishAsync(Auditor);
        await store.FinishAsync("E0001");

        Assert.Equal((1, 0), (await store.IssueDueAsync(), await store.IssueDueAsync()));

        var certificate = Assert.Single(await store.CertificatesOfAsync(Auditor, scheme));
        Assert.Equal(("NSZG-2026-00001", "内审岗位资格", Auditor), (certificate.Number, certificate.Title, certificate.HolderNumber));
        Assert.Equal((new DateOnly(2026, 11, 24), new DateOnly(2027, 11, 23)), (certificate.IssuedOn, certificate.ExpiresOn));
        Assert.Equal(("审计岗", CertificateOrigin.Path, ""), (certificate.Position, certificate.Origin, certificate.ByName));
        Assert.Matches("^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$", certificate.PrintedCode);
        Assert.Equal(certificate.Code, Certificate.CodeIn($" {certificate.PrintedCode.ToLowerInvariant()} "));
        Assert.Equal([CertificationTrail.CertificateIssued], await store.ActsOnCertificatesAsync());
    }

    [Fact]
    public async Task What_was_due_while_the_academy_was_down_has_the_days_that_it_would_have_had()
    {
        await using var store = Store();
        var scheme = await store.AddSchemeAsync(Auditors);
        await store.FinishAsync(Auditor);
        store.Clock.Advance(TimeSpan.FromDays(300));
        await store.FinishAsync(Auditor);
        store.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(2, await store.IssueDueAsync());

        var certificates = await store.CertificatesOfAsync(Auditor, scheme);
        Assert.Equal(
            [(new DateOnly(2026, 11, 24), new DateOnly(2027, 11, 23)), (new DateOnly(2027, 9, 20), new DateOnly(2028, 11, 23))],
            certificates.Select(c => (c.IssuedOn, c.ExpiresOn)));
        Assert.Equal(certificates[1].Id, certificates[0].RenewedBy!.CertificateId);
        Assert.Equal(CertificateState.Renewed, certificates[0].StateOn(new DateOnly(2027, 9, 20)));
        Assert.Equal(CertificateState.Renewable, certificates[0].StateOn(new DateOnly(2027, 9, 19)));
    }

    [Fact]
    public async Task A_scheme_that_needs_a_word_waits_for_somebody_else_to_say_it()
    {
        await using var store = Store();
        var scheme = await store.AddSchemeAsync(Auditors with { NeedsApproval = true, Positions = [] });
        foreach (var number in new[] { Auditor, Administrator }) await store.FinishAsync(number);
        Assert.Equal(0, await store.IssueDueAsync());
        store.Clock.Advance(TimeSpan.FromDays(2));
        var day = new DateOnly(2026, 11, 24);
        Approval[] asked =
        [
            new((await store.PersonAsync(Auditor)).Id!.Value, scheme, day),
            new((await store.PersonAsync(Administrator)).Id!.Value, scheme, day),
            new((await store.PersonAsync("E0001")).Id!.Value, scheme, day),
        ];

        Assert.Equal(
            (null, CertificateRefusal.MayNotCertify), await store.CertifyAsync((role, by) => role.ApproveAsync(asked, by, None), "T0001"));
        Assert.Equal((new CertifiedCount(1, 2), null), await store.CertifyAsync((role, by) => role.ApproveAsync(asked, by, None)));
        Assert.Equal((new CertifiedCount(0, 3), null), await store.CertifyAsync((role, by) => role.ApproveAsync(asked, by, None)));

        var certificate = Assert.Single(await store.CertificatesOfAsync(Auditor, scheme));
        Assert.Equal((day.AddDays(2), CertificateOrigin.Approval), (certificate.IssuedOn, certificate.Origin));
        Assert.Equal(Administrator, certificate.ByNumber);
    }

    [Fact]
    public async Task A_certificate_is_taken_back_with_a_reason_and_does_not_come_back_by_itself()
    {
        await using var store = Store();
        var scheme = await store.AddSchemeAsync(Auditors);
        await store.FinishAsync(Auditor);
        await store.IssueDueAsync();
        var id = (await store.CertificatesOfAsync(Auditor, scheme))[0].Id;

        Assert.Equal(
            CertificateRefusal.MayNotCertify, await store.CertifyAsync((role, by) => role.RevokeAsync(id, "违规", by, None), "B0001"));
        Assert.Equal(CertificateRefusal.NoteMissing, await store.CertifyAsync((role, by) => role.RevokeAsync(id, "  ", by, None)));
        Assert.Equal(
            CertificateRefusal.NoteTooLong, await store.CertifyAsync((role, by) => role.RevokeAsync(id, new string('字', 401), by, None)));
        Assert.Null(await store.CertifyAsync((role, by) => role.RevokeAsync(id, "严重违规", by, None)));
        Assert.Null(await store.CertifyAsync((role, by) => role.RevokeAsync(id, "严重违规", by, None)));
        Assert.Equal(CertificateRefusal.NotInForce, await store.CertifyAsync((role, by) => role.RevokeAsync(id, "别的", by, None)));

        Assert.Equal(0, await store.IssueDueAsync());
        var certificate = Assert.Single(await store.CertificatesOfAsync(Auditor, scheme));
        Assert.Equal((CertificateState.Revoked, "严重违规"), (certificate.StateOn(new DateOnly(2026, 11, 24)), certificate.Revocation!.Reason));
        Assert.Equal([CertificationTrail.CertificateIssued, CertificationTrail.CertificateRevoked], await store.ActsOnCertificatesAsync());
        store.Clock.Advance(TimeSpan.FromDays(1));
        await store.FinishAsync(Auditor);
        Assert.Equal(1, await store.IssueDueAsync());
    }

    [Fact]
    public async Task Learning_from_elsewhere_is_entered_on_evidence_and_once()
    {
        await using var store = Store();
        var scheme = await store.AddSchemeAsync(Auditors);
        var learning = new PriorLearning((await store.PersonAsync("E0001")).Id!.Value, scheme, new DateOnly(2026, 3, 1), "省联社证书 2026-0112");
        Task<(long? Id, CertificateRefusal? Refusal)> EnterAsync(PriorLearning entered, string by = Administrator) =>
            store.CertifyAsync((role, actor) => role.RecognizeAsync(entered, actor, None), by);

        Assert.Equal(CertificateRefusal.MayNotCertify, (await EnterAsync(learning, "T0001")).Refusal);
        Assert.Equal(CertificateRefusal.NoteMissing, (await EnterAsync(learning with { Evidence = "" })).Refusal);
        Assert.Equal(CertificateRefusal.NoSuchScheme, (await EnterAsync(learning with { SchemeId = 999 })).Refusal);
        Assert.Equal(CertificateRefusal.NoSuchPerson, (await EnterAsync(learning with { EmployeeId = 9999 })).Refusal);
        var tomorrow = learning with { IssuedOn = new DateOnly(2026, 11, 25) };
        var longAgo = learning with { IssuedOn = new DateOnly(2025, 11, 9) };
        Assert.Equal(CertificateRefusal.DayInTheFuture, (await EnterAsync(tomorrow)).Refusal);
        Assert.Equal(CertificateRefusal.AlreadyLapsed, (await EnterAsync(longAgo)).Refusal);
        var own = (await store.PersonAsync(Administrator)).Id!.Value;
        Assert.Equal(CertificateRefusal.Oneself, (await EnterAsync(learning with { EmployeeId = own })).Refusal);
        var (id, refusal) = await EnterAsync(learning);
        Assert.Null(refusal);
        Assert.Equal((id, null), await EnterAsync(learning));
        var another = learning with { IssuedOn = new DateOnly(2026, 3, 2) };
        Assert.Equal(CertificateRefusal.AlreadyCertified, (await EnterAsync(another)).Refusal);

        var certificate = Assert.Single(await store.CertificatesOfAsync("E0001", scheme));
        Assert.Equal((CertificateOrigin.PriorLearning, "省联社证书 2026-0112"), (certificate.Origin, certificate.Note));
        Assert.Equal(new DateOnly(2027, 2, 28), certificate.ExpiresOn);
        Assert.Equal([CertificationTrail.PriorLearningEntered], await store.ActsOnCertificatesAsync());
    }

    [Fact]
    public async Task Several_are_renewed_at_once_and_those_that_cannot_be_are_left_out()
    {
        await using var store = Store();
        var scheme = await store.AddSchemeAsync(Auditors);
        foreach (var (number, day) in new[] { ("E0001", 20), ("E0002", 25), ("E0003", 120) })
        {
            var issued = new DateOnly(2025, 11, 1).AddDays(day);
            var learning = new PriorLearning((await store.PersonAsync(number)).Id!.Value, scheme, issued, "档案");
            Assert.Null((await store.CertifyAsync((role, by) => role.RecognizeAsync(learning, by, None))).Refusal);
        }

        var ids = await store.AskAsync((AcademyDb db) => db.Certificates.Where(c => c.SchemeId == scheme).Select(c => c.Id).ToListAsync());
        Assert.Equal(
            (null, CertificateRefusal.MayNotCertify),
            await store.CertifyAsync((role, by) => role.RenewAsync(ids, "集中培训", by, None), "T0001"));
        Assert.Equal((new CertifiedCount(2, 1), null), await store.CertifyAsync((role, by) => role.RenewAsync(ids, "集中培训", by, None)));
        Assert.Equal((new CertifiedCount(0, 3), null), await store.CertifyAsync((role, by) => role.RenewAsync(ids, "集中培训", by, None)));

        var late = await store.CertificatesOfAsync("E0001", scheme);
        var early = await store.CertificatesOfAsync("E0002", scheme);
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2027, 11, 23)), (late[0].ExpiresOn, late[1].ExpiresOn));
        Assert.Equal((new DateOnly(2026, 11, 25), new DateOnly(2027, 11, 25)), (early[0].ExpiresOn, early[1].ExpiresOn));
        Assert.Single(await store.CertificatesOfAsync("E0003", scheme));
    }

    [Theory]
    [InlineData("UPDATE Certificates SET HolderName = '别人'")]
    [InlineData("DELETE FROM Certificates")]
    [InlineData("DELETE FROM Revocations")]
    [InlineData("UPDATE Revocations SET Reason = ''")]
    [InlineData("INSERT OR REPLACE INTO Revocations SELECT * FROM Revocations")]
    public async Task The_store_lets_nobody_change_what_was_certified(string sql)
    {
        await using var store = Store();
        var scheme = await store.AddSchemeAsync(Auditors);
        await store.FinishAsync(Auditor);
        await store.IssueDueAsync();
        var id = (await store.CertificatesOfAsync(Auditor, scheme))[0].Id;
        Assert.Null(await store.CertifyAsync((role, by) => role.RevokeAsync(id, "严重违规", by, None)));

        Assert.Throws<SqliteException>(() => store.Execute(sql));
    }

    [Fact]
    public async Task Lists_find_certificates_by_the_state_that_they_are_in()
    {
        await using var store = Store();
        var scheme = await store.AddSchemeAsync(Auditors);
        await store.FinishAsync(Auditor);
        await store.IssueDueAsync();
        for (var week = 0; week < 60; week++)
        {
            var today = DateOnly.FromDateTime(store.Clock.GetUtcNow().UtcDateTime);
            var state = (await store.CertificatesOfAsync(Auditor, scheme))[0].StateOn(today);
            foreach (var asked in Enum.GetValues<CertificateState>())
            {
                Assert.Equal(asked == state, await store.AskAsync((AcademyDb db) =>
                    db.Certificates.InState(asked, today).AnyAsync(c => c.SchemeId == scheme)));
            }

            store.Clock.Advance(TimeSpan.FromDays(7));
        }
    }

    private AcademyStore Store()
    {
        var store = new AcademyStore(opened);
        store.Execute("UPDATE Schemes SET WithdrawnAt = 1");
        return store;
    }
}
