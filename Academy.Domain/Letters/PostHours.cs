using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Letters;

/// <summary>When people are written to, by the bank's clocks.</summary>
/// <param name="DigestAt">From when on each day that is worked what people are reminded of is written.</param>
/// <param name="QuietFrom">From when in the evening nothing leaves the house.</param>
/// <param name="QuietUntil">Until when in the morning.</param>
public sealed record PostHours(TimeOnly DigestAt, TimeOnly QuietFrom, TimeOnly QuietUntil)
{
    public static readonly PostHours Usual = new(new TimeOnly(8, 0), new TimeOnly(21, 0), new TimeOnly(7, 0));

    /// <summary>Whether the hours fit: quiet ends before the morning's letters, and begins after them.</summary>
    public bool IsPossible => QuietUntil <= DigestAt && DigestAt < QuietFrom;

    public bool IsQuiet(TimeOnly time) => time >= QuietFrom || time < QuietUntil;

    /// <summary>Whether the morning's letters may be written: from their hour until the evening's quiet.</summary>
    public bool MayWrite(TimeOnly time) => time >= DigestAt && time < QuietFrom;

    public string AsSeen() => Fingerprint.Of(DigestAt, QuietFrom, QuietUntil);
}

/// <summary>The hours that administrators have set; where there is no row, the usual ones hold.</summary>
public sealed class SetHours
{
    public const int TheOnly = 1;

    private SetHours() { }

    public SetHours(PostHours hours) => Hours = hours;

    public int Id { get; private set; } = TheOnly;
    public PostHours Hours { get; private set; } = null!;

    public void Change(PostHours hours) => Hours = hours;
}

internal sealed class SetHoursModel : IEntityTypeConfiguration<SetHours>
{
    public void Configure(EntityTypeBuilder<SetHours> hours)
    {
        hours.ToTable("PostHours");
        hours.Property(h => h.Id).ValueGeneratedNever();
        hours.Property(h => h.Hours).AsJson();
    }
}

public static class PostHoursQueries
{
    extension(AcademyDb db)
    {
        public async Task<PostHours> PostHoursAsync(CancellationToken ct) =>
            await db.Set<SetHours>().AsNoTracking().Select(h => h.Hours).SingleOrDefaultAsync(ct) ?? PostHours.Usual;
    }
}
