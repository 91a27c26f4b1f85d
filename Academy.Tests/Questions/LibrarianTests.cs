using Academy.Domain.Auditing;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

public sealed class LibrarianTests(OpenedAcademy opened) : IAsyncDisposable
{
    private readonly Study study = new(opened);

    public ValueTask DisposeAsync() => study.DisposeAsync();

    [Theory]
    [InlineData(BankAccess.Private, false, false)]
    [InlineData(BankAccess.Usable, true, false)]
    [InlineData(BankAccess.Editable, true, true)]
    public async Task What_other_trainers_may_do_with_a_bank_is_said_by_its_access(BankAccess access, bool maySee, bool mayEdit)
    {
        var bank = await study.AddBankAsync(Study.Shen, access);

        Assert.Equal((true, true, true), await RightsAsync(Study.Shen, bank));
        Assert.Equal((maySee, mayEdit, false), await RightsAsync(Study.Other, bank));
        Assert.Equal((true, true, true), await RightsAsync(Study.Administrator, bank));
    }

    [Fact]
    public async Task A_bank_that_is_shared_with_somebody_is_theirs_to_edit_until_it_is_taken_back()
    {
        var bank = await study.AddBankAsync(Study.Shen);
        Assert.Null(await ShareAsync(bank, Study.Other));
        Assert.Equal((true, true, false), await RightsAsync(Study.Other, bank));
        Assert.Equal(LibrarianRefusal.AlreadyShared, await ShareAsync(bank, Study.Other));
        Assert.Equal(LibrarianRefusal.AlreadyShared, await ShareAsync(bank, Study.Shen));
        Assert.Equal(LibrarianRefusal.NoSuchTrainer, await ShareAsync(bank, "E0002"));

        await study.WorkAsync(async room =>
        {
            await room.Librarian.UnshareAsync(
                await study.ActorAsync(Study.Shen),
                await BankAsync(room, bank),
                await room.Db.Users.SingleAsync(e => e.UserName == Study.Other),
                default);
            return 0;
        });

        Assert.Equal((false, false, false), await RightsAsync(Study.Other, bank));
        Assert.Equal([Act.BankAdded, Act.BankShared, Act.BankUnshared], await ActsAsync());
    }

    [Fact]
    public async Task The_academys_own_banks_are_kept_by_administrators_alone()
    {
        var bank = await study.LookAsync(db => db.Banks.Where(b => b.OwnerId == null).Select(b => b.Id).FirstAsync());

        Assert.Equal((true, true, false), await RightsAsync(Study.Shen, bank));
        Assert.Equal((true, true, true), await RightsAsync(Study.Administrator, bank));
    }

    [Fact]
    public async Task A_drawer_never_stands_under_itself_or_what_is_below_it()
    {
        var bank = await study.AddBankAsync(Study.Shen);
        await AddAsync(bank, "柜面", null);
        await AddAsync(bank, "现金", "柜面");
        await AddAsync(bank, "假币", "现金");

        Assert.Equal(LibrarianRefusal.CategoryUnderItself, await MoveAsync(bank, "柜面", "假币"));
        Assert.Equal(LibrarianRefusal.CategoryUnderItself, await MoveAsync(bank, "柜面", "柜面"));
        Assert.Null(await MoveAsync(bank, "假币", "柜面"));
        Assert.Null(await MoveAsync(bank, "柜面", null));

        var tree = new CategoryTree(await study.LookAsync(db => db.Categories.Where(c => c.BankId == bank).ToListAsync()));
        Assert.Equal([("柜面", 0), ("现金", 1), ("假币", 1)], tree.Places.Select(place => (place.Category.Title, place.Depth)));
    }

