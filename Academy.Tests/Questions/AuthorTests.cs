using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Data.Searching;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Questions;

public sealed class AuthorTests : IAsyncDisposable
{
    private static readonly Filing Unfiled = new(null, null, []);
    private static readonly QuestionText Text = Written.All[QuestionType.SingleChoice];

    private readonly AcademyStore store;
    private readonly Desk desk;

    public AuthorTests(OpenedAcademy opened)
    {
        store = new AcademyStore(opened, services => services.AddScoped<Desktop>());
        desk = new Desk(store);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData(VersionState.Draft, false)]
    [InlineData(VersionState.InReview, false)]
    [InlineData(VersionState.Approved, true)]
    public async Task Papers_draw_a_question_only_once_it_is_approved(VersionState state, bool drawn)
    {
        var (question, _) = await AddAsync(Text, state);

        Assert.Equal(
            drawn,
            await store.AskAsync((AcademyDb db) => db.QuestionVersions.InForce().AnyAsync(v => v.QuestionId == question!.Id)));
        Assert.Equal([Act.QuestionAdded], await ActsAsync(question!));
    }

    [Theory]
    [InlineData(VersionState.Draft)]
    [InlineData(VersionState.Approved)]
    public async Task What_is_written_is_found_by_its_words_at_once(VersionState state)
    {
        var (question, _) = await AddAsync(Text with { Stem = "拓印机怎样保管？" }, state);

        var found = await store.AskAsync((AcademyDb db) =>
            db.FullText.FindAsync(SearchKinds.Question, SearchQuery.Of("拓印机"), 0, 10, default));

        Assert.Equal([question!.Key], found.Select(entry => entry.Key));
    }

    [Fact]
    public async Task A_bank_that_demands_a_review_takes_nothing_at_once()
    {
        await DemandReviewAsync();

        Assert.Equal((null, AuthorRefusal.ReviewDemanded), await AddAsync(Text, VersionState.Approved));
        Assert.Null((await AddAsync(Text, VersionState.InReview)).Refusal);
    }

    [Fact]
    public async Task The_approved_version_stays_in_force_while_the_next_is_a_draft()
    {
        var (question, _) = await AddAsync(Text, VersionState.Approved);

        Assert.Null(await WriteAsync(question!.Id, 1, Text with { Stem = "改过的题干" }, VersionState.Draft));

        var stored = await QuestionAsync(question.Id);
        Assert.Equal((1, 2), (stored.Current!.Number, stored.Latest!.Number));
    }

    [Fact]
    public async Task Nobody_writes_over_what_somebody_else_has_written_meanwhile()
    {
        var (question, _) = await AddAsync(Text, VersionState.Approved);
        Assert.Null(await WriteAsync(question!.Id, 1, Text with { Stem = "别人改的" }, VersionState.Approved));

        Assert.Equal(AuthorRefusal.WrittenMeanwhile, await WriteAsync(question.Id, 1, Text with { Stem = "我改的" }, VersionState.Approved));
        Assert.Equal("别人改的", (await QuestionAsync(question.Id)).Latest!.Text.Stem.Plain);
    }

    [Fact]
    public async Task Saving_the_same_text_files_it_anew_without_another_version()
    {
        var (question, _) = await AddAsync(Text, VersionState.Draft);

        Assert.Null(await WriteAsync(question!.Id, 1, Text, VersionState.Approved, new Filing("收缴第一步", null, ["柜面"])));

        var stored = await QuestionAsync(question.Id);
        Assert.Equal((1, VersionState.Approved, "收缴第一步"), (stored.Latest!.Number, stored.Latest.State, stored.Name));
        Assert.Equal(["柜面"], stored.Tags.Select(t => t.Tag));
    }

