using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.People.Sessions;

internal sealed class SessionModel : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.Property(s => s.Stamp).HasMaxLength(32);
        session.Property(s => s.Address).HasMaxLength(45);
        session.Property(s => s.Device).HasMaxLength(Session.MostOfDevice);
        session.HasOne<Employee>().WithMany().HasForeignKey(s => s.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        session.HasIndex(s => s.KeyHash).IsUnique();
    }
}
