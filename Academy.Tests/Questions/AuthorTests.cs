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

namespace Academy.Tests.Questions;

public sealed class AuthorTests : IAsyncDisposable
{
    private const string Bank = "counterfeit-currency";
    private static readonly Filing Unfiled = new(null, null, []);
    private static readonly QuestionText Text = Written.All[QuestionType.SingleChoice];

    private readonly AcademyStore store;
    private readonly Desk desk;

    public AuthorTests(OpenedAcademy opened)
    {
        store = new AcademyStore(opened);
        desk = new Desk(store);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData(VersionState.Draft, false)]
    [InlineData(VersionState.InReview, false)]
    [InlineData(VersionState.Approved, true)]
    public async Task Papers_draw_a_question_only_once_it_is_approved(VersionState state, bool drawn)
    {
        var (id, _) = await AddAsync(Text, state);

        Assert.Equal(
            drawn,
            await store.AskAsync((AcademyDb db) => db.QuestionVersions.InForce().AnyAsync(v => v.QuestionId == id)));
        Assert.Equal([QuestionTrail.QuestionAdded], await ActsAsync(id!.Value));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_not_written()
    {
        var (id, _) = await AddAsync(Text, VersionState.Draft);
        var (seen, odd) = (SeenQuestion.Of(await QuestionAsync(id!.Value)), Text with { Stem = Prose.Empty });

        Assert.Equal((null, AuthorRefusal.CannotBeAsked), await AddAsync(odd, VersionState.Draft));
        Assert.Equal(AuthorRefusal.CannotBeAsked, await WriteAsync(seen, odd, VersionState.Approved));
        Assert.Equal([QuestionTrail.QuestionAdded], await ActsAsync(id.Value));
    }

    [Fact]
    public async Task A_question_whose_drawer_is_gone_meanwhile_is_not_filed_as_in_none()
    {
        var (actor, bank) = (await desk.TrainerAsync(), await BankAsync());
        var gone = Unfiled with { CategoryId = 999_999 };

        Assert.Equal((null, AuthorRefusal.CategoryGone), await store.AskAsync((Author author) =>
            author.AddAsync(actor, bank, Author.NewKey(), Text, gone, VersionState.Draft, default)));

        var (id, _) = await AddAsync(Text, VersionState.Draft);
        var seen = SeenQuestion.Of(await QuestionAsync(id!.Value));
        Assert.Equal(
            AuthorRefusal.CategoryGone, await WriteAsync(seen, Text with { Stem = "另问？" }, VersionState.Draft, gone));
    }

    [Theory]
    [InlineData(VersionState.Draft)]
    [InlineData(VersionState.Approved)]
    public async Task What_is_written_is_found_by_its_words_at_once(VersionState state)
    {
        var (id, _) = await AddAsync(Text with { Stem = "拓印机怎样保管？" }, state);

        var found = await store.AskAsync((AcademyDb db) =>
            db.FullText.FindAsync(BankIndex.Kind, SearchQuery.Of("拓印机"), 0, 10, default));

        Assert.Equal([(await QuestionAsync(id!.Value)).Key], found.Select(entry => entry.Key));
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
        var (id, _) = await AddAsync(Text, VersionState.Approved);

        Assert.Null(await WriteAsync(await SeeAsync(id), Text with { Stem = "改过的题干" }, VersionState.Draft));

        var stored = await QuestionAsync(id!.Value);
        Assert.Equal((1, 2), (stored.Current!.Number, stored.Latest!.Number));
    }

    [Fact]
    public async Task Nobody_writes_over_what_somebody_else_has_written_meanwhile()
    {
        var (id, _) = await AddAsync(Text, VersionState.Approved);
        var seen = await SeeAsync(id);
        Assert.Null(await WriteAsync(seen, Text with { Stem = "别人改的" }, VersionState.Approved));

        Assert.Equal(AuthorRefusal.WrittenMeanwhile, await WriteAsync(seen, Text with { Stem = "我改的" }, VersionState.Approved));
        Assert.Equal("别人改的", (await QuestionAsync(id!.Value)).Latest!.Text.Stem.Plain);
    }

    [Theory]
    [InlineData("tag")]
    [InlineData("file")]
    [InlineData("retire")]
    public async Task Nobody_files_a_question_anew_over_how_somebody_else_has_filed_it_meanwhile(string act)
    {
        var (id, _) = await AddAsync(Text, VersionState.Approved);
        var (seen, elsewhere) = (await SeeAsync(id), await OtherBankAsync());
        var head = await HeadAsync();
        Assert.Equal(1, (await store.AskAsync((Curator curator) => act switch
        {
            "tag" => curator.TagAsync(head, [seen], ["常考"], [], default),
            "file" => curator.FileAsync(head, [seen], elsewhere, null, default),
            _ => curator.RetireAsync(head, [seen], default),
        })).Done);

        Assert.Equal(AuthorRefusal.WrittenMeanwhile, await WriteAsync(seen, Text with { Stem = "改了一个字" }, VersionState.Approved));

        var stored = await QuestionAsync(id!.Value);
        Assert.Single(stored.Versions);
        Assert.Equal(act == "tag" ? ["常考"] : [], stored.Tags.Select(t => t.Tag));
    }

    [Fact]
    public async Task What_was_kept_as_a_draft_is_approved_when_that_is_pressed_next_on_the_same_page()
    {
        var key = Author.NewKey();
        var (id, _) = await AddAsync(Text, VersionState.Draft, key);
        var (seen, changed) = (await SeeAsync(id), Text with { Stem = "改过的题干" });

        Assert.Equal((id, null), await AddAsync(Text, VersionState.Approved, key));
        Assert.Equal((1, VersionState.Approved), await StandsAsync(id));

        seen = await SeeAsync(id);
        Assert.Null(await WriteAsync(seen, changed, VersionState.Draft));
        Assert.Null(await WriteAsync(seen, changed, VersionState.Approved, new Filing("一", null, ["柜面"])));
        Assert.Equal((2, VersionState.Approved), await StandsAsync(id));
        Assert.Equal(["柜面"], (await QuestionAsync(id!.Value)).Tags.Select(t => t.Tag));
    }

    [Fact]
    public async Task What_somebody_else_has_done_about_a_question_since_it_was_saved_is_not_undone_by_the_page_it_was_saved_from()
    {
        var key = Author.NewKey();
        var (id, _) = await AddAsync(Text, VersionState.Draft, key);
        var (added, head) = (await SeeAsync(id), await HeadAsync());
        await store.TellAsync((Curator curator) => curator.TagAsync(head, [added], ["常考"], [], default));

        Assert.Equal((null, AuthorRefusal.SavedBefore), await AddAsync(Text, VersionState.Approved, key));

        var seen = await SeeAsync(id);
        Assert.Null(await WriteAsync(seen, Text with { Stem = "改过的题干" }, VersionState.Draft));
        var written = await SeeAsync(id);
        await store.TellAsync((Curator curator) => curator.TagAsync(head, [written], ["柜面"], [], default));

        Assert.Equal(AuthorRefusal.WrittenMeanwhile, await WriteAsync(seen, Text with { Stem = "改过的题干" }, VersionState.Approved));
        Assert.Equal((2, VersionState.Draft), await StandsAsync(id));
        Assert.Equal(["柜面"], (await QuestionAsync(id!.Value)).Tags.Select(t => t.Tag));
    }

    [Fact]
    public async Task Another_text_on_a_page_that_was_saved_already_is_not_taken_for_the_first_one()
    {
        var key = Author.NewKey();
        var (id, _) = await AddAsync(Text, VersionState.Draft, key);

        Assert.Equal((null, AuthorRefusal.SavedBefore), await AddAsync(Text with { Stem = "改了一个字" }, VersionState.Draft, key));
        Assert.Equal(Text, (await QuestionAsync(id!.Value)).Latest!.Text);
        Assert.NotEqual(id, (await AddAsync(Text with { Stem = "改了一个字" }, VersionState.Draft)).QuestionId);
    }

    [Fact]
    public async Task A_new_question_that_is_sent_twice_at_once_is_written_once()
    {
        var key = Author.NewKey();
        var outcomes = await Task.WhenAll(AddAsync(Text, VersionState.Draft, key), AddAsync(Text, VersionState.Draft, key));

        var id = Assert.Single(outcomes.Select(outcome => outcome.QuestionId!.Value).Distinct());
        Assert.Single((await QuestionAsync(id)).Versions);
        Assert.Equal([QuestionTrail.QuestionAdded], await ActsAsync(id));
    }

    [Fact]
    public async Task A_changed_question_that_is_sent_twice_at_once_is_written_once()
    {
        var (id, _) = await AddAsync(Text, VersionState.Draft);
        var (seen, changed) = (await SeeAsync(id), Text with { Stem = "改过的题干" });

        var outcomes = await Task.WhenAll(
            WriteAsync(seen, changed, VersionState.Draft), WriteAsync(seen, changed, VersionState.Draft));

        Assert.Equal([null, null], outcomes);
        Assert.Equal(2, (await QuestionAsync(id!.Value)).Versions.Count);
        Assert.Equal([QuestionTrail.QuestionAdded, QuestionTrail.QuestionEdited], await ActsAsync(id.Value));
    }

    [Fact]
    public async Task Saving_the_same_text_files_it_anew_without_another_version()
    {
        var (id, _) = await AddAsync(Text, VersionState.Draft);

        Assert.Null(await WriteAsync(await SeeAsync(id), Text, VersionState.Approved, new Filing("收缴第一步", null, ["柜面"])));

        var stored = await QuestionAsync(id!.Value);
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

    private Task<(bool, bool)> RightsAsync(long bank, long employee, bool isAdministrator) => store.AskAsync(async (AcademyDb db) =>
    {
        var user = new BankUser(employee, isAdministrator);
        return (
            await db.Banks.EditableBy(user).AnyAsync(b => b.Id == bank),
            await db.Banks.OpenTo(user).AnyAsync(b => b.Id == bank));
    });

    private async Task<(long? QuestionId, AuthorRefusal? Refusal)> AddAsync(QuestionText text, VersionState state, string? key = null)
    {
        var (actor, bank) = (await desk.TrainerAsync(), await BankAsync());
        return await store.AskAsync((Author author) =>
            author.AddAsync(actor, bank, key ?? Author.NewKey(), text, Unfiled, state, default));
    }

    private async Task<AuthorRefusal?> WriteAsync(SeenQuestion seen, QuestionText text, VersionState state, Filing? filing = null)
    {
        var actor = await desk.TrainerAsync();
        return await store.AskAsync((Author author) => author.WriteAsync(actor, seen, text, filing ?? Unfiled, state, default));
    }

    private Task<SeenQuestion> SeeAsync(long? id) => store.AskAsync((AcademyDb db) =>
        db.QuestionVersions.Latest().Where(v => v.QuestionId == id).Seen().SingleAsync());

    private async Task<(int, VersionState)> StandsAsync(long? id) =>
        await SeeAsync(id) is var seen ? (seen.Number, seen.State) : default;

    private Task<Actor> HeadAsync() => store.AskAsync((AcademyDb db) =>
        db.Employees.Numbered("A0001").Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());

    private Task<long> OtherBankAsync() =>
        store.AskAsync((AcademyDb db) => db.Banks.Where(b => b.Slug != Bank).Select(b => b.Id).FirstAsync());

    private Task<long> BankAsync() => store.AskAsync((AcademyDb db) => db.Banks.Where(b => b.Slug == Bank).Select(b => b.Id).SingleAsync());

    private Task<Question> QuestionAsync(long id) => store.AskAsync((AcademyDb db) => db.Questions
        .Include(q => q.Versions)
        .Include(q => q.Tags)
        .AsNoTracking()
        .SingleAsync(q => q.Id == id));

    private async Task<List<Act>> ActsAsync(long id)
    {
        var key = (await QuestionAsync(id)).Key;
        return await store.AskAsync((AcademyDb db) => db.AuditEntries.Where(e => e.SubjectKey == key).Select(e => e.Act).ToListAsync());
    }

    private Task<int> DemandReviewAsync() => store.AskAsync(async (AcademyDb db) =>
    {
        (await db.Banks.SingleAsync(b => b.Slug == Bank)).RequiresReview = true;
        return await db.SaveChangesAsync();
    });
}
