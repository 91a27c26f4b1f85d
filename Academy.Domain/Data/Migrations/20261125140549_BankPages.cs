using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <inheritdoc />
    public partial class BankPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Questions_BankId",
                table: "Questions");

            migrationBuilder.AddColumn<int>(
                name: "Difficulty",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsExplained",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "QuestionVersions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RetiredById",
                table: "Questions",
                type: "INTEGER",
                nullable: true);

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
                name: "IX_Questions_RetiredById",
                table: "Questions",
                column: "RetiredById");

            migrationBuilder.AddForeignKey(
                name: "FK_Questions_Employees_RetiredById",
                table: "Questions",
                column: "RetiredById",
                principalTable: "Employees",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(QuestionBanksSql.BackFillOfLists);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Questions_Employees_RetiredById",
                table: "Questions");

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
                name: "IX_Questions_RetiredById",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "Difficulty",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "IsExplained",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "RetiredById",
                table: "Questions");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_BankId",
                table: "Questions",
                column: "BankId");
        }
    }
}
