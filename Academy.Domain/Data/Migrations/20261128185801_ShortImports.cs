using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Domain.Data.Migrations
{
    /// <summary>An import knows how often its rows were decided on, and whether the search has followed it: with those of before it has.</summary>
    public partial class ShortImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsIndexed",
                table: "QuestionImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "QuestionImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // In place: a copy of a table would lose its triggers.
            migrationBuilder.Sql("ALTER TABLE QuestionImports DROP COLUMN IsIndexed; ALTER TABLE QuestionImports DROP COLUMN Revision;");
        }
    }
}