    [Theory]
    [InlineData("red.png", null)]
    [InlineData("red.jpg", UploadRefusal.NotWhatItSays)]
    [InlineData("red.svg", UploadRefusal.UnknownKind)]
    [InlineData("red.pdf", UploadRefusal.UnknownKind)]
    public async Task A_picture_is_what_its_name_says(string name, UploadRefusal? refusal)
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1];
        var taken = await store.AskAsync((Gallery gallery) => gallery.TakeAsync(name, new MemoryStream(png), default));
        Assert.Equal(refusal, taken.Refusal);
        Assert.Equal(refusal is null ? "image/png" : null, taken.File?.MediaType);
    }

    [Fact]
    public async Task The_same_picture_is_kept_once()
    {
        async Task<StoredFile?> TakeAsync(string name) =>
            (await store.AskAsync((Gallery gallery) => gallery.TakeAsync(name, new MemoryStream([.. "RIFF    WAVEfmt "u8]), default))).File;
        Assert.Equal((await TakeAsync("a.wav"))!.Digest, (await TakeAsync("b.wav"))!.Digest);
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.QuestionFiles.CountAsync()));
    }

    [Theory]
    [InlineData(BankAccess.Editable, true, true)]
    [InlineData(BankAccess.Usable, false, true)]
    [InlineData(BankAccess.Private, false, false)]
    public async Task What_other_trainers_may_do_with_a_bank_is_said_by_the_bank(BankAccess access, bool edits, bool uses)
    {
        var owner = await store.AskAsync((AcademyDb db) => db.Employees.Numbered("A0001").Select(e => e.Id).SingleAsync());
        var trainer = (await desk.TrainerAsync()).Id!.Value;
        var bank = await store.AskAsync(async (AcademyDb db) =>
        {
            var own = db.Add(new Bank("own") { Title = "自建题库", OwnerId = owner, Access = access }).Entity;
            await db.SaveChangesAsync();
            return own.Id;
        });

        Assert.Equal((edits, uses), await RightsAsync(bank, trainer, false));
        Assert.Equal((true, true), await RightsAsync(bank, owner, false));
        Assert.Equal((true, true), await RightsAsync(bank, trainer, true));

        await store.AskAsync(async (AcademyDb db) =>
        {
            (await db.Banks.SingleAsync(b => b.Id == bank)).Shares.Add(new BankShare(trainer));
            return await db.SaveChangesAsync();
        });
        Assert.Equal((true, true), await RightsAsync(bank, trainer, false));
    }

    private Task<(bool, bool)> RightsAsync(long bank, long employee, bool isAdministrator) => store.AskAsync(async (AcademyDb db) => (
        await db.Banks.EditableBy(employee, isAdministrator).AnyAsync(b => b.Id == bank),
        await db.Banks.UsableBy(employee, isAdministrator).AnyAsync(b => b.Id == bank)));

    private async Task<(Question? Question, AuthorRefusal? Refusal)> AddAsync(QuestionText text, VersionState state)
    {
        var actor = await desk.TrainerAsync();
        return await store.AskAsync((Desktop desktop) => desktop.AddAsync(actor, text, state));
    }

    private async Task<AuthorRefusal?> WriteAsync(long id, int basedOn, QuestionText text, VersionState state, Filing? filing = null)
    {
        var actor = await desk.TrainerAsync();
        return await store.AskAsync((Desktop desktop) => desktop.WriteAsync(actor, id, basedOn, text, state, filing ?? Unfiled));
    }

    private Task<Question> QuestionAsync(long id) => store.AskAsync((AcademyDb db) => db.Questions
        .Include(q => q.Versions)
        .Include(q => q.Tags)
        .AsNoTracking()
        .SingleAsync(q => q.Id == id));

    private Task<List<Act>> ActsAsync(Question question) =>
        store.AskAsync((AcademyDb db) => db.AuditEntries.Where(e => e.SubjectKey == question.Key).Select(e => e.Act).ToListAsync());

    private Task<int> DemandReviewAsync() => store.AskAsync(async (AcademyDb db) =>
    {
        (await db.Banks.SingleAsync(b => b.Slug == Desktop.Slug)).RequiresReview = true;
        return await db.SaveChangesAsync();
    });

    /// <summary>An author with the bank and questions of the same unit of work.</summary>
    private sealed class Desktop(AcademyDb db, Author author)
    {
        public const string Slug = "counterfeit-currency";

        public async Task<(Question?, AuthorRefusal?)> AddAsync(Actor actor, QuestionText text, VersionState state) =>
            await author.AddAsync(
                actor, await db.Banks.Include(b => b.Categories).SingleAsync(b => b.Slug == Slug), text, Unfiled, state, default);

        public async Task<AuthorRefusal?> WriteAsync(
            Actor actor, long id, int basedOn, QuestionText text, VersionState state, Filing filing)
        {
            var question = await db.Questions
                .Include(q => q.Versions)
                .ThenInclude(v => v.Reviews)
                .Include(q => q.Tags)
                .Include(q => q.Bank)
                .ThenInclude(b => b.Categories)
                .SingleAsync(q => q.Id == id);
            return (await author.WriteAsync(actor, question.Bank, question, basedOn, text, filing, state, default)).Refusal;
        }
    }
}
