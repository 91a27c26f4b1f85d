using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>What the tables of question banks hold from the start, and what guards them.</summary>
    public partial class QuestionBanksFilled : Migration
    {
        private static readonly string[] Kept = ["Marks", "Reviews"];

        // All that was there before was the academy's own, in force and before the employees. Lists read beside a text what it says of itself.
        private const string BackFill = """
            UPDATE QuestionVersions SET
              State = 'Approved',
              IsLatest = CASE WHEN SupersededAt IS NULL THEN 1 ELSE 0 END,
              Difficulty = json_extract(Text, '$.difficulty'),
              Topic = json_extract(Text, '$.topic'),
              IsExplained = json_extract(Text, '$.explanation') <> '';
            UPDATE Quizzes SET PublishedAt = 0;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(BackFill);
            foreach (var table in Kept) migrationBuilder.Sql($"""
                CREATE TRIGGER {table}AreNotChanged BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} are never changed'); END;
                CREATE TRIGGER {table}AreNotDeleted BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} are never deleted'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Kept) migrationBuilder.Sql($"DROP TRIGGER {table}AreNotChanged; DROP TRIGGER {table}AreNotDeleted;");
        }
    }
}
