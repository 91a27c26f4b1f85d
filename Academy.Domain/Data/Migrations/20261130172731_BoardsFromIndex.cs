using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <inheritdoc />
    public partial class BoardsFromIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DrillRuns_EventId_Counts_EmployeeId_BranchId_Score_Wrong",
                table: "DrillRuns");

            migrationBuilder.AddColumn<long>(
                name: "DecidedById",
                table: "Objections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_DrillRuns_EventId_Counts_EmployeeId_BranchId_Score_Wrong_EndedAt",
                table: "DrillRuns",
                columns: new[] { "EventId", "Counts", "EmployeeId", "BranchId", "Score", "Wrong", "EndedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DrillRuns_EventId_Counts_EmployeeId_BranchId_Score_Wrong_EndedAt",
                table: "DrillRuns");

            // Not by the builder, which would make the table anew, without its triggers.
            migrationBuilder.Sql("ALTER TABLE \"Objections\" DROP COLUMN \"DecidedById\";");

            migrationBuilder.CreateIndex(
                name: "IX_DrillRuns_EventId_Counts_EmployeeId_BranchId_Score_Wrong",
                table: "DrillRuns",
                columns: new[] { "EventId", "Counts", "EmployeeId", "BranchId", "Score", "Wrong" });
        }
    }
}
