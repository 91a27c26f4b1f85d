using System.Text;
using Academy.Domain.Auditing;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

/// <summary>In a bank that demands reviews nothing is in force that only those stand for who wrote it, however it came there.</summary>
public sealed class SecondEyesTests(OpenedAcademy opened) : IAsyncLifetime
{
    private static readonly QuestionText Later = Specimens.Single with { Stem = "And which of these?" };

    private readonly Study study = new(opened);
    private long strict;
    private long lax;

    public async ValueTask InitializeAsync()
    {
        strict = await study.AddBankAsync(Study.Shen, BankAccess.Editable, requiresReview: true);
        lax = await study.AddBankAsync(Study.Shen, BankAccess.Editable);
    }

    public ValueTask DisposeAsync() => study.DisposeAsync();

    [Fact]
    public async Task A_text_that_its_author_approved_elsewhere_waits_for_somebody_else()
    {
        var question = await study.WriteAsync(Study.Shen, strict, "GM-001");
        await study.SendAsync(Study.Shen, question);
        Assert.Equal(0, (await MoveAsync(Study.Shen, question, lax)).ForReview);
        await study.ApproveAsync(Study.Shen, question);
        Assert.Equal(1, await InForceAsync(question));

        Assert.Equal(1, (await MoveAsync(Study.Shen, question, strict)).ForReview);

        Assert.Equal((VersionState.InReview, null), (await StateAsync(question), await InForceAsync(question)));
        var told = await study.LookAsync(db => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync());
        Assert.Equal(
            (QuestionTrail.QuestionMoved, "1", "Approved", "InReview"),
            (told.Act, told.Before["InForce"], told.Before["State"], told.After["State"]));
        Assert.Null(told.After.GetValueOrDefault("InForce"));
        Assert.Equal(0, (await study.ApproveAsync(Study.Shen, question)).Done);
        Assert.Equal(1, (await study.ApproveAsync(Study.Other, question)).Done);
        Assert.Equal(1, await InForceAsync(question));
    }

    [Fact]
    public async Task Under_a_newer_draft_what_its_author_approved_goes_out_of_force_and_the_draft_stays()
    {
        var question = await study.WriteAsync(Study.Shen, lax, "GM-001");
        await study.ApproveAsync(Study.Shen, question);
        await WriteAsync(Study.Shen, question, Later, VersionState.Draft);

        Assert.Equal(1, (await MoveAsync(Study.Shen, question, strict)).ForReview);

        Assert.Equal((VersionState.Draft, null), (await StateAsync(question), await InForceAsync(question)));
    }

    [Fact]
    public async Task Two_who_have_both_written_do_not_stand_for_each_other()
    {
        var question = await study.WriteAsync(Study.Shen, lax, "GM-001");
        await study.ApproveAsync(Study.Shen, question);
        await WriteAsync(Study.Other, question, Later, VersionState.InReview);
        Assert.Equal(1, (await study.ApproveAsync(Study.Shen, question)).Done);

        Assert.Equal(1, (await MoveAsync(Study.Other, question, strict)).ForReview);

        Assert.Equal(0, (await study.ApproveAsync(Study.Shen, question)).Done);
        Assert.Equal(0, (await study.ApproveAsync(Study.Other, question)).Done);
        Assert.Empty(await WaitingForAsync(Study.Shen));
        Assert.Equal([question], await WaitingForAsync(Study.Administrator));
        Assert.Equal(1, (await study.ApproveAsync(Study.Administrator, question)).Done);
        Assert.Equal(2, await InForceAsync(question));
    }

    [Fact]
    public async Task A_text_that_somebody_else_brings_again_is_still_its_authors()
    {
        var question = await study.WriteAsync(Study.Shen, strict, "GM-001");
        await WriteAsync(Study.Other, question, Later, VersionState.InReview);
        await study.ApproveAsync(Study.Administrator, question);
        await study.ActAsync(Study.Other, question, (curator, actor, some) => curator.WriteAgainAsync(actor, some[0], 1, default));
        await study.SendAsync(Study.Other, question);

        Assert.Equal(0, (await study.ApproveAsync(Study.Shen, question)).Done);
        Assert.Equal(2, await InForceAsync(question));
    }

