using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>Who competes in judged events, what judges write down, and what is settled; what was once there stays as it was.</summary>
    public partial class JudgedEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand: a foreign key that is added would have the table built anew.
            migrationBuilder.Sql(
                "ALTER TABLE Competitions ADD ChiefJudgeId INTEGER NULL "
                + "CONSTRAINT FK_Competitions_Employees_ChiefJudgeId REFERENCES Employees (Id) ON DELETE RESTRICT;");

            migrationBuilder.AddColumn<int>(
                name: "Judges",
                table: "CompetitionEvents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Sheet",
                table: "CompetitionEvents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Contestants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsRanked = table.Column<bool>(type: "INTEGER", nullable: false),
                    EnteredById = table.Column<long>(type: "INTEGER", nullable: false),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsAbsent = table.Column<bool>(type: "INTEGER", nullable: false),
                    JudgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    Wrong = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contestants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contestants_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contestants_CompetitionEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "CompetitionEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contestants_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contestants_Employees_EnteredById",
                        column: x => x.EnteredById,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HandCounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Discipline = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Run = table.Column<Guid>(type: "TEXT", nullable: false),
                    Notes = table.Column<int>(type: "INTEGER", nullable: false),
                    Wrong = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandCounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandCounts_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScoreSheets",
                columns: table => new
                {
                    ContestantId = table.Column<long>(type: "INTEGER", nullable: false),
                    JudgeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HandedInAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreSheets", x => new { x.ContestantId, x.JudgeId });
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Contestants_ContestantId",
                        column: x => x.ContestantId,
                        principalTable: "Contestants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Employees_JudgeId",
                        column: x => x.JudgeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Settlements",
                columns: table => new
                {
                    ContestantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Agreed = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settlements", x => x.ContestantId);
                    table.ForeignKey(
                        name: "FK_Settlements_Contestants_ContestantId",
                        column: x => x.ContestantId,
                        principalTable: "Contestants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Settlements_Employees_ById",
                        column: x => x.ById,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SheetChanges",
                columns: table => new
                {
                    ContestantId = table.Column<long>(type: "INTEGER", nullable: false),
                    JudgeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetChanges", x => new { x.ContestantId, x.JudgeId, x.Revision });
                    table.ForeignKey(
                        name: "FK_SheetChanges_ScoreSheets_ContestantId_JudgeId",
                        columns: x => new { x.ContestantId, x.JudgeId },
                        principalTable: "ScoreSheets",
                        principalColumns: new[] { "ContestantId", "JudgeId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Competitions_ChiefJudgeId",
                table: "Competitions",
                column: "ChiefJudgeId");

            migrationBuilder.CreateIndex(
                name: "IX_Contestants_BranchId",
                table: "Contestants",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_Contestants_EmployeeId",
                table: "Contestants",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Contestants_EnteredById",
                table: "Contestants",
                column: "EnteredById");

            migrationBuilder.CreateIndex(
                name: "IX_Contestants_EventId_Counts_EmployeeId_BranchId_Score_Wrong_JudgedAt",
                table: "Contestants",
                columns: new[] { "EventId", "Counts", "EmployeeId", "BranchId", "Score", "Wrong", "JudgedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Contestants_EventId_EmployeeId",
                table: "Contestants",
                columns: new[] { "EventId", "EmployeeId" },
                unique: true,
                filter: "\"WithdrawnAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_HandCounts_EmployeeId_Discipline_CountedAt",
                table: "HandCounts",
                columns: new[] { "EmployeeId", "Discipline", "CountedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_HandCounts_EmployeeId_Run",
                table: "HandCounts",
                columns: new[] { "EmployeeId", "Run" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_JudgeId",
                table: "ScoreSheets",
                column: "JudgeId");

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_ById",
                table: "Settlements",
                column: "ById");

            Guard(migrationBuilder, "SheetChanges", "ContestantId = NEW.ContestantId AND JudgeId = NEW.JudgeId AND Revision = NEW.Revision");
            Guard(migrationBuilder, "Settlements", "ContestantId = NEW.ContestantId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Competitions_Employees_ChiefJudgeId",
                table: "Competitions");

            migrationBuilder.DropTable(
                name: "HandCounts");

            migrationBuilder.DropTable(
                name: "Settlements");

            migrationBuilder.DropTable(
                name: "SheetChanges");

            migrationBuilder.DropTable(
                name: "ScoreSheets");

            migrationBuilder.DropTable(
                name: "Contestants");

            migrationBuilder.DropIndex(
                name: "IX_Competitions_ChiefJudgeId",
                table: "Competitions");

            migrationBuilder.DropColumn(
                name: "ChiefJudgeId",
                table: "Competitions");

            migrationBuilder.DropColumn(
                name: "Judges",
                table: "CompetitionEvents");

            migrationBuilder.DropColumn(
                name: "Sheet",
                table: "CompetitionEvents");
        }

        private static void Guard(MigrationBuilder migrationBuilder, string table, string same)
        {
            Guard(migrationBuilder, table, "AreNotChanged", $"UPDATE ON {table}", "changed");
            Guard(migrationBuilder, table, "AreNotDeleted", $"DELETE ON {table}", "deleted");
            Guard(
                migrationBuilder, table, "AreNotReplaced", $"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})", "replaced");
        }

        private static void Guard(MigrationBuilder migrationBuilder, string table, string name, string happening, string never) =>
            migrationBuilder.Sql(
                $"CREATE TRIGGER {table}{name} BEFORE {happening} BEGIN SELECT RAISE(ABORT, '{table} are never {never}'); END;");
    }
}
