using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>An attempt keeps what it is judged by, and beside texts and blueprints stands what is asked of them again and again.</summary>
    public partial class JudgedAtStart : Migration
    {
        // Attempts of before were begun under the terms that their quizzes have: nobody could change them since, but the
        // academy's own content. What texts say for drawing is read again when the academy opens.
        private const string BackFill = """
            UPDATE Attempts SET
              PassPoints = (SELECT q.PassPoints FROM Quizzes q WHERE q.Id = Attempts.QuizId),
              MarkingScheme = (SELECT q.MarkingScheme FROM Quizzes q WHERE q.Id = Attempts.QuizId),
              Grace = (SELECT q.Grace FROM Quizzes q WHERE q.Id = Attempts.QuizId),
              SlotCount = (SELECT COUNT(*) FROM Slots s WHERE s.AttemptId = Attempts.Id);
            UPDATE Quizzes SET
              QuestionCount = (
                SELECT COALESCE(SUM(CASE json_array_length(s.value, '$.questions') WHEN 0 THEN json_extract(s.value, '$.draw')
                  ELSE json_array_length(s.value, '$.questions') END), 0)
                FROM json_each(Quizzes.Blueprint, '$.sections') s),
              Worth = (
                SELECT COALESCE(SUM(json_extract(s.value, '$.pointsEach.hundredths') * CASE json_array_length(s.value, '$.questions')
                  WHEN 0 THEN json_extract(s.value, '$.draw') ELSE json_array_length(s.value, '$.questions') END), 0)
                FROM json_each(Quizzes.Blueprint, '$.sections') s);
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "QuestionCount",
                table: "Quizzes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Worth",
                table: "Quizzes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "GradedUnder",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<TimeSpan>(
                name: "Grace",
                table: "Attempts",
                type: "TEXT",
                nullable: false,
                defaultValue: new TimeSpan(0, 0, 0, 0, 0));

            migrationBuilder.AddColumn<string>(
                name: "MarkingScheme",
                table: "Attempts",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "PassPoints",
                table: "Attempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "SlotCount",
                table: "Attempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_QuestionVersions_QuestionId_Type_GradedUnder",
                table: "QuestionVersions",
                columns: new[] { "QuestionId", "Type", "GradedUnder" },
                filter: "\"State\" = 'Approved' AND \"SupersededAt\" IS NULL");

            migrationBuilder.Sql(BackFill);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_QuestionVersions_QuestionId_Type_GradedUnder",
                table: "QuestionVersions");

            // In place: a copy of a table would lose its triggers.
            foreach (var (table, column) in new[]
            {
                ("Quizzes", "QuestionCount"), ("Quizzes", "Worth"), ("QuestionVersions", "GradedUnder"),
                ("Attempts", "Grace"), ("Attempts", "MarkingScheme"), ("Attempts", "PassPoints"), ("Attempts", "SlotCount"),
            }) migrationBuilder.Sql($"ALTER TABLE {table} DROP COLUMN {column};");
        }
    }
}
