using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening;

/// <summary>Certificates of the past, with the days that they would have had.</summary>
internal sealed class RehearsedCertificates(AcademyDb db, BankZone zone, TimeProvider clock, IReadOnlyDictionary<string, Employee> people)
{
    private const string Administrator = "A0001";
    private const string Revoked = "把传票密码告诉同事，违反岗位分离规定。";

    private readonly Dictionary<(string Prefix, int Year), int> serials = [];
    private readonly DateOnly today = zone.DayOf(clock.GetUtcNow());

    /// <summary>In the order of their days, so that their numbers follow each other.</summary>
    public async Task LoadAsync(IEnumerable<CertificateRow> rows, CancellationToken ct)
    {
        db.DemandTurn();
        var schemes = await db.Schemes.ToDictionaryAsync(s => s.Slug, ct);
        var branches = await db.Branches.ToDictionaryAsync(b => b.Id, ct);
        var positions = await db.Positions.ToDictionaryAsync(p => p.Id, ct);
        foreach (var row in rows.OrderByDescending(row => row.IssuedAgo))
        {
            if (schemes.GetValueOrDefault(row.Scheme) is not { } scheme) continue;

            var validity = Validity.From(today.AddDays(-row.IssuedAgo), scheme.Terms);
            var certificate = db.Add(Issue(validity, 1)).Entity;
            await db.SaveChangesAsync(ct);
            if (row.Then == "renewed") await RenewAsync();
            if (row.Then == "revoked") Revoke(certificate, today.AddDays(-row.ThenAgo));

            async Task RenewAsync()
            {
                var day = today.AddDays(-row.ThenAgo);
                var next = db.Add(Issue(validity.Next(day, day, scheme.Terms), 2)).Entity;
                await db.SaveChangesAsync(ct);
                db.Add(new Renewal { OfId = certificate.Id, CertificateId = next.Id, On = day, CompletedOn = day, At = AtFive(day) });
            }

            Certificate Issue(Validity days, int ordinal)
            {
                var (person, year) = (people[row.Number], days.IssuedOn.Year);
                var (branch, position) = (branches[person.BranchId], positions[person.PositionId]);
                var serial = serials[(scheme.Prefix, year)] = serials.GetValueOrDefault((scheme.Prefix, year)) + 1;
                var origin = Enum.Parse<CertificateOrigin>(row.Origin.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                var by = origin == CertificateOrigin.Path ? null : people[Administrator];
                return new Certificate
                {
                    SchemeId = scheme.Id,
                    EmployeeId = person.Id,
                    Ordinal = ordinal,
                    Prefix = scheme.Prefix,
                    Year = year,
                    Serial = serial,
                    Number = Certificate.NumberOf(scheme.Prefix, year, serial),
                    Code = Certificate.NewCode(),
                    Title = scheme.Terms.Title,
                    EnglishTitle = scheme.Terms.EnglishTitle,
                    HolderName = person.Name,
                    HolderNumber = person.Number,
                    BranchId = branch.Id,
                    Branch = branch.Name,
                    BranchEnglish = branch.EnglishName,
                    PositionId = position.Id,
                    Position = position.Name,
                    PositionEnglish = position.EnglishName,
                    Score = row.Score == 0 ? null : Points.Of(row.Score),
                    MaxScore = row.Score == 0 ? null : Points.Of(100),
                    IssuedOn = days.IssuedOn,
                    RenewableOn = days.RenewableOn,
                    ExpiresOn = days.ExpiresOn,
                    GraceUntil = days.GraceUntil,
                    Origin = origin,
                    Note = row.Note ?? "",
                    IssuedAt = AtFive(days.IssuedOn),
                    ByNumber = by?.Number ?? "",
                    ByName = by?.Name ?? "",
                };
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private void Revoke(Certificate certificate, DateOnly day) => db.Add(new Revocation
    {
        CertificateId = certificate.Id,
        On = day,
        At = AtFive(day),
        Reason = Revoked,
        ByNumber = people[Administrator].Number,
        ByName = people[Administrator].Name,
    });

    private DateTimeOffset AtFive(DateOnly day) => zone.At(day, new TimeOnly(17, 0));
}

/// <summary>Somebody's certificate, and what became of it.</summary>
internal sealed record CertificateRow(
    string Number, string Scheme, int IssuedAgo, string Origin, int Score, string? Note, string? Then, int ThenAgo);
