using Academy.Domain.Auditing;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Certification;

public enum CertificateRefusal
{
    MayNotCertify, NoSuchScheme, NoSuchPerson, NoSuchCertificate, Oneself, NobodyChosen, TooMany,
    NoteMissing, NoteTooLong, DayInTheFuture, AlreadyLapsed, AlreadyCertified, BeforeTheLast, NotInForce,
}

/// <summary>Somebody to whom somebody says yes, and the day on which all was done, as it was shown.</summary>
public sealed record Approval(long EmployeeId, long SchemeId, DateOnly CompletedOn);

/// <summary>Somebody who waits for a word, and since when.</summary>
public sealed record Waiting(long EmployeeId, long SchemeId, DateOnly CompletedOn, bool IsRenewal);

/// <summary>Learning from elsewhere that stands for a scheme (先前学习认定).</summary>
public sealed record PriorLearning(long EmployeeId, long SchemeId, DateOnly IssuedOn, string Evidence);

/// <summary>How many of those chosen it was done for, and how many it could not be.</summary>
public sealed record CertifiedCount(int Done, int LeftOut);

/// <summary>Issues, renews and revokes certificates; by itself when all is done, and otherwise for who administers.</summary>
public sealed class Certifier(AcademyDb db, LevelTable levels, BankZone zone, TimeProvider clock)
{
    /// <summary>So many people are chosen at once at the most.</summary>
    public const int MostAtOnce = 500;

    private const int ReadAtOnce = 500;

    /// <summary>So many are written in one turn, so that nobody waits long.</summary>
    private const int WrittenAtOnce = 25;

    /// <summary>Issues all that is due and needs nobody's word, also of before. Done twice, it is done once.</summary>
    public async Task<int> IssueDueAsync(CancellationToken ct)
    {
        var schemes = await SchemesAsync(ct);
        if (schemes.Count == 0) return 0;

        var issued = 0;
        var everybody = await db.Employees.Employed().OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(ct);
        foreach (var some in everybody.Chunk(ReadAtOnce))
        {
            // One certificate may be followed by the next already, where nobody looked for long.
            for (var due = await DueAmongAsync(some, ct); due.Count > 0; due = await DueAmongAsync(due, ct))
            {
                var before = issued;
                foreach (var few in due.Chunk(WrittenAtOnce)) issued += await IssueAsync(few, ct);
                if (issued == before) break;
            }
        }

        return issued;
    }

    /// <summary>Who has done all that a scheme asks for and waits for somebody's word, the first to have done so first.</summary>
    public async Task<IReadOnlyList<Waiting>> WaitingAsync(CancellationToken ct)
    {
        var waiting = new List<Waiting>();
        var everybody = await db.Employees.Employed().OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(ct);
        foreach (var some in everybody.Chunk(ReadAtOnce))
        {
            var desk = await DeskAsync(some, byHand: true, ct);
            if (desk.Schemes.Count == 0) return [];

            waiting.AddRange(
                from person in some
                from scheme in desk.Schemes.Keys
                let due = desk.DueOf(person, scheme)
                where due is not null
                select new Waiting(person, scheme, due.CompletedOn, due.IsRenewal));
        }

        return [.. waiting.OrderBy(one => one.CompletedOn).ThenBy(one => one.EmployeeId).ThenBy(one => one.SchemeId)];
    }

    /// <summary>Says yes to people who have done all that is asked for; who has been certified meanwhile is left out.</summary>
    public async Task<(CertifiedCount? Count, CertificateRefusal? Refusal)> ApproveAsync(
        IReadOnlyList<Approval> approvals, Actor by, CancellationToken ct)
    {
        if (approvals.Count == 0) return (null, CertificateRefusal.NobodyChosen);
        if (approvals.Count > MostAtOnce) return (null, CertificateRefusal.TooMany);

        var done = 0;
        foreach (var few in approvals.Distinct().Chunk(WrittenAtOnce))
        {
            await using var turn = await db.TakeTurnAsync(ct);
            if (!await db.AdministersAsync(by, ct)) return (null, CertificateRefusal.MayNotCertify);

            var desk = await DeskAsync([.. few.Select(approval => approval.EmployeeId)], byHand: true, ct);
            foreach (var approval in few.Where(approval => approval.EmployeeId != by.Id))
            {
                if (desk.DueOf(approval.EmployeeId, approval.SchemeId) is not { } due || due.CompletedOn != approval.CompletedOn) continue;

                await IssueAsync(desk, approval.EmployeeId, approval.SchemeId, due, by, ct);
                done++;
            }

            await turn.CommitAsync(ct);
        }

        return (new CertifiedCount(done, approvals.Count - done), null);
    }

