using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>One number that every change of what duties follow from moves, so that nothing computed from them is ever stale.</summary>
    public partial class DutyRevisions : Migration
    {
        private static readonly (string Table, string Columns)[] Followed =
        [
            ("Employees", " OF UserName, Name, PinyinKey"),
            ("Postings", ""),
            ("Branches", ""),
            ("Positions", ""),
            ("Assignments", ""),
            ("Courses", ""),
            ("Quizzes", ""),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TABLE Revisions (Number INTEGER NOT NULL); INSERT INTO Revisions VALUES (0);");
            foreach (var (table, columns) in Followed)
            {
                migrationBuilder.Sql(Trigger(table, "Added", "INSERT"));
                migrationBuilder.Sql(Trigger(table, "Changed", $"UPDATE{columns}"));
                migrationBuilder.Sql(Trigger(table, "Removed", "DELETE"));
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, _) in Followed)
                migrationBuilder.Sql($"DROP TRIGGER {table}Added; DROP TRIGGER {table}Changed; DROP TRIGGER {table}Removed;");
            migrationBuilder.Sql("DROP TABLE Revisions;");
        }

        private static string Trigger(string table, string done, string act) =>
            $"CREATE TRIGGER {table}{done} AFTER {act} ON {table} BEGIN UPDATE Revisions SET Number = Number + 1; END;";
    }
}
