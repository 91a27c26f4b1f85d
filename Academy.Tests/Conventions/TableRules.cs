using Academy.Tests.Hosting;

namespace Academy.Tests.Conventions;

/// <summary>
/// On a phone a table folds into rows of two lines and its heads are not seen, so that each figure says itself what it is.
/// </summary>
public sealed class TableRules(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    [Theory]
    [InlineData("E0042", "/standings?drill=keypad-lines-300&quarter=2026-3")]
    [InlineData("E0042", "/quizzes")]
    [InlineData("T0001", "/authoring/banks")]
    [InlineData("B0001", "/branch/levels")]
    [InlineData("A0001", "/admin/schemes")]
    public async Task Each_figure_of_a_table_has_the_head_of_its_column(string number, string address)
    {
        var page = await (await academy.App.SignInAsync(number)).GetPageAsync(address);

        var figures = 0;
        foreach (var table in page.QuerySelectorAll("table:has(thead)"))
        {
            var heads = table.QuerySelectorAll("thead th").Select(head => head.TextContent.Trim()).ToList();
            foreach (var row in table.QuerySelectorAll("tbody tr:not(:has([colspan]))"))
            {
                foreach (var (column, cell) in row.Children.Index().Where(cell => cell.Item.ClassList.Contains("number")))
                {
                    figures++;
                    Assert.Equal(heads[column], cell.GetAttribute("data-label"));
                }
            }
        }

        Assert.NotEqual(0, figures);
    }
}