    [Fact]
    public async Task What_somebody_else_approved_and_what_came_with_the_content_stays_in_force_also_in_another_difficulty()
    {
        var own = await study.WriteAsync(Study.Shen, lax, "GM-001");
        await study.ApproveAsync(Study.Other, own);
        var shipped = await study.LookAsync(db => db.Questions.Where(q => q.Bank.OwnerId == null).Select(q => q.Id).FirstAsync());
        foreach (var question in new[] { own, shipped })
        {
            await study.ActAsync(Study.Shen, question, (curator, actor, some) => curator.GradeAsync(actor, some, 3, default));
            await study.ActAsync(Study.Shen, question, (curator, actor, some) => curator.GradeAsync(actor, some, 1, default));

            Assert.Equal(0, (await MoveAsync(Study.Shen, question, strict)).ForReview);
            Assert.Equal(VersionState.Approved, await StateAsync(question));
            Assert.NotNull(await InForceAsync(question));
        }
    }

    [Fact]
    public async Task A_bank_that_comes_to_demand_reviews_draws_nothing_more_that_nobody_else_has_looked_at()
    {
        var (alone, looked) = (await study.WriteAsync(Study.Shen, lax, "GM-001"), await study.WriteAsync(Study.Shen, lax, "GM-002"));
        await study.ApproveAsync(Study.Shen, alone);
        await study.ApproveAsync(Study.Other, looked);

        Assert.Equal((null, 1), await RuleAsync(Study.Shen, lax, true));

        Assert.Equal((VersionState.InReview, null), (await StateAsync(alone), await InForceAsync(alone)));
        Assert.Equal(1, await InForceAsync(looked));
        var told = await study.LookAsync(db => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync());
        Assert.Equal((BankTrail.QuestionsSuspended, "1"), (told.Act, told.After["Questions"]));
    }

    [Fact]
    public async Task Only_an_administrator_lifts_the_review_of_a_bank_and_the_trail_tells_it()
    {
        Assert.Equal((LibrarianRefusal.ReviewStays, 0), await RuleAsync(Study.Shen, strict, false));
        Assert.True(await study.LookAsync(db => db.Banks.Where(b => b.Id == strict).Select(b => b.RequiresReview).SingleAsync()));

        Assert.Equal((null, 0), await RuleAsync(Study.Administrator, strict, false));

        var told = await study.LookAsync(db => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync());
        Assert.Equal(
            (BankTrail.BankEdited, Study.Administrator, "True", "False"),
            (told.Act, told.ActorNumber, told.Before["RequiresReview"], told.After["RequiresReview"]));
    }

    [Fact]
    public async Task An_import_that_is_taken_back_brings_nothing_into_force_that_nobody_else_has_looked_at()
    {
        var question = await study.WriteAsync(Study.Shen, lax, "own-1", Specimens.TrueFalse);
        await study.ApproveAsync(Study.Shen, question);
        var actor = await study.ActorAsync(Study.Shen);
        var file = new UploadedQuestions("own.gift", Encoding.UTF8.GetBytes("// [id:own-1]\nAnother?{T}"));
        var import = (await study.Store.AskAsync((Cataloger role) => role.ReceiveAsync(lax, file, actor, default))).ImportId!.Value;
        Assert.Null(await study.Store.AskAsync((Cataloger role) => role.ApplyAsync(import, 0, actor, default)));
        await MoveAsync(Study.Shen, question, strict);
        Assert.Null(await InForceAsync(question));

        Assert.Null(await study.Store.AskAsync((Cataloger role) => role.UndoAsync(import, actor, default)));

        Assert.Equal((VersionState.InReview, null), (await StateAsync(question), await InForceAsync(question)));
    }

