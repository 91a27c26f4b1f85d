using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>What each person wants to reach in a drill; who is on which level is found without reading every run.</summary>
    public partial class PracticeGoals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PracticeGoals",
                columns: table => new
                {
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Discipline = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: true),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticeGoals", x => new { x.EmployeeId, x.Discipline });
                    table.ForeignKey(
                        name: "FK_PracticeGoals_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DrillRuns_Discipline_EmployeeId_Counts_Score",
                table: "DrillRuns",
                columns: new[] { "Discipline", "EmployeeId", "Counts", "Score" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PracticeGoals");

            migrationBuilder.DropIndex(
                name: "IX_DrillRuns_Discipline_EmployeeId_Counts_Score",
                table: "DrillRuns");
        }
    }
}
