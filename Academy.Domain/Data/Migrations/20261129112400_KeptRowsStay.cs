using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>
    /// Guards what is kept against REPLACE, too: it takes the old row away without asking the triggers that watch over deletion.
    /// </summary>
    public partial class KeptRowsStay : Migration
    {
        private static readonly (string Table, string Key)[] Kept =
        [
            ("AuditEntries", "Id = NEW.Id"),
            ("Attestations", "Id = NEW.Id OR (CourseId = NEW.CourseId AND Edition = NEW.Edition AND EmployeeId = NEW.EmployeeId)"),
            ("Completions", "Id = NEW.Id OR (EmployeeId = NEW.EmployeeId AND SubjectKind = NEW.SubjectKind AND SubjectId = NEW.SubjectId "
                + "AND Number = NEW.Number)"),
            ("Marks", "Id = NEW.Id"),
            ("Reviews", "Id = NEW.Id"),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, key) in Kept)
            {
                migrationBuilder.Sql($"CREATE TRIGGER {table}AreNotReplaced BEFORE INSERT ON {table} "
                    + $"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key}) BEGIN SELECT RAISE(ABORT, '{table} are never replaced'); END;");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, _) in Kept) migrationBuilder.Sql($"DROP TRIGGER {table}AreNotReplaced;");
        }
    }
}
