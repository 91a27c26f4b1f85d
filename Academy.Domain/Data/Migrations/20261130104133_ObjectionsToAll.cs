using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>Which contestant or paper an objection was decided on, and what was decided on them.</summary>
    public partial class ObjectionsToAll : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Agreed",
                table: "Objections",
                type: "TEXT",
                nullable: true);

            // By hand: a foreign key that is added would have the table built anew.
            AddKey(migrationBuilder, "ContestantId", "Contestants");
            AddKey(migrationBuilder, "PaperId", "Attempts");

            migrationBuilder.AddColumn<string>(
                name: "Verdict",
                table: "Contestants",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PaperVerdicts",
                columns: table => new
                {
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    PaperId = table.Column<long>(type: "INTEGER", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperVerdicts", x => new { x.EventId, x.PaperId });
                    table.ForeignKey(
                        name: "FK_PaperVerdicts_Attempts_PaperId",
                        column: x => x.PaperId,
                        principalTable: "Attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaperVerdicts_CompetitionEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "CompetitionEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_ContestantId",
                table: "Objections",
                column: "ContestantId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_PaperId",
                table: "Objections",
                column: "PaperId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperVerdicts_PaperId",
                table: "PaperVerdicts",
                column: "PaperId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PaperVerdicts");

            migrationBuilder.DropIndex(
                name: "IX_Objections_ContestantId",
                table: "Objections");

            migrationBuilder.DropIndex(
                name: "IX_Objections_PaperId",
                table: "Objections");

            migrationBuilder.DropColumn(
                name: "Agreed",
                table: "Objections");

            migrationBuilder.DropColumn(
                name: "ContestantId",
                table: "Objections");

            migrationBuilder.DropColumn(
                name: "PaperId",
                table: "Objections");

            migrationBuilder.DropColumn(
                name: "Verdict",
                table: "Contestants");
        }

        private static void AddKey(MigrationBuilder migrationBuilder, string column, string table) => migrationBuilder.Sql(
            $"ALTER TABLE Objections ADD {column} INTEGER NULL "
            + $"CONSTRAINT FK_Objections_{table}_{column} REFERENCES {table} (Id) ON DELETE RESTRICT;");
    }
}
