using Academy.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data;

/// <summary>The academy's unit of work. Each slice brings its own sets and configurations.</summary>
public class AcademyDb(DbContextOptions<AcademyDb> options) : IdentityDbContext<Employee, IdentityRole<long>, long>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AcademyDb).Assembly);
        builder.Entity<IdentityRole<long>>().ToTable("Roles");
        builder.Entity<IdentityUserRole<long>>().ToTable("EmployeeRoles");
        builder.Entity<IdentityUserClaim<long>>().ToTable("EmployeeClaims");
        builder.Entity<IdentityUserLogin<long>>().ToTable("EmployeeLogins");
        builder.Entity<IdentityUserToken<long>>().ToTable("EmployeeTokens");
        builder.Entity<IdentityRoleClaim<long>>().ToTable("RoleClaims");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.KeepInstants();
}