    /// <summary>Renews certificates that can be renewed today without their path being walked, for a reason; others are left out.</summary>
    public async Task<(CertifiedCount? Count, CertificateRefusal? Refusal)> RenewAsync(
        IReadOnlyList<long> certificates, string? reason, Actor by, CancellationToken ct)
    {
        var note = OneLine.Of(reason);
        if (RefusalOf(note) is { } wrong) return (null, wrong);
        if (certificates.Count == 0) return (null, CertificateRefusal.NobodyChosen);
        if (certificates.Count > MostAtOnce) return (null, CertificateRefusal.TooMany);

        var done = 0;
        foreach (var few in certificates.Distinct().Chunk(WrittenAtOnce))
        {
            await using var turn = await db.TakeTurnAsync(ct);
            if (!await db.AdministersAsync(by, ct)) return (null, CertificateRefusal.MayNotCertify);

            var holders = await db.Certificates.Where(c => few.Contains(c.Id)).Select(c => c.EmployeeId).Distinct().ToListAsync(ct);
            var desk = await DeskAsync(holders, byHand: null, ct);
            foreach (var old in desk.Certificates.Where(c => few.Contains(c.Id) && c.EmployeeId != by.Id))
            {
                var isOpen = old.StateOn(desk.Today) is CertificateState.Renewable or CertificateState.InGrace;
                if (!isOpen || desk.Schemes.GetValueOrDefault(old.SchemeId) is not { } scheme) continue;

                var validity = old.Validity.Next(desk.Today, desk.Today, scheme.Terms);
                var draft = new Draft(old.EmployeeId, scheme, validity, CertificateOrigin.Renewal, null, note);
                await AddAsync(desk, draft, (old, desk.Today), by, ct);
                done++;
            }

            await turn.CommitAsync(ct);
        }

        return (new CertifiedCount(done, certificates.Count - done), null);
    }

    /// <summary>Recognizes what somebody has learned elsewhere, on evidence; the same once more is no second certificate.</summary>
    public async Task<(long? CertificateId, CertificateRefusal? Refusal)> RecognizeAsync(
        PriorLearning learning, Actor by, CancellationToken ct)
    {
        var evidence = OneLine.Of(learning.Evidence);
        if (RefusalOf(evidence) is { } wrong) return (null, wrong);

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return (null, CertificateRefusal.MayNotCertify);
        if (!await db.Employees.Employed().AnyAsync(e => e.Id == learning.EmployeeId, ct)) return (null, CertificateRefusal.NoSuchPerson);
        if (learning.EmployeeId == by.Id) return (null, CertificateRefusal.Oneself);

        var desk = await DeskAsync([learning.EmployeeId], byHand: null, ct);
        if (desk.Schemes.GetValueOrDefault(learning.SchemeId) is not { } scheme) return (null, CertificateRefusal.NoSuchScheme);
        if (learning.IssuedOn > desk.Today) return (null, CertificateRefusal.DayInTheFuture);

        var validity = Validity.From(learning.IssuedOn, scheme.Terms);
        if (desk.Dossiers[learning.EmployeeId].LastOf(scheme.Id) is { } last)
        {
            if (IsRepeated(last, learning.IssuedOn, evidence, by)) return (last.Id, null);
            if (last.StateOn(desk.Today) is not (CertificateState.Expired or CertificateState.Revoked))
                return (null, CertificateRefusal.AlreadyCertified);
            if (learning.IssuedOn <= (last.Revocation?.On ?? last.IssuedOn)) return (null, CertificateRefusal.BeforeTheLast);
        }

        if (validity.GraceUntil < desk.Today) return (null, CertificateRefusal.AlreadyLapsed);

        var draft = new Draft(learning.EmployeeId, scheme, validity, CertificateOrigin.PriorLearning, null, evidence);
        var certificate = await AddAsync(desk, draft, null, by, ct);
        await turn.CommitAsync(ct);
        return (certificate.Id, null);
    }

