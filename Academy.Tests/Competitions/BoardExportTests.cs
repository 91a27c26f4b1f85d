using System.Globalization;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Academy.Tests.Competitions;

/// <summary>A board as a spreadsheet has what the person sees of it on the page, and nothing else.</summary>
public sealed class BoardExportTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Unnamed = "未公开";
    private const string Past = "drill=keypad-lines-300&quarter=2026-3";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task An_employee_takes_away_the_names_of_the_page_and_no_others()
    {
        var client = await App.SignInAsync("E0042");
        var page = await client.GetPageAsync($"/standings?{Past}");

        var rows = await ReadAsync(client, $"/standings/export?{Past}");

        var shown = page.QuerySelectorAll(".podium-place, .board tbody tr:not(.left-out)");
        Assert.Equal(shown.Length, rows.Count);
        Assert.All(rows.Where(row => row["姓名"] != Unnamed), row => Assert.Contains(row["姓名"], page.Body!.TextContent));
        var board = await PastAsync();
        Assert.All(
            rows.Where(row => int.Parse(row["名次"], CultureInfo.InvariantCulture) > board.NamedRanks && row["姓名"] != Unnamed),
            row => Assert.Contains("我", page.QuerySelector("tr.mine, .podium-place:has(.tag.brand)")!.TextContent));
    }

    [Fact]
    public async Task A_branch_head_takes_away_their_own_people_by_name_and_of_the_bank_what_everybody_may()
    {
        var head = await App.SignInAsync("B0001");

        var own = await ReadAsync(head, $"/standings/export?{Past}&of=branch");
        var bank = await ReadAsync(head, $"/standings/export?{Past}");

        Assert.NotEmpty(own);
        Assert.DoesNotContain(own, row => row["姓名"] == Unnamed);
        Assert.InRange(bank.Count, 3, 13);
    }

    [Fact]
    public async Task Who_teaches_takes_away_every_row_of_every_page()
    {
        var rows = await ReadAsync(await App.SignInAsync("T0001"), $"/standings/export?{Past}");

        var board = await PastAsync();
        Assert.Equal(board.Rows.Count, rows.Count);
        Assert.DoesNotContain(rows, row => row["姓名"] == Unnamed);
    }

    [Fact]
    public async Task Nothing_behind_a_freeze_is_in_a_file()
    {
        var (held, shown) = await App.InStoreAsync(async db =>
        {
            var frozen = await db.Set<Event>().Include(e => e.Competition).SingleAsync(e => e.Competition.FreezesAt != null);
            return (frozen.Id, await db.BoardAsync(frozen.Drill, frozen.Id, BoardCopy.Public, CancellationToken.None));
        });

        foreach (var number in new[] { "E0061", "T0001", "B0001" })
        {
            var rows = await ReadAsync(await App.SignInAsync(number), $"/competitions/events/{held}/board/export");
            Assert.InRange(rows.Count, 1, shown.Rows.Count);
            Assert.All(rows, row => Assert.InRange(int.Parse(row["名次"], CultureInfo.InvariantCulture), 1, shown.Rows.Count));
        }
    }

    [Fact]
    public async Task Branches_are_taken_away_as_they_compare()
    {
        var rows = await ReadAsync(await App.SignInAsync("E0042"), $"/standings/export?{Past}&of=branches");

        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, row => row.ContainsKey("姓名"));
    }

    private Task<Board> PastAsync() => App.InStoreAsync(db => db.BoardAsync(
        Discipline.Keypad, new Quarter(2026, 3), App.Services.GetRequiredService<BankZone>(), CancellationToken.None));

    private static async Task<List<Dictionary<string, string>>> ReadAsync(HttpClient client, string address)
    {
        await using var file = new MemoryStream(await client.GetByteArrayAsync(address));
        return [.. file.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>()
            .Select(row => row.ToDictionary(cell => cell.Key, cell => $"{cell.Value}"))];
    }
}
