using Academy.Domain.Auditing;
using Academy.Domain.Questions.Banks;
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
        Assert.Null(await ShareAsync(bank, Study.Other));
        var head = await study.ActorAsync(Study.Administrator);
        Assert.Equal(
            LibrarianRefusal.AlreadyShared,
            await study.WorkAsync(room => room.Librarian.ShareAsync(head, bank, Study.Other, default)));
        Assert.Equal(LibrarianRefusal.AlreadyShared, await ShareAsync(bank, Study.Shen));
        Assert.Equal(LibrarianRefusal.NoSuchTrainer, await ShareAsync(bank, "E0002"));

        var other = (await study.ActorAsync(Study.Other)).Id!.Value;
        Assert.Null(await ActAsync((librarian, actor) => librarian.UnshareAsync(actor, bank, other, default)));
        Assert.Null(await ActAsync((librarian, actor) => librarian.UnshareAsync(actor, bank, other, default)));

        Assert.Equal((false, false, false), await RightsAsync(Study.Other, bank));
        Assert.Equal([BankTrail.BankAdded, BankTrail.BankShared, BankTrail.BankUnshared], await ActsAsync());
    }

    [Fact]
    public async Task The_academys_own_banks_are_kept_by_administrators_alone()
    {
        var bank = await study.LookAsync(db => db.Banks.Where(b => b.OwnerId == null).Select(b => b.Id).FirstAsync());

        Assert.Equal((true, true, false), await RightsAsync(Study.Shen, bank));
        Assert.Equal((true, true, true), await RightsAsync(Study.Administrator, bank));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task A_drawer_is_called_alike_by_a_form_and_by_a_file(int length, bool isTaken)
    {
        var (bank, title) = (await study.AddBankAsync(Study.Shen), new string('类', length));

        var refusal = await ActAsync((librarian, actor) =>
            librarian.AddCategoryAsync(actor, bank, new CategoryTerms(title, null), default));
        var filed = Assert.Single(CategoryPath.Of(title));

        Assert.Equal((isTaken, isTaken), (refusal is null, filed == title));
        Assert.Null(new CategoryTerms(filed, null).Refusal());
    }

    [Fact]
    public void A_bank_is_called_no_longer_than_the_store_keeps_it()
    {
        var terms = new BankTerms(new string('库', BankTerms.LongestTitle), "", BankAccess.Editable, RequiresReview: false);

        Assert.Null(terms.Refusal());
        Assert.Equal(LibrarianRefusal.TitleTooLong, (terms with { Title = $"{terms.Title}库" }).Refusal());
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
    public async Task A_drawer_below_which_an_import_is_bringing_another_stays()
    {
        var bank = await study.AddBankAsync(Study.Shen);
        await AddAsync(bank, "柜面", null);
        await study.LookAsync(async db =>
        {
            var above = await db.Categories.SingleAsync(c => c.BankId == bank);
            var room = db.Add(new Bank("~")).Entity;
            await db.SaveChangesAsync();
            db.Add(new Category("现金", above.Id, room.Id));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(LibrarianRefusal.CategoryNotEmpty, await RemoveAsync(bank, "柜面"));
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
        await ActAsync(async (librarian, actor) => (await librarian.AddBankAsync(
            actor, Librarian.NewSlug(), new BankTerms("", "", BankAccess.Private, false), default)).Refusal));

    [Fact]
    public async Task A_form_that_is_sent_twice_at_once_makes_one_bank_and_one_drawer()
    {
        var (actor, slug) = (await study.ActorAsync(Study.Shen), Librarian.NewSlug());
        var terms = new BankTerms("柜面业务", "", BankAccess.Private, false);
        var made = await Task.WhenAll(Twice(room => room.Librarian.AddBankAsync(actor, slug, terms, default)));
        var bank = Assert.Single(made.Select(outcome => outcome.BankId!.Value).Distinct());

        var added = await Task.WhenAll(Twice(room =>
            room.Librarian.AddCategoryAsync(actor, bank, new CategoryTerms("现金", null), default)));
        Assert.Equal([null, null], added);
        Assert.Single(await study.LookAsync(db => db.Categories.Where(c => c.BankId == bank).ToListAsync()));
        Assert.Equal([BankTrail.BankAdded, BankTrail.CategoryAdded], await ActsAsync());
    }

    [Fact]
    public async Task Other_terms_on_a_page_that_made_a_bank_already_are_not_taken_for_the_first_ones()
    {
        var (actor, slug) = (await study.ActorAsync(Study.Shen), Librarian.NewSlug());
        var terms = new BankTerms("柜面业务", "", BankAccess.Private, false);
        Task<(long? BankId, LibrarianRefusal? Refusal)> AddAsync(BankTerms wanted) =>
            study.WorkAsync(room => room.Librarian.AddBankAsync(actor, slug, wanted, default));

        var (bank, _) = await AddAsync(terms);

        Assert.Equal((null, LibrarianRefusal.SavedBefore), await AddAsync(terms with { RequiresReview = true }));
        Assert.Equal((bank, null), await AddAsync(terms));
    }

    [Fact]
    public async Task A_drawer_that_somebody_added_earlier_is_there_already()
    {
        var bank = await study.AddBankAsync(Study.Shen, BankAccess.Editable);
        var (other, terms) = (await study.ActorAsync(Study.Other), new CategoryTerms("现金", null));
        await AddAsync(bank, "现金", null);

        Assert.Equal(
            LibrarianRefusal.CategoryExists,
            await study.WorkAsync(room => room.Librarian.AddCategoryAsync(other, bank, terms, default)));
        await AddAsync(bank, "账户", null);
        Assert.Equal(LibrarianRefusal.CategoryExists, await AddAsync(bank, "现金", null));
    }

    [Fact]
    public async Task Two_drawers_are_not_moved_under_each_other()
    {
        var bank = await study.AddBankAsync(Study.Shen);
        await AddAsync(bank, "柜面", null);
        await AddAsync(bank, "现金", null);
        var actor = await study.ActorAsync(Study.Shen);
        var drawers = await study.LookAsync(db => db.Categories.AsNoTracking().Where(c => c.BankId == bank).ToListAsync());

        async Task<LibrarianRefusal?> MoveUnderAsync(Category drawer, Category parent) => await study.WorkAsync(room =>
            room.Librarian.EditCategoryAsync(
                actor, bank, drawer.Id, CategoryTerms.Of(drawer).AsSeen(), new CategoryTerms(drawer.Title, parent.Id), default));
        var outcomes = await Task.WhenAll(MoveUnderAsync(drawers[0], drawers[1]), MoveUnderAsync(drawers[1], drawers[0]));

        Assert.Equal([null, LibrarianRefusal.CategoryUnderItself], outcomes.Order());
    }

    [Fact]
    public async Task Nobody_sets_terms_over_those_that_somebody_else_has_set_meanwhile()
    {
        var bank = await study.AddBankAsync(Study.Shen);
        var seen = await study.LookAsync(db => db.Banks.AsNoTracking().SingleAsync(b => b.Id == bank));
        Task<LibrarianRefusal?> DescribeAsync(string title) => ActAsync(async (librarian, actor) => (await librarian.DescribeAsync(
            actor, bank, BankTerms.Of(seen).AsSeen(), BankTerms.Of(seen) with { Title = title }, default)).Refusal);

        Assert.Null(await DescribeAsync("现金业务"));
        Assert.Null(await DescribeAsync("现金业务"));
        Assert.Equal(LibrarianRefusal.ChangedMeanwhile, await DescribeAsync("对公业务"));
        Assert.Equal([BankTrail.BankAdded, BankTrail.BankEdited], await ActsAsync());
    }

    [Fact]
    public async Task A_bank_that_was_taken_back_is_no_longer_edited()
    {
        var bank = await study.AddBankAsync(Study.Shen);
        var other = await study.ActorAsync(Study.Other);

        Assert.Equal(
            LibrarianRefusal.ChangedMeanwhile,
            await study.WorkAsync(room => room.Librarian.AddCategoryAsync(other, bank, new CategoryTerms("现金", null), default)));
    }

    private async Task<(bool MaySee, bool MayEdit, bool MayKeep)> RightsAsync(string number, long bank)
    {
        var author = await study.AuthorAsync(number);
        return await study.LookAsync(async db => (
            await db.Banks.OpenTo(author).AnyAsync(b => b.Id == bank),
            await db.Banks.EditableBy(author).AnyAsync(b => b.Id == bank),
            await db.Banks.KeptBy(author).AnyAsync(b => b.Id == bank)));
    }

    private Task<LibrarianRefusal?> ShareAsync(long bank, string number) =>
        ActAsync((librarian, actor) => librarian.ShareAsync(actor, bank, number, default));

    private async Task<LibrarianRefusal?> AddAsync(long bank, string title, string? parent)
    {
        var terms = new CategoryTerms(title, (await NamedAsync(bank, parent))?.Id);
        return await ActAsync((librarian, actor) => librarian.AddCategoryAsync(actor, bank, terms, default));
    }

    private async Task<LibrarianRefusal?> MoveAsync(long bank, string title, string? parent)
    {
        var drawer = (await NamedAsync(bank, title))!;
        var terms = new CategoryTerms(title, (await NamedAsync(bank, parent))?.Id);
        return await ActAsync((librarian, actor) =>
            librarian.EditCategoryAsync(actor, bank, drawer.Id, CategoryTerms.Of(drawer).AsSeen(), terms, default));
    }

    private async Task<LibrarianRefusal?> RemoveAsync(long bank, string title)
    {
        var drawer = (await NamedAsync(bank, title))!;
        return await ActAsync((librarian, actor) => librarian.RemoveCategoryAsync(actor, bank, drawer.Id, default));
    }

    private async Task<CuratorOutcome> FileAsync(long question, long bank, string? category)
    {
        var drawer = (await NamedAsync(bank, category))?.Id;
        return await study.ActAsync(Study.Shen, question, (curator, actor, seen) => curator.FileAsync(actor, seen, bank, drawer, default));
    }

    private async Task<LibrarianRefusal?> ActAsync(Func<Librarian, Actor, Task<LibrarianRefusal?>> act)
    {
        var actor = await study.ActorAsync(Study.Shen);
        await study.ActorAsync(Study.Other);
        return await study.WorkAsync(room => act(room.Librarian, actor));
    }

    private IEnumerable<Task<T>> Twice<T>(Func<Workroom, Task<T>> act) => Enumerable.Range(0, 2).Select(_ => study.WorkAsync(act));

    private async Task<Category?> NamedAsync(long bank, string? title) => title is null ? null : await study.LookAsync(db =>
        db.Categories.AsNoTracking().SingleAsync(c => c.BankId == bank && c.Title == title));

    private Task<List<Act>> ActsAsync() => study.LookAsync(db => db.AuditEntries
        .Where(e => e.Subject == BankTrail.Bank)
        .OrderBy(e => e.Id)
        .Select(e => e.Act)
        .ToListAsync());
}
