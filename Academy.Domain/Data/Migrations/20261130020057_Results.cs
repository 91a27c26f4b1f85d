using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <inheritdoc />
    public partial class Results : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OwnResults",
                table: "Competitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FinalBoards",
                columns: table => new
                {
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FinalBoards", x => x.EventId);
                    table.ForeignKey(
                        name: "FK_FinalBoards_CompetitionEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "CompetitionEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Finalizations",
                columns: table => new
                {
                    CompetitionId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Finalizations", x => x.CompetitionId);
                    table.ForeignKey(
                        name: "FK_Finalizations_Competitions_CompetitionId",
                        column: x => x.CompetitionId,
                        principalTable: "Competitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FinalRows",
                columns: table => new
                {
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BranchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Branch = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BranchEnglish = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Wrong = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FinalRows", x => new { x.EventId, x.Place });
                    table.ForeignKey(
                        name: "FK_FinalRows_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FinalRows_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FinalRows_FinalBoards_EventId",
                        column: x => x.EventId,
                        principalTable: "FinalBoards",
                        principalColumn: "EventId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FinalRows_BranchId",
                table: "FinalRows",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_FinalRows_EmployeeId",
                table: "FinalRows",
                column: "EmployeeId");

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RunId = table.Column<long>(type: "INTEGER", nullable: true),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objections_CompetitionEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "CompetitionEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_DrillRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "DrillRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_EmployeeId",
                table: "Objections",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_EventId_EmployeeId_State",
                table: "Objections",
                columns: new[] { "EventId", "EmployeeId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_RunId",
                table: "Objections",
                column: "RunId");

            Guard(migrationBuilder, "FinalBoards", "EventId = NEW.EventId");
            Guard(migrationBuilder, "FinalRows", "EventId = NEW.EventId AND Place = NEW.Place");
            Guard(migrationBuilder, "Finalizations", "CompetitionId = NEW.CompetitionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FinalRows");

            migrationBuilder.DropTable(
                name: "Finalizations");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "FinalBoards");

            migrationBuilder.DropColumn(
                name: "OwnResults",
                table: "Competitions");
        }

        /// <summary>What results were kept as is never changed, nor taken away or replaced.</summary>
        private static void Guard(MigrationBuilder migrationBuilder, string table, string same)
        {
            Raise("AreNotChanged", "UPDATE", "", "changed");
            Raise("AreNotDeleted", "DELETE", "", "deleted");
            Raise("AreNotReplaced", "INSERT", $" WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})", "replaced");

            void Raise(string name, string act, string when, string never) => migrationBuilder.Sql(
                $"CREATE TRIGGER {table}{name} BEFORE {act} ON {table}{when} "
                + $"BEGIN SELECT RAISE(ABORT, '{table} are never {never}'); END;");
        }
    }
}
