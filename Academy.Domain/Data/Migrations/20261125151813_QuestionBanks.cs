using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <inheritdoc />
    public partial class QuestionBanks : Migration
    {
        /// <summary>A column with its foreign key, added in place: a copy of the table could not be made in one transaction.</summary>
        private static string Reference(string table, string column, string parent) =>
            $"ALTER TABLE {table} ADD COLUMN {column} INTEGER NULL CONSTRAINT FK_{table}_{parent}_{column} REFERENCES {parent} (Id) ON DELETE RESTRICT;";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Questions_BankId",
                table: "Questions");

            migrationBuilder.AddColumn<int>(
                name: "Part",
                table: "Slots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OwnerId",
                table: "Quizzes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PublishedAt",
                table: "Quizzes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql(Reference("QuestionVersions", "AuthorId", "Employees"));

            migrationBuilder.AddColumn<int>(
                name: "Difficulty",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ImportId",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsExplained",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsLatest",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "QuestionVersions",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "QuestionVersions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WrittenAt",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql(Reference("Questions", "CategoryId", "Categories"));

            migrationBuilder.AddColumn<long>(
                name: "ClauseCheckedAt",
                table: "Questions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "IsOwn",
                table: "Questions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "Questions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.Sql(Reference("Questions", "RetiredById", "Employees"));

            migrationBuilder.AddColumn<long>(
                name: "RevisedAt",
                table: "Clauses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Access",
                table: "Banks",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Editable");

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "Banks",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql(Reference("Banks", "OwnerId", "Employees"));

            migrationBuilder.AddColumn<bool>(
                name: "RequiresReview",
                table: "Banks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "BankShares",
                columns: table => new
                {
                    BankId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankShares", x => new { x.BankId, x.EmployeeId });
                    table.ForeignKey(
                        name: "FK_BankShares_Banks_BankId",
                        column: x => x.BankId,
                        principalTable: "Banks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BankShares_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Categories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BankId = table.Column<long>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Categories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Categories_Banks_BankId",
                        column: x => x.BankId,
                        principalTable: "Banks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Categories_Categories_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Marks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AttemptId = table.Column<long>(type: "INTEGER", nullable: false),
                    Slot = table.Column<int>(type: "INTEGER", nullable: false),
                    Criteria = table.Column<string>(type: "TEXT", nullable: false),
                    Points = table.Column<long>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    MarkerId = table.Column<long>(type: "INTEGER", nullable: false),
                    MarkedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Marks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Marks_Attempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Marks_Employees_MarkerId",
                        column: x => x.MarkerId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuestionFiles",
                columns: table => new
                {
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionFiles", x => x.Digest);
                });

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
                name: "QuestionTags",
                columns: table => new
                {
                    QuestionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Tag = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionTags", x => new { x.QuestionId, x.Tag });
                    table.ForeignKey(
                        name: "FK_QuestionTags_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewerId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsApproval = table.Column<bool>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reviews_Employees_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reviews_QuestionVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "QuestionVersions",
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
                name: "IX_QuestionVersions_AuthorId",
                table: "QuestionVersions",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionVersions_ImportId",
                table: "QuestionVersions",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionVersions_QuestionId_State_Type_Difficulty_IsExplained_Topic",
                table: "QuestionVersions",
                columns: new[] { "QuestionId", "State", "Type", "Difficulty", "IsExplained", "Topic" },
                filter: "\"IsLatest\"");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionVersions_Topic",
                table: "QuestionVersions",
                column: "Topic",
                filter: "\"IsLatest\"");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_BankId_RetiredAt",
                table: "Questions",
                columns: new[] { "BankId", "RetiredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_CategoryId",
                table: "Questions",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_RetiredById",
                table: "Questions",
                column: "RetiredById");

            migrationBuilder.CreateIndex(
                name: "IX_Banks_OwnerId",
                table: "Banks",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_BankShares_EmployeeId",
                table: "BankShares",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Categories_BankId",
                table: "Categories",
                column: "BankId");

            migrationBuilder.CreateIndex(
                name: "IX_Categories_ParentId",
                table: "Categories",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Marks_AttemptId_Slot",
                table: "Marks",
                columns: new[] { "AttemptId", "Slot" });

            migrationBuilder.CreateIndex(
                name: "IX_Marks_MarkerId",
                table: "Marks",
                column: "MarkerId");

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

            migrationBuilder.CreateIndex(
                name: "IX_QuestionTags_Tag",
                table: "QuestionTags",
                column: "Tag");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_ReviewerId",
                table: "Reviews",
                column: "ReviewerId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_VersionId",
                table: "Reviews",
                column: "VersionId");

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Quizzes lose their columns in place: a copy of the table would lose its triggers.
            migrationBuilder.DropForeignKey(
                name: "FK_Banks_Employees_OwnerId",
                table: "Banks");

            migrationBuilder.DropForeignKey(
                name: "FK_Questions_Categories_CategoryId",
                table: "Questions");

            migrationBuilder.DropForeignKey(
                name: "FK_Questions_Employees_RetiredById",
                table: "Questions");

            migrationBuilder.DropForeignKey(
                name: "FK_QuestionVersions_Employees_AuthorId",
                table: "QuestionVersions");

            migrationBuilder.DropTable(
                name: "BankShares");

            migrationBuilder.DropTable(
                name: "Categories");

            migrationBuilder.DropTable(
                name: "Marks");

            migrationBuilder.DropTable(
                name: "QuestionFiles");

            migrationBuilder.DropTable(
                name: "QuestionImportRows");

            migrationBuilder.DropTable(
                name: "QuestionTags");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropTable(
                name: "QuestionImports");

            migrationBuilder.DropIndex(
                name: "IX_QuestionVersions_AuthorId",
                table: "QuestionVersions");

            migrationBuilder.DropIndex(
                name: "IX_QuestionVersions_ImportId",
                table: "QuestionVersions");

            migrationBuilder.DropIndex(
                name: "IX_QuestionVersions_QuestionId_State_Type_Difficulty_IsExplained_Topic",
                table: "QuestionVersions");

            migrationBuilder.DropIndex(
                name: "IX_QuestionVersions_Topic",
                table: "QuestionVersions");

            migrationBuilder.DropIndex(
                name: "IX_Questions_BankId_RetiredAt",
                table: "Questions");

            migrationBuilder.DropIndex(
                name: "IX_Questions_CategoryId",
                table: "Questions");

            migrationBuilder.DropIndex(
                name: "IX_Questions_RetiredById",
                table: "Questions");

            migrationBuilder.DropIndex(
                name: "IX_Banks_OwnerId",
                table: "Banks");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "Slots");

            migrationBuilder.Sql("ALTER TABLE Quizzes DROP COLUMN OwnerId;");

            migrationBuilder.Sql("ALTER TABLE Quizzes DROP COLUMN PublishedAt;");

            migrationBuilder.DropColumn(
                name: "AuthorId",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "Difficulty",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "IsExplained",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "IsLatest",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "State",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "WrittenAt",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "CategoryId",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "ClauseCheckedAt",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "IsOwn",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "RetiredById",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "RevisedAt",
                table: "Clauses");

            migrationBuilder.DropColumn(
                name: "Access",
                table: "Banks");

            migrationBuilder.DropColumn(
                name: "Description",
                table: "Banks");

            migrationBuilder.DropColumn(
                name: "OwnerId",
                table: "Banks");

            migrationBuilder.DropColumn(
                name: "RequiresReview",
                table: "Banks");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_BankId",
                table: "Questions",
                column: "BankId");
        }
    }
}
