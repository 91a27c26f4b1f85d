using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>
    /// Who decided on a run in doubt, the position in which somebody took a quiz, until when a contest has a quiz stay as it is, and
    /// that decided objections and sheets that were handed in are never changed.
    /// </summary>
    public partial class KeptDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "HeldUntil",
                table: "Quizzes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DecidedAt",
                table: "DrillRuns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PositionId",
                table: "Attempts",
                type: "INTEGER",
                nullable: true);

            // By hand: a foreign key that is added would have the table built anew.
            AddKey(migrationBuilder, "DrillRuns", "DecidedById", "Employees");

            migrationBuilder.CreateIndex(
                name: "IX_DrillRuns_DecidedById",
                table: "DrillRuns",
                column: "DecidedById");

            migrationBuilder.Sql("UPDATE Attempts SET PositionId = (SELECT e.PositionId FROM Employees e WHERE e.Id = EmployeeId);");
            migrationBuilder.Sql(
                "UPDATE Quizzes SET HeldUntil = (SELECT max(c.ClosesAt) FROM Competitions c "
                + "JOIN CompetitionEvents e ON e.CompetitionId = c.Id WHERE c.PublishedAt IS NOT NULL AND e.QuizId = Quizzes.Id);");

            Guard(migrationBuilder, "Objections", "Changed", "UPDATE ON Objections WHEN OLD.State <> 'Open'");
            Guard(migrationBuilder, "Objections", "Deleted", "DELETE ON Objections");
            Guard(
                migrationBuilder, "Objections", "Replaced",
                "INSERT ON Objections WHEN EXISTS (SELECT 1 FROM Objections WHERE Id = NEW.Id)");
            Guard(migrationBuilder, "ScoreSheets", "Changed", "UPDATE ON ScoreSheets WHEN OLD.HandedInAt IS NOT NULL");
            Guard(migrationBuilder, "ScoreSheets", "Deleted", "DELETE ON ScoreSheets WHEN OLD.HandedInAt IS NOT NULL");
            Guard(
                migrationBuilder, "ScoreSheets", "Replaced",
                "INSERT ON ScoreSheets WHEN EXISTS "
                + "(SELECT 1 FROM ScoreSheets WHERE ContestantId = NEW.ContestantId AND JudgeId = NEW.JudgeId)");
            Guard(migrationBuilder, "PaperVerdicts", "Deleted", "DELETE ON PaperVerdicts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "Objections", "ScoreSheets" })
                foreach (var never in new[] { "Changed", "Deleted", "Replaced" }) Unguard(migrationBuilder, table, never);
            Unguard(migrationBuilder, "PaperVerdicts", "Deleted");

            migrationBuilder.DropIndex(
                name: "IX_DrillRuns_DecidedById",
                table: "DrillRuns");

            // By hand: a column that is dropped otherwise has the table built anew, without its triggers.
            migrationBuilder.Sql("ALTER TABLE Quizzes DROP COLUMN HeldUntil;");
            migrationBuilder.Sql("ALTER TABLE Attempts DROP COLUMN PositionId;");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "DrillRuns");

            migrationBuilder.DropColumn(
                name: "DecidedById",
                table: "DrillRuns");
        }

        private static void AddKey(MigrationBuilder migrationBuilder, string table, string column, string principal) =>
            migrationBuilder.Sql(
                $"ALTER TABLE {table} ADD {column} INTEGER NULL "
                + $"CONSTRAINT FK_{table}_{principal}_{column} REFERENCES {principal} (Id) ON DELETE RESTRICT;");

        private static void Guard(MigrationBuilder migrationBuilder, string table, string never, string happening) =>
            migrationBuilder.Sql(
                $"CREATE TRIGGER {table}AreNot{never} BEFORE {happening} "
                + $"BEGIN SELECT RAISE(ABORT, '{table} are never {never.ToLowerInvariant()}'); END;");

        private static void Unguard(MigrationBuilder migrationBuilder, string table, string never) =>
            migrationBuilder.Sql($"DROP TRIGGER {table}AreNot{never};");
    }
}