    /// <summary>Takes a certificate back that is in force or in grace; the same person saying so again changes nothing.</summary>
    public async Task<CertificateRefusal?> RevokeAsync(long certificateId, string? reason, Actor by, CancellationToken ct)
    {
        var why = OneLine.Of(reason);
        if (RefusalOf(why) is { } wrong) return wrong;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return CertificateRefusal.MayNotCertify;
        if (await db.Certificates.WithFate().SingleOrDefaultAsync(c => c.Id == certificateId, ct) is not { } certificate)
            return CertificateRefusal.NoSuchCertificate;
        if (certificate.Revocation is { } done && done.ByNumber == by.Number && done.Reason == why) return null;

        var now = clock.GetUtcNow();
        var today = zone.DayOf(now);
        if (certificate.StateOn(today) is CertificateState.Expired or CertificateState.Renewed or CertificateState.Revoked)
            return CertificateRefusal.NotInForce;

        var revocation = db.Add(new Revocation
        {
            CertificateId = certificate.Id,
            On = today,
            At = now,
            Reason = why,
            ByNumber = by.Number,
            ByName = by.Name,
        }).Entity;
        await db.RecordRevokedAsync([(certificate, revocation)], ct);
        Record(certificate, CertificationTrail.CertificateRevoked, new RevocationFacts(why), by);
        await turn.CommitAsync(ct);
        return null;
    }

    private static CertificateRefusal? RefusalOf(string note)
    {
        if (note.Length == 0) return CertificateRefusal.NoteMissing;
        return note.Length > Certificate.LongestNote ? CertificateRefusal.NoteTooLong : null;
    }

    private static bool IsRepeated(Certificate last, DateOnly issuedOn, string evidence, Actor by) =>
        last.Origin == CertificateOrigin.PriorLearning && last.IssuedOn == issuedOn && last.Note == evidence && last.ByNumber == by.Number
            && last.Revocation is null;

    private Task<Dictionary<long, Scheme>> SchemesAsync(CancellationToken ct) =>
        db.Schemes.AsNoTracking().InForce().ToDictionaryAsync(s => s.Id, ct);

    private async Task<List<long>> DueAmongAsync(IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var desk = await DeskAsync(people, byHand: false, ct);
        return [.. people.Where(id => desk.Schemes.Keys.Any(scheme => desk.DueOf(id, scheme) is not null))];
    }

    private async Task<int> IssueAsync(IReadOnlyCollection<long> people, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var (desk, issued) = (await DeskAsync(people, byHand: false, ct), 0);
        foreach (var person in people)
        {
            foreach (var scheme in desk.Schemes.Keys.Order())
            {
                if (desk.DueOf(person, scheme) is not { } due) continue;

                await IssueAsync(desk, person, scheme, due, Actor.Academy, ct);
                issued++;
            }
        }

        await turn.CommitAsync(ct);
        return issued;
    }

    /// <summary>Who is certified without a word is so from the day on which all was done; with one, from the day of that word.</summary>
    private async Task IssueAsync(Desk desk, long employeeId, long schemeId, Due due, Actor by, CancellationToken ct)
    {
        var (scheme, last) = (desk.Schemes[schemeId], desk.Dossiers[employeeId].LastOf(schemeId));
        var isApproved = scheme.Terms.NeedsApproval;
        var issuedOn = isApproved ? desk.Today : due.CompletedOn;
        var validity = due.IsRenewal
            ? last!.Validity.Next(issuedOn, due.CompletedOn, scheme.Terms)
            : Validity.From(issuedOn, scheme.Terms);
        var origin = isApproved ? CertificateOrigin.Approval : CertificateOrigin.Path;
        var draft = new Draft(employeeId, scheme, validity, origin, due.Scored, "");
        await AddAsync(desk, draft, due.IsRenewal ? (last!, due.CompletedOn) : null, by, ct);
    }

