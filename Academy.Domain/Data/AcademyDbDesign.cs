using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Academy.Domain.Data;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the web program.</summary>
internal sealed class AcademyDbDesign : IDesignTimeDbContextFactory<AcademyDb>
{
    public AcademyDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AcademyDb>();
        options.UseStore("Data Source=design.db");
        return new AcademyDb(options.Options);
    }
}
