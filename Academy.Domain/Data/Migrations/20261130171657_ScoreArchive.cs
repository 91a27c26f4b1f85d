using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>The score archive: lines, editions and heads are never changed, nor taken away or replaced.</summary>
    public partial class ScoreArchive : Migration
    {
        private static readonly (string Table, string Key)[] Kept =
        [
            ("ArchiveEntries", "Id = NEW.Id OR (EmployeeId = NEW.EmployeeId AND Number = NEW.Number) OR (Source = NEW.Source "
                + "AND Revision = NEW.Revision) OR ReversesId = NEW.ReversesId"),
            ("Editions", "Kind = NEW.Kind AND EmployeeId = NEW.EmployeeId AND \"From\" = NEW.\"From\""),
            ("EditionCuts", "\"From\" = NEW.\"From\""),
            ("EditionHeads", "Kind = NEW.Kind AND \"From\" = NEW.\"From\""),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ArchiveEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Discipline = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: true),
                    MaxScore = table.Column<long>(type: "INTEGER", nullable: true),
                    HasPassed = table.Column<bool>(type: "INTEGER", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    Field = table.Column<int>(type: "INTEGER", nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    BranchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Branch = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PositionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ReversesId = table.Column<long>(type: "INTEGER", nullable: true),
                    ByNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchiveEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ArchiveEntries_ArchiveEntries_ReversesId",
                        column: x => x.ReversesId,
                        principalTable: "ArchiveEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ArchiveEntries_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ArchiveEntries_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ArchiveEntries_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ArchiveHistoryParts",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchiveHistoryParts", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "EditionCuts",
                columns: table => new
                {
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ThroughId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionCuts", x => x.From);
                });

            migrationBuilder.CreateTable(
                name: "EditionHeads",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Editions = table.Column<int>(type: "INTEGER", nullable: false),
                    Previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionHeads", x => new { x.Kind, x.From });
                });

            migrationBuilder.CreateTable(
                name: "Editions",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Entries = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Document = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Editions", x => new { x.Kind, x.EmployeeId, x.From });
                    table.ForeignKey(
                        name: "FK_Editions_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveEntries_BranchId",
                table: "ArchiveEntries",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveEntries_Day_EmployeeId",
                table: "ArchiveEntries",
                columns: new[] { "Day", "EmployeeId" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveEntries_EmployeeId_Day",
                table: "ArchiveEntries",
                columns: new[] { "EmployeeId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveEntries_EmployeeId_Number",
                table: "ArchiveEntries",
                columns: new[] { "EmployeeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveEntries_PositionId",
                table: "ArchiveEntries",
                column: "PositionId");

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveEntries_ReversesId",
                table: "ArchiveEntries",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveEntries_Source_Revision",
                table: "ArchiveEntries",
                columns: new[] { "Source", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Editions_EmployeeId",
                table: "Editions",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Editions_Kind_From",
                table: "Editions",
                columns: new[] { "Kind", "From" });

            foreach (var (table, key) in Kept)
            {
                Guard(migrationBuilder, table, "AreNotChanged", $"UPDATE ON {table}", "changed");
                Guard(migrationBuilder, table, "AreNotDeleted", $"DELETE ON {table}", "deleted");
                Guard(
                    migrationBuilder, table, "AreNotReplaced",
                    $"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {key})", "replaced");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArchiveEntries");

            migrationBuilder.DropTable(
                name: "ArchiveHistoryParts");

            migrationBuilder.DropTable(
                name: "EditionCuts");

            migrationBuilder.DropTable(
                name: "EditionHeads");

            migrationBuilder.DropTable(
                name: "Editions");
        }

        private static void Guard(MigrationBuilder migrationBuilder, string table, string name, string happening, string never) =>
            migrationBuilder.Sql(
                $"CREATE TRIGGER {table}{name} BEFORE {happening} BEGIN SELECT RAISE(ABORT, '{table} are never {never}'); END;");
    }
}
