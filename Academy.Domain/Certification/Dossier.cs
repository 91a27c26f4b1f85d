using Academy.Domain.People;

namespace Academy.Domain.Certification;

/// <summary>What somebody has done, where they worked, and what they hold: all that it takes to say what is due.</summary>
public sealed record Dossier(
    long EmployeeId, IReadOnlyList<Feat> Feats, IReadOnlyList<Posting> Postings, IReadOnlyList<Certificate> Certificates)
{
    /// <summary>The last certificate of a scheme, whatever became of it.</summary>
    public Certificate? LastOf(long schemeId) => Certificates.Where(c => c.SchemeId == schemeId).MaxBy(c => c.Ordinal);

    public Held? HeldOf(long schemeId) => LastOf(schemeId) is { } last ? new Held(last.Validity, last.Revocation?.On) : null;

    /// <summary>Where somebody worked on a day; the first posting for a day before it.</summary>
    public Posting PostingOn(DateOnly day) =>
        Postings.FirstOrDefault(posting => posting.Holds(day)) ?? Postings.MinBy(posting => posting.From)!;

    /// <param name="day">By when.</param>
    /// <param name="scheme">By which scheme.</param>
    /// <param name="positions">The positions of the bank by their slugs.</param>
    public Due? DueBy(DateOnly day, Scheme scheme, IReadOnlyDictionary<string, long> positions) =>
        Pathway.DueBy(day, scheme.Terms, Feats, HeldOf(scheme.Id), StaysIn(scheme.Terms, positions));

    private List<Stay> StaysIn(SchemeTerms terms, IReadOnlyDictionary<string, long> positions)
    {
        var ids = terms.Positions.Select(slug => positions.GetValueOrDefault(slug)).ToHashSet();
        return
        [
            .. from posting in Postings
               where posting.Employment != Employment.Left && (ids.Count == 0 || ids.Contains(posting.PositionId))
               select new Stay(posting.From, posting.Until),
        ];
    }
}
