using System.Net;
using Academy.Domain.Files.Pdf;
using Academy.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Files;

/// <summary>Documents are printed one after the other; who would make the line too long is told to come back.</summary>
public sealed class PrintRoomTests(SharedAcademy academy) : IClassFixture<SharedAcademy>, IDisposable
{
    private const string Book = "/drills/slips/books/7?format=pdf";

    private readonly SemaphoreSlim begun = new(0);
    private readonly SemaphoreSlim drawn = new(0);
    private volatile int drawing;
    private int most;

    private AcademyApp App => academy.App;

    public void Dispose()
    {
        begun.Dispose();
        drawn.Dispose();
    }

    [Fact]
    public async Task One_document_is_printed_at_a_time_and_the_others_wait()
    {
        using var room = new PrintRoom(new PdfPress(() => null));
        var waiting = await WaitAsync(room, people: 5);

        drawn.Release(5);
        var printed = await Task.WhenAll(waiting);

        Assert.Equal(1, most);
        Assert.All(printed, printing => Assert.False(printing.IsCrowded));
    }

    [Fact]
    public async Task Nobody_waits_more_than_twice_and_no_more_wait_than_there_is_room_for()
    {
        using var room = new PrintRoom(new PdfPress(() => null));
        var waiting = await WaitAsync(room, people: PrintRoom.MostOfPerson, each: 2);

        Assert.True((await PrintAsync(room, "more", person: 0)).IsCrowded);
        waiting.AddRange(await WaitAsync(room, people: PrintRoom.MostWaiting - waiting.Count, first: 100));
        Assert.True((await PrintAsync(room, "more", person: 999)).IsCrowded);

        drawn.Release(PrintRoom.MostWaiting + 1);
        await Task.WhenAll(waiting);
        Assert.False((await PrintAsync(room, "more", person: 0)).IsCrowded);
    }

    [Fact]
    public async Task Who_finds_too_many_waiting_for_a_book_is_told_so_and_when_to_come_back()
    {
        Assert.SkipUnless(App.Services.GetRequiredService<PdfPress>().HasFont, "There is no font with Chinese here.");
        var person = await App.SignInAsync("E0061");
        var waiting = await WaitAsync(App.Services.GetRequiredService<PrintRoom>(), PrintRoom.MostWaiting, first: 1_000_000);

        using var refused = await person.GetAsync(Book);
        drawn.Release(PrintRoom.MostWaiting);
        await Task.WhenAll(waiting);
        using var given = await person.GetAsync(Book);

        Assert.Equal((HttpStatusCode.TooManyRequests, PrintRoom.ComeBack), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        Assert.Contains("人太多", (await refused.ReadPageAsync()).QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        Assert.Equal("application/pdf", given.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_was_printed_last_is_not_drawn_again()
    {
        Assert.SkipUnless(App.Services.GetRequiredService<PdfPress>().HasFont, "There is no font with Chinese here.");
        using var room = new PrintRoom(App.Services.GetRequiredService<PdfPress>());
        drawn.Release();

        var first = await PrintAsync(room, "same", person: 1);
        var second = await PrintAsync(room, "same", person: 2);

        Assert.NotNull(first.File);
        Assert.Same(first.File, second.File);
    }

    /// <summary>The first one is held at the press, on a thread of its own; the others stand in line when this returns.</summary>
    private async Task<List<Task<Printing>>> WaitAsync(PrintRoom room, int people, int each = 1, int first = 0)
    {
        var all = from person in Enumerable.Range(first, people)
                  from time in Enumerable.Range(0, each)
                  select (Key: $"{person} {time}", Person: person);
        var waiting = new List<Task<Printing>>();
        foreach (var (key, person) in all)
        {
            var isHeld = drawing > 0;
            waiting.Add(isHeld ? PrintAsync(room, key, person) : Task.Run(() => PrintAsync(room, key, person)));
            if (!isHeld) await begun.WaitAsync(TestContext.Current.CancellationToken);
        }

        return waiting;
    }

    private Task<Printing> PrintAsync(PrintRoom room, string key, long person) =>
        room.PrintAsync(key, person, Draw, TestContext.Current.CancellationToken);

    private PdfDocument Draw()
    {
        most = Math.Max(most, Interlocked.Increment(ref drawing));
        begun.Release();
        drawn.Wait(TestContext.Current.CancellationToken);
        Interlocked.Decrement(ref drawing);
        var document = new PdfDocument("", default);
        document.AddPage().Text("银", 10, 10, 10);
        return document;
    }
}
