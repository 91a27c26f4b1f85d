using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>Whatever somebody finished is written down once, and courses keep who decides about their signatures.</summary>
    public partial class FinishedOnce : Migration
    {
        // Of what was written down twice the first stays. A completion of a quiz has the number of the attempt that was handed
        // in then; should there be none, a number that no attempt has.
        private const string BackFill = """
            DROP TRIGGER CompletionsStay;
            DROP TRIGGER CompletionsRemain;
            DELETE FROM Completions WHERE EXISTS (
              SELECT 1 FROM Completions first
              WHERE first.EmployeeId = Completions.EmployeeId AND first.SubjectKind = Completions.SubjectKind
                AND first.SubjectId = Completions.SubjectId AND first.CompletedAt = Completions.CompletedAt AND first.Id < Completions.Id);
            UPDATE Completions SET Number = COALESCE((
              SELECT MIN(a.Number) FROM Attempts a
              WHERE a.EmployeeId = Completions.EmployeeId AND a.QuizId = Completions.SubjectId AND a.SubmittedAt = Completions.CompletedAt), -Id)
            WHERE SubjectKind = 'Quiz';
            UPDATE Completions SET Number = (
              SELECT COUNT(*) FROM Completions earlier
              WHERE earlier.EmployeeId = Completions.EmployeeId AND earlier.SubjectKind = Completions.SubjectKind
                AND earlier.SubjectId = Completions.SubjectId AND earlier.Id <= Completions.Id)
            WHERE SubjectKind <> 'Quiz';
            CREATE TRIGGER CompletionsStay BEFORE UPDATE ON Completions BEGIN SELECT RAISE(ABORT, 'A completion is never changed.'); END;
            CREATE TRIGGER CompletionsRemain BEFORE DELETE ON Completions BEGIN SELECT RAISE(ABORT, 'A completion is never changed.'); END;
            UPDATE Courses SET HasOwnRule = 1 WHERE EXISTS (
              SELECT 1 FROM AuditEntries e
              WHERE e.Subject = 'Course' AND e.SubjectKey = Courses.Slug AND e.ActorId IS NOT NULL
                AND e.Act IN ('CourseAdded', 'CourseEdited') AND json_extract(e."After", '$.Attestation') IS NOT NULL);
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HasOwnRule",
                table: "Courses",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Completions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql(BackFill);

            migrationBuilder.DropIndex(
                name: "IX_Completions_EmployeeId_SubjectKind_SubjectId",
                table: "Completions");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_EmployeeId_SubjectKind_SubjectId_Number",
                table: "Completions",
                columns: new[] { "EmployeeId", "SubjectKind", "SubjectId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Completions_EmployeeId_SubjectKind_SubjectId_Number",
                table: "Completions");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_EmployeeId_SubjectKind_SubjectId",
                table: "Completions",
                columns: new[] { "EmployeeId", "SubjectKind", "SubjectId" });

            // In place: a copy of a table would lose its triggers.
            foreach (var (table, column) in new[] { ("Completions", "Number"), ("Courses", "HasOwnRule") })
                migrationBuilder.Sql($"ALTER TABLE {table} DROP COLUMN {column};");
        }
    }
}