    [Fact]
    public async Task A_quiz_that_names_an_old_version_does_not_get_it_once_reviews_are_demanded()
    {
        var question = await study.WriteAsync(Study.Shen, lax, "GM-001");
        await study.ApproveAsync(Study.Shen, question);
        await WriteAsync(Study.Shen, question, Later, VersionState.Approved);
        await study.ApproveAsync(Study.Administrator, await study.WriteAsync(Study.Shen, lax, "GM-002"));
        var blueprint = new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(5), [], 0, ["GM-001@1", "GM-002@1"])], true, true);
        var kept = new KeptSupplies();
        Assert.Equal(2, (await SupplyAsync()).All.Count());

        await RuleAsync(Study.Shen, lax, true);

        Assert.False((await SupplyAsync()).Has(new QuestionName("GM-001", 1)));
        Assert.True((await SupplyAsync()).Has(new QuestionName("GM-002", 1)));

        Task<Supply> SupplyAsync() => study.LookAsync(db => kept.OfAsync(db, blueprint, MarkingScheme.AllOrNothing, default));
    }

    [Fact]
    public async Task What_a_published_quiz_names_stays_in_a_bank_that_demands_reviews_and_the_refusal_names_the_quiz()
    {
        var question = await study.WriteAsync(Study.Shen, strict, "GM-001");
        await study.SendAsync(Study.Shen, question);
        await study.ApproveAsync(Study.Other, question);
        var maker = await study.ActorAsync(Study.Shen);
        var draft = new QuizDraft(
            new QuizTerms { Title = "季末考试", TimeLimit = TimeSpan.FromMinutes(40), PassPoints = Points.Of(2), AttemptsAllowed = 2 },
            new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(5), [], 0, ["GM-001"])], false, false));
        var (quiz, _) = await study.Store.AskAsync((QuizMaker role) => role.AddAsync(maker, QuizMaker.NewSlug(), draft, default));
        Assert.Equal(1, (await MoveAsync(Study.Shen, question, lax)).Done);
        Assert.Equal(1, (await MoveAsync(Study.Shen, question, strict)).Done);
        Assert.Null(await study.Store.AskAsync((QuizMaker role) => role.PublishAsync(maker, quiz!.Value, draft.Fingerprint, default)));

        var refused = Assert.Single((await MoveAsync(Study.Shen, question, lax)).Refused);

        Assert.Equal((CuratorRefusal.NamedByQuiz, "季末考试"), (refused.Refusal, refused.Quiz));
        Assert.Equal(strict, (await study.QuestionAsync(question)).BankId);
        await RuleAsync(Study.Administrator, strict, false);
        Assert.Equal(1, (await MoveAsync(Study.Shen, question, lax)).Done);
    }

    [Fact]
    public async Task A_paper_keeps_a_text_that_went_out_of_force()
    {
        var question = await study.WriteAsync(Study.Shen, lax, "GM-001");
        await study.ApproveAsync(Study.Shen, question);
        var slot = await study.LookAsync(async db =>
        {
            var attempt = await db.Attempts.WithPaper().FirstAsync(a => a.SubmittedAt != null);
            var drawn = await db.QuestionVersions.SingleAsync(v => v.QuestionId == question);
            attempt.Slots.Add(new Slot(attempt.SlotCount + 1, drawn, null, [], Points.Of(1)));
            await db.SaveChangesAsync();
            return (attempt.Id, Number: attempt.SlotCount + 1);
        });

        await MoveAsync(Study.Shen, question, strict);

        var paper = await study.LookAsync(db => db.Attempts.WithPaper().SingleAsync(a => a.Id == slot.Id));
        Assert.Equal(Specimens.Single, paper.Slots.Single(s => s.Number == slot.Number).Question);
    }

    private async Task<(LibrarianRefusal? Refusal, int ForReview)> RuleAsync(string number, long bank, bool isOn)
    {
        var (actor, terms) = (
            await study.ActorAsync(number),
            BankTerms.Of(await study.LookAsync(db => db.Banks.AsNoTracking().SingleAsync(b => b.Id == bank))));
        return await study.WorkAsync(room =>
            room.Librarian.DescribeAsync(actor, bank, terms.AsSeen(), terms with { RequiresReview = isOn }, default));
    }

    private Task<CuratorOutcome> MoveAsync(string number, long question, long bank) =>
        study.ActAsync(number, question, (curator, actor, some) => curator.FileAsync(actor, some, bank, null, default));

    private async Task WriteAsync(string number, long question, QuestionText text, VersionState state)
    {
        var (actor, seen) = (await study.ActorAsync(number), await study.SeeAsync(question));
        Assert.Null(await study.Store.AskAsync((Author author) =>
            author.WriteAsync(actor, seen, text, new Filing(null, null, []), state, default)));
    }

    private async Task<VersionState> StateAsync(long question) => (await study.QuestionAsync(question)).Latest!.State;

    private async Task<int?> InForceAsync(long question) => (await study.QuestionAsync(question)).Current?.Number;

    private async Task<List<long>> WaitingForAsync(string number)
    {
        var reviewer = await study.AuthorAsync(number);
        return await study.LookAsync(db => db.QuestionVersions
            .WaitingFor(reviewer, db.Banks.EditableBy(reviewer))
            .Select(v => v.QuestionId)
            .ToListAsync());
    }
}
