using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>Keys that were taken down of a drill are never changed, nor taken away or replaced.</summary>
    public partial class DrillTriggers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            Guard(migrationBuilder, "AreNotChanged", "UPDATE ON DrillBatches", "changed");
            Guard(migrationBuilder, "AreNotDeleted", "DELETE ON DrillBatches", "deleted");
            Guard(
                migrationBuilder,
                "AreNotReplaced",
                "INSERT ON DrillBatches WHEN EXISTS (SELECT 1 FROM DrillBatches WHERE RunId = NEW.RunId AND Number = NEW.Number)",
                "replaced");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var name in new[] { "AreNotChanged", "AreNotDeleted", "AreNotReplaced" })
                migrationBuilder.Sql($"DROP TRIGGER DrillBatches{name};");
        }

        private static void Guard(MigrationBuilder migrationBuilder, string name, string happening, string never) => migrationBuilder.Sql(
            $"CREATE TRIGGER DrillBatches{name} BEFORE {happening} BEGIN SELECT RAISE(ABORT, 'DrillBatches are never {never}'); END;");
    }
}