    private async Task<Certificate> AddAsync(
        Desk desk, Draft draft, (Certificate Of, DateOnly CompletedOn)? renewing, Actor by, CancellationToken ct)
    {
        db.DemandTurn();
        var (terms, dossier, validity) = (draft.Scheme.Terms, desk.Dossiers[draft.EmployeeId], draft.Validity);
        var (posting, person) = (dossier.PostingOn(validity.IssuedOn), await db.Employees.SingleAsync(e => e.Id == draft.EmployeeId, ct));
        var branch = await db.Branches.SingleAsync(b => b.Id == posting.BranchId, ct);
        var position = await db.Positions.SingleAsync(p => p.Id == posting.PositionId, ct);
        var serial = await NextSerialAsync(terms.Prefix, validity.IssuedOn.Year, ct);
        var certificate = db.Add(new Certificate
        {
            SchemeId = draft.Scheme.Id,
            EmployeeId = draft.EmployeeId,
            Ordinal = (dossier.LastOf(draft.Scheme.Id)?.Ordinal ?? 0) + 1,
            Prefix = terms.Prefix,
            Year = validity.IssuedOn.Year,
            Serial = serial,
            Number = Certificate.NumberOf(terms.Prefix, validity.IssuedOn.Year, serial),
            Code = Certificate.NewCode(),
            Title = terms.Title,
            EnglishTitle = terms.EnglishTitle,
            HolderName = person.Name,
            HolderNumber = person.Number,
            BranchId = branch.Id,
            Branch = branch.Name,
            BranchEnglish = branch.EnglishName,
            PositionId = position.Id,
            Position = position.Name,
            PositionEnglish = position.EnglishName,
            Score = draft.Scored is { } scored ? Points.Of(scored.Figure) : null,
            MaxScore = draft.Scored is { } paper ? Points.Of(paper.Worth) : null,
            IssuedOn = validity.IssuedOn,
            RenewableOn = validity.RenewableOn,
            ExpiresOn = validity.ExpiresOn,
            GraceUntil = validity.GraceUntil,
            Origin = draft.Origin,
            Note = draft.Note,
            IssuedAt = clock.GetUtcNow(),
            ByNumber = by.Number,
            ByName = by.Name,
        }).Entity;
        await db.SaveChangesAsync(ct);
        if (renewing is var (old, completedOn))
        {
            db.Add(new Renewal
            {
                OfId = old.Id,
                CertificateId = certificate.Id,
                On = validity.IssuedOn,
                CompletedOn = completedOn,
                At = clock.GetUtcNow(),
            });
        }

        await db.RecordAsync([certificate], renewing is null ? new HashSet<long>() : [certificate.Id], ct);
        Record(certificate, ActOf(draft, renewing is not null), CertificateFacts.Of(certificate, renewing?.Of.Number), by);
        await db.SaveChangesAsync(ct);
        return certificate;
    }

    private static Act ActOf(Draft draft, bool isRenewal)
    {
        if (draft.Origin == CertificateOrigin.PriorLearning) return CertificationTrail.PriorLearningEntered;
        return isRenewal ? CertificationTrail.CertificateRenewed : CertificationTrail.CertificateIssued;
    }

    private async Task<int> NextSerialAsync(string prefix, int year, CancellationToken ct) =>
        1 + (await db.Certificates.Where(c => c.Prefix == prefix && c.Year == year).MaxAsync(c => (int?)c.Serial, ct) ?? 0);

    private void Record(Certificate certificate, Act act, IFacts facts, Actor by) => db.Add(new AuditEntry(
        by, clock.GetUtcNow(), act, CertificationTrail.Certificate, certificate.Number, certificate.HolderName, null, facts));

    /// <param name="people">Whose dossiers lie there.</param>
    /// <param name="byHand">Whether it is about schemes that need a word, or those that need none; null for both.</param>
    /// <param name="ct">Stops waiting.</param>
    private async Task<Desk> DeskAsync(IReadOnlyCollection<long> people, bool? byHand, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var schemes = (await SchemesAsync(ct)).Where(scheme => byHand is null || scheme.Value.Terms.NeedsApproval == byHand).ToDictionary();
        var positions = await db.Positions.ToDictionaryAsync(p => p.Slug, p => p.Id, ct);
        var terms = schemes.Values.Select(scheme => scheme.Terms).ToList();
        var dossiers = await db.DossiersAsync([.. people.Distinct()], terms, levels, zone, now, ct);
        return new Desk(zone.DayOf(now), schemes, positions, dossiers.ToDictionary(dossier => dossier.EmployeeId));
    }

    /// <summary>What is about to be issued.</summary>
    private sealed record Draft(
        long EmployeeId, Scheme Scheme, Validity Validity, CertificateOrigin Origin, Feat? Scored, string Note);

    /// <summary>All that lies before whoever decides.</summary>
    private sealed record Desk(
        DateOnly Today, Dictionary<long, Scheme> Schemes, Dictionary<string, long> Positions, Dictionary<long, Dossier> Dossiers)
    {
        public IEnumerable<Certificate> Certificates => Dossiers.Values.SelectMany(dossier => dossier.Certificates);

        public Due? DueOf(long employeeId, long schemeId) => Dossiers.TryGetValue(employeeId, out var dossier)
            && Schemes.TryGetValue(schemeId, out var scheme) ? dossier.DueBy(Today, scheme, Positions) : null;
    }
}
