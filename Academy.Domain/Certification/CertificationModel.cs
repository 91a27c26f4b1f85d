using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Certification;

internal sealed class SchemeModel : IEntityTypeConfiguration<Scheme>
{
    public void Configure(EntityTypeBuilder<Scheme> scheme)
    {
        scheme.ToTable("Schemes");
        scheme.Ignore(s => s.Key);
        scheme.Property(s => s.Slug).HasMaxLength(100);
        scheme.Property(s => s.Prefix).HasMaxLength(SchemeTerms.LongestPrefix);
        scheme.Property(s => s.Terms).AsJson();
        scheme.HasIndex(s => s.Slug).IsUnique();
        scheme.HasIndex(s => s.Prefix).IsUnique();
    }
}

internal sealed class CertificateModel : IEntityTypeConfiguration<Certificate>
{
    private const int LongestName = 100;

    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.ToTable("Certificates");
        certificate.Ignore(c => c.Validity);
        certificate.Ignore(c => c.PrintedCode);
        certificate.Property(c => c.Prefix).HasMaxLength(SchemeTerms.LongestPrefix);
        certificate.Property(c => c.Number).HasMaxLength(30);
        certificate.Property(c => c.Code).HasMaxLength(Certificate.CodeLength);
        certificate.Property(c => c.Title).HasMaxLength(SchemeTerms.LongestTitle);
        certificate.Property(c => c.EnglishTitle).HasMaxLength(SchemeTerms.LongestTitle);
        certificate.Property(c => c.HolderName).HasMaxLength(LongestName);
        certificate.Property(c => c.HolderNumber).HasMaxLength(20);
        certificate.Property(c => c.Branch).HasMaxLength(LongestName);
        certificate.Property(c => c.BranchEnglish).HasMaxLength(LongestName);
        certificate.Property(c => c.Position).HasMaxLength(LongestName);
        certificate.Property(c => c.PositionEnglish).HasMaxLength(LongestName);
        certificate.Property(c => c.Score).HasConversion<PointsColumn>();
        certificate.Property(c => c.MaxScore).HasConversion<PointsColumn>();
        certificate.Property(c => c.Origin).HasConversion<string>().HasMaxLength(20);
        certificate.Property(c => c.Note).HasMaxLength(Certificate.LongestNote);
        certificate.Property(c => c.ByNumber).HasMaxLength(20);
        certificate.Property(c => c.ByName).HasMaxLength(LongestName);
        certificate.HasIndex(c => new { c.EmployeeId, c.SchemeId, c.Ordinal }).IsUnique();
        certificate.HasIndex(c => new { c.Prefix, c.Year, c.Serial }).IsUnique();
        certificate.HasIndex(c => c.Number).IsUnique();
        certificate.HasIndex(c => c.Code).IsUnique();
        certificate.HasIndex(c => c.ExpiresOn);
        certificate.HasOne<Scheme>().WithMany().HasForeignKey(c => c.SchemeId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasOne<Employee>().WithMany().HasForeignKey(c => c.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasOne<Branch>().WithMany().HasForeignKey(c => c.BranchId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasOne<Position>().WithMany().HasForeignKey(c => c.PositionId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasOne(c => c.RenewedBy).WithOne().HasForeignKey<Renewal>(r => r.OfId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasOne(c => c.Revocation).WithOne().HasForeignKey<Revocation>(r => r.CertificateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RenewalModel : IEntityTypeConfiguration<Renewal>
{
    public void Configure(EntityTypeBuilder<Renewal> renewal)
    {
        renewal.ToTable("Renewals");
        renewal.HasKey(r => r.OfId);
        renewal.Property(r => r.OfId).ValueGeneratedNever();
        renewal.HasOne(r => r.Certificate).WithOne().HasForeignKey<Renewal>(r => r.CertificateId).OnDelete(DeleteBehavior.Restrict);
        renewal.HasIndex(r => r.CertificateId).IsUnique();
    }
}

internal sealed class RevocationModel : IEntityTypeConfiguration<Revocation>
{
    public void Configure(EntityTypeBuilder<Revocation> revocation)
    {
        revocation.ToTable("Revocations");
        revocation.HasKey(r => r.CertificateId);
        revocation.Property(r => r.CertificateId).ValueGeneratedNever();
        revocation.Property(r => r.Reason).HasMaxLength(Revocation.LongestReason);
        revocation.Property(r => r.ByNumber).HasMaxLength(20);
        revocation.Property(r => r.ByName).HasMaxLength(100);
    }
}
