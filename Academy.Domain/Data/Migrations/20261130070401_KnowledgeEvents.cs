using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>Which quiz an event of a competition has people answer, and whether the shorter time decides between equal points.</summary>
    public partial class KnowledgeEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand: a foreign key that is added would have the table built anew.
            migrationBuilder.Sql(
                "ALTER TABLE CompetitionEvents ADD QuizId INTEGER NULL "
                + "CONSTRAINT FK_CompetitionEvents_Quizzes_QuizId REFERENCES Quizzes (Id) ON DELETE RESTRICT;");

            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "CompetitionEvents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TieByTime",
                table: "CompetitionEvents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_CompetitionEvents_QuizId",
                table: "CompetitionEvents",
                column: "QuizId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CompetitionEvents_QuizId",
                table: "CompetitionEvents");

            migrationBuilder.DropColumn(
                name: "QuizId",
                table: "CompetitionEvents");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "CompetitionEvents");

            migrationBuilder.DropColumn(
                name: "TieByTime",
                table: "CompetitionEvents");
        }
    }
}
