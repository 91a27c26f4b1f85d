using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>A second number that every change of what papers are drawn from moves.</summary>
    public partial class QuestionRevisions : Migration
    {
        private static readonly (string Name, string Event)[] Followed =
        [
            ("QuestionVersionsAdded", "INSERT ON QuestionVersions"),
            ("QuestionVersionsChanged", "UPDATE OF State, SupersededAt, Type, GradedUnder ON QuestionVersions"),
            ("QuestionVersionsRemoved", "DELETE ON QuestionVersions"),
            ("QuestionsChanged", "UPDATE OF BankId, CategoryId, RetiredAt ON Questions"),
            ("QuestionTagsAdded", "INSERT ON QuestionTags"),
            ("QuestionTagsRemoved", "DELETE ON QuestionTags"),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE Revisions ADD COLUMN Questions INTEGER NOT NULL DEFAULT 0;");
            foreach (var (name, happening) in Followed)
                migrationBuilder.Sql(
                    $"CREATE TRIGGER {name} AFTER {happening} BEGIN UPDATE Revisions SET Questions = Questions + 1; END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (name, _) in Followed) migrationBuilder.Sql($"DROP TRIGGER {name};");
            migrationBuilder.Sql("ALTER TABLE Revisions DROP COLUMN Questions;");
        }
    }
}
