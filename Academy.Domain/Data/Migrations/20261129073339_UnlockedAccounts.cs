using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>Keeps when wrong tries on somebody's number were last forgotten by decision.</summary>
    public partial class UnlockedAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "UnlockedAt",
                table: "Employees",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Not built anew: the table would lose its triggers.
            migrationBuilder.Sql("ALTER TABLE Employees DROP COLUMN UnlockedAt;");
        }
    }
}
