using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>
    /// A version keeps whether somebody stands for it who did not write it. Versions of before are read again when the academy opens.
    /// </summary>
    public partial class VouchedVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsVouchedFor",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: true);

            // Where a bank comes to demand reviews, a version that a quiz names may no longer be drawn.
            migrationBuilder.Sql(
                "CREATE TRIGGER BanksReviewed AFTER UPDATE OF RequiresReview ON Banks "
                + "BEGIN UPDATE Revisions SET Questions = Questions + 1; END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER BanksReviewed;");

            // In place: a copy of a table would lose its triggers.
            migrationBuilder.Sql("ALTER TABLE QuestionVersions DROP COLUMN IsVouchedFor;");
        }
    }
}
