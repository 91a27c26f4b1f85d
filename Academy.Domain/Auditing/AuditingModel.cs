using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Auditing;

internal sealed class AuditEntryModel : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.Property(e => e.ActorNumber).HasMaxLength(50);
        entry.Property(e => e.ActorName).HasMaxLength(100);
        entry.Property(e => e.Act).HasConversion(act => act.Name, name => new Act(name)).HasMaxLength(40);
        entry.Property(e => e.Subject).HasConversion(subject => subject.Name, name => new AuditSubject(name)).HasMaxLength(20);
        entry.Property(e => e.SubjectKey).HasMaxLength(200);
        entry.Property(e => e.SubjectName).HasMaxLength(200);
        entry.Property(e => e.Before).AsJson();
        entry.Property(e => e.After).AsJson();
        // The actor is kept as text, too, and without a foreign key: the trail outlives every other row.
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.Subject, e.SubjectKey });
        entry.HasIndex(e => e.ActorId);
    }
}