    [Fact]
    public async Task Drawers_that_hang_in_a_circle_are_shown_once_and_taken_out_of_it_again()
    {
        var bank = await study.AddBankAsync(Study.Shen);
        await AddAsync(bank, "柜面", null);
        await AddAsync(bank, "现金", "柜面");
        await study.LookAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE Categories SET ParentId = (SELECT Id FROM Categories WHERE Title = '现金' AND BankId = {bank})
            WHERE Title = '柜面' AND BankId = {bank}
            """));

        var drawers = await study.LookAsync(db => db.Categories
            .AsNoTracking()
            .Where(c => c.BankId == bank)
            .OrderBy(c => c.Id)
            .ToListAsync());
        var tree = new CategoryTree(drawers);
        Assert.Equal([("柜面", 0), ("现金", 1)], tree.Places.Select(place => (place.Category.Title, place.Depth)));
        Assert.Equal([drawers[1].Id, drawers[0].Id], tree.Within(drawers[1].Id));
        Assert.Equal(["现金/柜面", "柜面/现金"], drawers.Select(drawer => CategoryPath.All(drawers)[drawer.Id]));
        Assert.Null(await MoveAsync(bank, "柜面", null));
        Assert.Null(await AddAsync(bank, "假币", "现金"));
    }

    [Fact]
    public async Task Only_an_empty_drawer_is_taken_out()
    {
        var bank = await study.AddBankAsync(Study.Shen);
        await AddAsync(bank, "柜面", null);
        await AddAsync(bank, "现金", "柜面");
        var question = await study.WriteAsync(Study.Shen, bank, "GM-001");
        await FileAsync(question, bank, "现金");

        Assert.Equal(LibrarianRefusal.CategoryNotEmpty, await RemoveAsync(bank, "柜面"));
        Assert.Equal(LibrarianRefusal.CategoryNotEmpty, await RemoveAsync(bank, "现金"));
        await FileAsync(question, bank, null);
        Assert.Null(await RemoveAsync(bank, "现金"));
        Assert.Null(await RemoveAsync(bank, "柜面"));
    }

    [Fact]
    public async Task A_bank_without_a_title_is_refused() => Assert.Equal(
        LibrarianRefusal.TitleMissing,
        await study.WorkAsync(async room => (await room.Librarian.AddBankAsync(
            await study.ActorAsync(Study.Shen), new BankTerms("", "", BankAccess.Private, false), default)).Refusal));

    private async Task<(bool MaySee, bool MayEdit, bool MayKeep)> RightsAsync(string number, long bank)
    {
        var author = await study.AuthorAsync(number);
        return await study.LookAsync(async db => (
            await db.Banks.OpenTo(author).AnyAsync(b => b.Id == bank),
            await db.Banks.EditableBy(author).AnyAsync(b => b.Id == bank),
            await db.Banks.KeptBy(author).AnyAsync(b => b.Id == bank)));
    }

    private Task<LibrarianRefusal?> ShareAsync(long bank, string number) =>
        ActAsync(bank, (room, actor, found) => room.Librarian.ShareAsync(actor, found, number, default));

    private Task<LibrarianRefusal?> AddAsync(long bank, string title, string? parent) =>
        ActAsync(bank, (room, actor, found) => room.Librarian.AddCategoryAsync(actor, found, title, Named(found, parent), default));

    private Task<LibrarianRefusal?> MoveAsync(long bank, string title, string? parent) =>
        ActAsync(bank, (room, actor, found) =>
            room.Librarian.EditCategoryAsync(actor, found, Named(found, title)!, title, Named(found, parent), default));

    private Task<LibrarianRefusal?> RemoveAsync(long bank, string title) =>
        ActAsync(bank, (room, actor, found) => room.Librarian.RemoveCategoryAsync(actor, found, Named(found, title)!, default));

    private async Task<CuratorOutcome> FileAsync(long question, long bank, string? category)
    {
        var drawer = category is null ? null : await study.LookAsync(db => db.Categories
            .Where(c => c.BankId == bank && c.Title == category)
            .Select(c => (long?)c.Id)
            .SingleAsync());
        return await study.ActAsync(Study.Shen, question, (curator, actor, seen) => curator.FileAsync(actor, seen, bank, drawer, default));
    }

    private async Task<LibrarianRefusal?> ActAsync(long bank, Func<Workroom, Actor, Bank, Task<LibrarianRefusal?>> act)
    {
        var actor = await study.ActorAsync(Study.Shen);
        await study.ActorAsync(Study.Other);
        return await study.WorkAsync(async room => await act(room, actor, await BankAsync(room, bank)));
    }

    private static Category? Named(Bank bank, string? title) => bank.Categories.SingleOrDefault(c => c.Title == title);

    private static Task<Bank> BankAsync(Workroom room, long id) =>
        room.Db.Banks.Include(b => b.Shares).Include(b => b.Categories).SingleAsync(b => b.Id == id);

    private Task<List<Act>> ActsAsync() => study.LookAsync(db => db.AuditEntries
        .Where(e => e.Subject == AuditSubject.Bank)
        .OrderBy(e => e.Id)
        .Select(e => e.Act)
        .ToListAsync());
}
