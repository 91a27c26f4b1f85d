using Academy.Domain.Certification;
using Academy.Tests.Certification;
using Academy.Tests.Hosting;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What is done about schemes and certificates.</summary>
internal static class CertificateScenes
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    /// <summary>
    /// A scheme by which somebody is due, one by which two people wait for a word, and two certificates that may be renewed.
    /// </summary>
    public static async Task<IReadOnlyList<Deed>> CertificateAsync(AcademyStore store)
    {
        await store.WithdrawShippedAsync();
        var administrator = await store.ActorAsync("A0001");
        var terms = Certifying.Auditors with { Positions = [] };
        var asked = terms with { Prefix = "DHZG", NeedsApproval = true };
        var key = Accreditor.NewKey();
        var (due, waiting) = (await store.AddSchemeAsync(terms), await store.AddSchemeAsync(asked));
        await store.FinishAsync("E0001");
        await store.FinishAsync("E0002");
        var (one, other, third) = (await store.IdAsync("E0001"), await store.IdAsync("E0002"), await store.IdAsync("E0003"));
        var old = new PriorLearning(third, due, Day.AddDays(-350), "省联社证书");
        await store.CertifyAsync((role, by) => role.RecognizeAsync(old, by, None));
        var held = (await store.CertificatesOfAsync("E0003", due))[0].Id;
        return
        [
            Deed.Of<Certifier>("issue what is due", role => role.IssueDueAsync(None)),
            Deed.Of<Certifier>("approve one", role => role.ApproveAsync([new(one, waiting, Day)], administrator, None)),
            Deed.Of<Certifier>(
                "approve both", role => role.ApproveAsync([new(one, waiting, Day), new(other, waiting, Day)], administrator, None)),
            Deed.Of<Certifier>("renew by hand", role => role.RenewAsync([held], "集中培训", administrator, None)),
            Deed.Of<Certifier>("renew again", role => role.RenewAsync([held], "另一次培训", administrator, None)),
            Deed.Of<Certifier>("revoke", role => role.RevokeAsync(held, "严重违规", administrator, None)),
            Deed.Of<Certifier>("revoke otherwise", role => role.RevokeAsync(held, "材料不实", administrator, None)),
            Deed.Of<Certifier>(
                "recognize", role => role.RecognizeAsync(new PriorLearning(one, due, Day.AddDays(-30), "证书"), administrator, None)),
            Deed.Of<Accreditor>("lengthen", role => role.ChangeAsync(
                due, terms.AsSeen(), terms with { ValidMonths = 24 }, administrator, None)),
            Deed.Of<Accreditor>("shorten", role => role.ChangeAsync(
                due, terms.AsSeen(), terms with { ValidMonths = 6 }, administrator, None)),
            Deed.Of<Accreditor>("withdraw the scheme", role => role.WithdrawAsync(waiting, administrator, None)),
            Deed.Of<Accreditor>("add a scheme", role => role.AddAsync(key, terms with { Prefix = "XZZG" }, administrator, None)),
        ];
    }
}
