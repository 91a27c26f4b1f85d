using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <inheritdoc />
    public partial class QuestionImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ImportId",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "QuestionImports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BankId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Remarks = table.Column<string>(type: "TEXT", nullable: false),
                    StartedById = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AppliedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuestionImports_Banks_BankId",
                        column: x => x.BankId,
                        principalTable: "Banks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_QuestionImports_Employees_StartedById",
                        column: x => x.StartedById,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuestionImportRows",
                columns: table => new
                {
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: true),
                    Fields = table.Column<string>(type: "TEXT", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LikeQuestionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Likeness = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionImportRows", x => new { x.ImportId, x.Position });
                    table.ForeignKey(
                        name: "FK_QuestionImportRows_QuestionImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "QuestionImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionVersions_ImportId",
                table: "QuestionVersions",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionImportRows_ImportId_Choice",
                table: "QuestionImportRows",
                columns: new[] { "ImportId", "Choice" });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionImports_BankId",
                table: "QuestionImports",
                column: "BankId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionImports_StartedById",
                table: "QuestionImports",
                column: "StartedById");

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "QuestionImportRows");

            migrationBuilder.DropTable(
                name: "QuestionImports");

            migrationBuilder.DropIndex(
                name: "IX_QuestionVersions_ImportId",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "QuestionVersions");
        }
    }
}
