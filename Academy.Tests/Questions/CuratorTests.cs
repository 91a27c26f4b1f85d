using System.Globalization;
using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Data.Searching;
using Academy.Domain.Learning;
using Academy.Domain.Opening;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

public sealed class CuratorTests(OpenedAcademy opened) : IAsyncDisposable
{
    private static readonly QuestionText Later = Specimens.Single with { Stem = "And which of these?" };

    private readonly Study study = new(opened);

    public ValueTask DisposeAsync() => study.DisposeAsync();

    [Fact]
    public async Task Where_a_review_is_demanded_nobody_approves_what_they_had_a_hand_in()
    {
        var bank = await study.AddBankAsync(Study.Shen, BankAccess.Editable, requiresReview: true);
        var question = await study.WriteAsync(Study.Shen, bank, "GM-001");
        Assert.Equal(CuratorRefusal.NotInReview, Refusal(await study.ApproveAsync(Study.Other, question)));

        Assert.Equal(1, (await study.SendAsync(Study.Shen, question)).Done);
        Assert.Equal(CuratorRefusal.OwnText, Refusal(await study.ApproveAsync(Study.Shen, question)));
        await RewriteAsync(question, Study.Other, Later);
        await study.SendAsync(Study.Other, question);
        Assert.Equal(CuratorRefusal.OwnText, Refusal(await study.ApproveAsync(Study.Shen, question)));
        Assert.Equal(CuratorRefusal.OwnText, Refusal(await study.ApproveAsync(Study.Other, question)));
        Assert.Null((await study.QuestionAsync(question)).Current);

        Assert.Equal(1, (await study.ApproveAsync(Study.Administrator, question)).Done);
        Assert.Equal(
            (2, Later),
            ((await study.QuestionAsync(question)).Current!.Number, (await study.QuestionAsync(question)).Current!.Text));
    }

    [Fact]
    public async Task Elsewhere_authors_approve_themselves_and_no_review_is_feigned()
    {
        var question = await study.WriteAsync(Study.Shen, await study.AddBankAsync(Study.Shen), "GM-001");

        Assert.Equal(1, (await study.ApproveAsync(Study.Shen, question)).Done);

        Assert.True((await study.QuestionAsync(question)).Latest!.IsCurrent);
        Assert.Empty(await study.LookAsync(db => db.Set<Review>().ToListAsync()));
        Assert.Equal(CuratorRefusal.NothingToApprove, Refusal(await study.ApproveAsync(Study.Shen, question)));
    }

    [Fact]
    public async Task Of_two_reviewers_the_later_one_is_refused_and_what_was_approved_stays_in_force()
    {
        var question = await study.WriteAsync(
            Study.Shen, await study.AddBankAsync(Study.Shen, BankAccess.Editable, requiresReview: true), "GM-001");
        await study.SendAsync(Study.Shen, question);
        var (actor, seen) = (await study.ActorAsync(Study.Administrator), await study.SeeAsync(question));

        var later = await study.WorkAsync(async room =>
        {
            await room.Db.Questions.Whole().SingleAsync(q => q.Id == question);
            Assert.Equal(1, (await study.ApproveAsync(Study.Other, question)).Done);
            return await room.Curator.ReturnAsync(actor, [seen], "答案不全", default);
        });

        Assert.Equal(CuratorRefusal.ChangedMeanwhile, Refusal(later));
        Assert.Equal((await study.ActorAsync(Study.Other)).Name, later.Refused.Single().By);
        Assert.Equal([1], await InForceAsync(question));
        Assert.True((await study.LookAsync(db => db.Set<Review>().SingleAsync())).IsApproval);
        Assert.Equal(0, await study.LookAsync(db => db.AuditEntries.CountAsync(e => e.Act == QuestionTrail.QuestionReturned)));
    }

    [Fact]
    public async Task Nobody_approves_a_text_that_they_have_not_seen()
    {
        var question = await study.WriteAsync(
            Study.Shen, await study.AddBankAsync(Study.Shen, BankAccess.Editable, requiresReview: true), "GM-001");
        await study.SendAsync(Study.Shen, question);
        var (actor, seen) = (await study.ActorAsync(Study.Other), await study.SeeAsync(question));
        await RewriteAsync(question, Study.Shen, Later);
        await study.SendAsync(Study.Shen, question);

        Assert.Equal(
            CuratorRefusal.ChangedMeanwhile,
            Refusal(await study.WorkAsync(room => room.Curator.ApproveAsync(actor, [seen], default))));
        Assert.Empty(await InForceAsync(question));
    }

    [Fact]
    public async Task What_somebody_may_not_edit_stays_as_it_is()
    {
        var (hidden, open) = (await study.AddBankAsync(Study.Shen), await study.AddBankAsync(Study.Shen, BankAccess.Editable));
        var (theirs, free) = (await study.WriteAsync(Study.Shen, hidden, "GM-001"), await study.WriteAsync(Study.Shen, open, "GM-002"));

        Assert.Equal(CuratorRefusal.ChangedMeanwhile, Refusal(await study.ApproveAsync(Study.Other, theirs)));
        Assert.Equal(
            CuratorRefusal.TargetGone,
            Refusal(
                await study.ActAsync(Study.Other, free, (curator, actor, some) => curator.FileAsync(actor, some, hidden, null, default))));
        Assert.Equal(
            CuratorRefusal.TargetGone,
            Refusal(
                await study.ActAsync(Study.Other, free, (curator, actor, some) => curator.FileAsync(actor, some, open, 9999, default))));
        Assert.Equal(
            (VersionState.Draft, open),
            ((await study.QuestionAsync(theirs)).Latest!.State, (await study.QuestionAsync(free)).BankId));
    }

    [Fact]
    public void Only_what_is_in_review_is_returned()
    {
        var question = new Question("GM-001");
        var version = question.Write(Specimens.Single, 1, TestClock.Tuesday);
        version.Approve(null, TestClock.Tuesday);
        version.Return(2, "答案不全", TestClock.Tuesday);

        Assert.Same(version, question.Current);
        Assert.Empty(version.Reviews);
    }

    [Fact]
    public async Task What_is_returned_is_a_draft_again_and_the_comment_stays_for_good()
    {
        var question = await study.WriteAsync(
            Study.Shen, await study.AddBankAsync(Study.Shen, BankAccess.Editable, requiresReview: true), "GM-001");
        Assert.Equal(CuratorRefusal.NotInReview, Refusal(await ReturnAsync(question, "答案不全")));
        await study.SendAsync(Study.Shen, question);
        await ReturnAsync(question, "答案不全");

        var review = await study.LookAsync(db => db.Set<Review>().SingleAsync());
        Assert.Equal(
            (VersionState.Draft, false, "答案不全"),
            ((await study.QuestionAsync(question)).Latest!.State, review.IsApproval, review.Comment));
        var entry = await study.LookAsync(db => db.AuditEntries.SingleAsync(e => e.Act == QuestionTrail.QuestionReturned));
        Assert.Equal(
            ("GM-001", "InReview", "Draft", "答案不全"),
            (entry.SubjectKey, entry.Before["State"], entry.After["State"], entry.After["Note"]));
    }

    [Fact]
    public async Task Papers_are_drawn_from_approved_versions_alone_until_the_next_one_is_approved()
    {
        var question = await study.WriteAsync(Study.Shen, await study.AddBankAsync(Study.Shen), "GM-001");
        Assert.Empty(await InForceAsync(question));
        await study.ApproveAsync(Study.Shen, question);
        await RewriteAsync(question, Study.Shen, Later);
        Assert.Equal([1], await InForceAsync(question));

        await study.ApproveAsync(Study.Shen, question);
        Assert.Equal([2], await InForceAsync(question));
    }

    [Fact]
    public async Task An_old_text_is_used_again_as_the_next_version()
    {
        var question = await study.WriteAsync(Study.Shen, await study.AddBankAsync(Study.Shen, BankAccess.Editable), "GM-001");
        await RewriteAsync(question, Study.Shen, Later);
        await study.ActAsync(Study.Other, question, (curator, actor, some) => curator.WriteAgainAsync(actor, some[0], 1, default));

        var now = await study.QuestionAsync(question);
        Assert.Equal((3, Specimens.Single, VersionState.Draft), (now.Latest!.Number, now.Latest.Text, now.Latest.State));
        Assert.Equal([false, false, true], now.Versions.OrderBy(v => v.Number).Select(v => v.IsLatest));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_difficulty_is_a_new_version_that_stands_where_the_last_one_stood(bool isApproved)
    {
        var question = await study.WriteAsync(Study.Shen, await study.AddBankAsync(Study.Shen), "GM-001");
        if (isApproved) await study.ApproveAsync(Study.Shen, question);
        study.Store.Clock.Advance(TimeSpan.FromDays(1));

        await study.ActAsync(Study.Shen, question, (curator, actor, some) => curator.GradeAsync(actor, some, 3, default));

        var now = await study.QuestionAsync(question);
        Assert.Equal(
            (2, 3, isApproved, TestClock.Tuesday),
            (now.Latest!.Number, now.Latest.Difficulty, now.Latest.IsCurrent, now.ClauseCheckedAt));
    }

    [Fact]
    public async Task A_question_that_a_trainer_retired_stays_so_when_the_content_is_read_again()
    {
        var question = await study.LookAsync(db => db.Questions.OrderBy(q => q.Id).FirstAsync());
        Assert.Equal(
            1,
            (await study.ActAsync(Study.Shen, question.Id, (curator, actor, some) => curator.RetireAsync(actor, some, default))).Done);
        Assert.Equal(
            CuratorRefusal.AlreadyRetired,
            Refusal(await study.ActAsync(Study.Shen, question.Id, (curator, actor, some) => curator.RetireAsync(actor, some, default))));

        await ReadAgainAsync();
        Assert.NotNull((await study.QuestionAsync(question.Id)).RetiredAt);

        await study.ActAsync(Study.Shen, question.Id, (curator, actor, some) => curator.RestoreAsync(actor, some, default));
        Assert.Null((await study.QuestionAsync(question.Id)).RetiredAt);
        Assert.NotEmpty(await InForceAsync(question.Id));
    }

    [Fact]
    public async Task A_question_that_was_moved_to_another_bank_is_left_there_by_the_content()
    {
        var question = await study.LookAsync(db => db.Questions.OrderBy(q => q.Id).FirstAsync());
        var bank = await study.AddBankAsync(Study.Shen);
        await study.ActAsync(Study.Shen, question.Id, (curator, actor, some) => curator.FileAsync(actor, some, bank, null, default));

        await ReadAgainAsync();

        Assert.Equal(bank, (await study.QuestionAsync(question.Id)).BankId);
        var slug = await study.LookAsync(db => db.Banks.Where(b => b.Id == bank).Select(b => b.Slug).SingleAsync());
        Assert.Equal(slug, (await study.LookAsync(db => db.Set<SearchText>().SingleAsync(t => t.Key == question.Key))).Source);
    }

    [Fact]
    public async Task A_question_is_flagged_when_its_clause_is_revised_until_somebody_has_looked()
    {
        Assert.Empty(await FlaggedAsync());
        var topic = await ReviseClauseAsync();
        var expected = await study.LookAsync(db =>
            db.QuestionVersions.Latest().Where(v => v.Topic == topic).OrderBy(v => v.QuestionId).Select(v => v.QuestionId).ToListAsync());
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await FlaggedAsync());

        study.Store.Clock.Advance(TimeSpan.FromDays(2));
        await study.ActAsync(Study.Shen, expected[0], (curator, actor, some) => curator.ConfirmClauseAsync(actor, some, default));
        Assert.Equal(expected.Skip(1), await FlaggedAsync());
        Assert.Equal(1, await study.LookAsync(db => db.AuditEntries.CountAsync(e => e.Act == QuestionTrail.QuestionConfirmed)));
    }

    [Fact]
    public async Task Who_is_stopped_among_many_questions_has_done_what_the_trail_tells_and_goes_on_by_doing_it_again()
    {
        var bank = await study.AddBankAsync(Study.Shen);
        var seen = new List<SeenQuestion>();
        for (var n = 1; n <= 130; n++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"MANY-{n}");
            seen.Add(await study.SeeAsync(await study.WriteAsync(Study.Shen, bank, key)));
        }

        var shen = await study.ActorAsync(Study.Shen);
        study.Store.Execute($"CREATE TRIGGER Stop BEFORE INSERT ON QuestionTags WHEN NEW.QuestionId = {seen[^1].Id} "
            + "BEGIN SELECT RAISE(ABORT, 'stopped'); END;");

        await Assert.ThrowsAsync<DbUpdateException>(TagAsync);

        var done = await study.LookAsync(db => db.Questions.CountAsync(q => q.Tags.Any(t => t.Tag == "四季度")));
        Assert.InRange(done, 1, seen.Count - 1);
        Assert.Equal(done, await ToldAsync());

        study.Store.Execute("DROP TRIGGER Stop");
        Assert.Equal(seen.Count, (await TagAsync()).Done);
        Assert.Equal(seen.Count, await ToldAsync());

        Task<CuratorOutcome> TagAsync() => study.WorkAsync(room => room.Curator.TagAsync(shen, seen, ["四季度"], [], default));

        Task<int> ToldAsync() => study.LookAsync(db => db.AuditEntries.CountAsync(e => e.Act == QuestionTrail.QuestionTagged));
    }

    [Fact]
    public async Task Tags_are_put_on_once_and_taken_off()
    {
        var question = await study.WriteAsync(Study.Shen, await study.AddBankAsync(Study.Shen), "GM-001");
        await study.ActAsync(
            Study.Shen,
            question,
            (curator, actor, some) => curator.TagAsync(actor, some, QuestionTag.Read("四季度，柜员, 柜员、"), [], default));
        await study.ActAsync(Study.Shen, question, (curator, actor, some) => curator.TagAsync(actor, some, ["柜员", "现金"], ["四季度"], default));

        Assert.Equal(["柜员", "现金"], (await study.QuestionAsync(question)).Tags.Select(t => t.Tag).Order());
    }

    [Fact]
    public async Task What_is_done_about_a_question_is_refused_when_somebody_else_has_filed_it_meanwhile()
    {
        var bank = await study.AddBankAsync(Study.Shen, BankAccess.Editable);
        var question = await study.WriteAsync(Study.Shen, bank, "GM-001");
        var (actor, seen) = (await study.ActorAsync(Study.Shen), await study.SeeAsync(question));
        await study.ActAsync(Study.Other, question, (curator, other, some) => curator.TagAsync(other, some, ["常考"], [], default));

        Assert.Equal(
            CuratorRefusal.ChangedMeanwhile,
            Refusal(await study.WorkAsync(room => room.Curator.TagAsync(actor, [seen], [], ["常考"], default))));
        Assert.Equal(
            CuratorRefusal.ChangedMeanwhile,
            Refusal(await study.WorkAsync(room => room.Curator.RetireAsync(actor, [seen], default))));
        Assert.Equal(["常考"], (await study.QuestionAsync(question)).Tags.Select(t => t.Tag));
    }

    [Fact]
    public async Task A_second_press_of_a_button_is_the_same_act()
    {
        var bank = await study.AddBankAsync(Study.Shen);
        var elsewhere = await study.LookAsync(db => db.Banks.Where(b => b.OwnerId == null).Select(b => b.Id).FirstAsync());
        var actor = await study.ActorAsync(Study.Shen);
        var question = await study.WriteAsync(Study.Shen, bank, "GM-001");
        Func<Curator, SeenQuestion, Task<CuratorOutcome>>[] acts =
        [
            (curator, seen) => curator.SendForReviewAsync(actor, [seen], default),
            (curator, seen) => curator.ReturnAsync(actor, [seen], "再想想", default),
            (curator, seen) => curator.TagAsync(actor, [seen], ["常考"], ["新"], default),
            (curator, seen) => curator.GradeAsync(actor, [seen], 3, default),
            (curator, seen) => curator.WriteAgainAsync(actor, seen, 1, default),
            (curator, seen) => curator.ApproveAsync(actor, [seen], default),
            (curator, seen) => curator.RetireAsync(actor, [seen], default),
            (curator, seen) => curator.RestoreAsync(actor, [seen], default),
            (curator, seen) => curator.FileAsync(actor, [seen], elsewhere, null, default),
        ];

        foreach (var act in acts)
        {
            var seen = await study.SeeAsync(question);
            Assert.Equal(1, (await study.WorkAsync(room => act(room.Curator, seen))).Done);
            Assert.Equal(1, (await study.WorkAsync(room => act(room.Curator, seen))).Done);
        }

        Assert.Equal(
            acts.Length,
            await study.LookAsync(db => db.AuditEntries.CountAsync(e => e.Subject == QuestionTrail.Question && e.SubjectKey == "GM-001")));
    }

    [Fact]
    public async Task A_return_with_other_words_is_not_the_one_before()
    {
        var question = await study.WriteAsync(Study.Shen, await study.AddBankAsync(Study.Shen, BankAccess.Editable), "GM-001");
        await study.SendAsync(Study.Shen, question);
        var (actor, seen) = (await study.ActorAsync(Study.Other), await study.SeeAsync(question));
        Task<CuratorOutcome> SayAsync(string comment) =>
            study.WorkAsync(room => room.Curator.ReturnAsync(actor, [seen], comment, default));

        Assert.Equal(1, (await SayAsync("答案不全")).Done);
        Assert.Equal(CuratorRefusal.ChangedMeanwhile, Refusal(await SayAsync("题干不清")));
    }

    [Fact]
    public async Task What_waits_for_a_review_waits_for_those_who_had_no_hand_in_it()
    {
        var bank = await study.AddBankAsync(Study.Shen, BankAccess.Editable, requiresReview: true);
        var closed = await study.AddBankAsync(Study.Shen);
        var open = await study.WriteAsync(Study.Shen, bank, "GM-001");
        var hidden = await study.WriteAsync(Study.Shen, closed, "GM-002");
        await study.WriteAsync(Study.Shen, bank, "GM-003");
        foreach (var question in new[] { open, hidden }) await study.SendAsync(Study.Shen, question);

        Assert.Empty(await WaitingForAsync(Study.Shen));
        Assert.Equal([open], await WaitingForAsync(Study.Other));
        Assert.Equal([open, hidden], await WaitingForAsync(Study.Administrator));
    }

    private static CuratorRefusal? Refusal(CuratorOutcome outcome) =>
        outcome.Done == 0 ? outcome.Refused.Select(question => question.Refusal).Distinct().Single() : null;

    private Task<CuratorOutcome> ReturnAsync(long question, string comment) =>
        study.ActAsync(Study.Other, question, (curator, actor, some) => curator.ReturnAsync(actor, some, comment, default));

    private async Task RewriteAsync(long id, string number, QuestionText text)
    {
        var actor = await study.ActorAsync(number);
        await study.LookAsync(async db =>
        {
            (await db.Questions.Whole().SingleAsync(q => q.Id == id)).Write(text, actor.Id, TestClock.Tuesday);
            return await db.SaveChangesAsync();
        });
    }

    private Task<List<int>> InForceAsync(long question) =>
        study.LookAsync(db => db.QuestionVersions.InForce().Where(v => v.QuestionId == question).Select(v => v.Number).ToListAsync());

    private Task<List<long>> FlaggedAsync() =>
        study.LookAsync(db => db.FlaggedVersions().OrderBy(v => v.QuestionId).Select(v => v.QuestionId).ToListAsync());

    private async Task<List<long>> WaitingForAsync(string number)
    {
        var author = await study.AuthorAsync(number);
        return await study.LookAsync(db => db.QuestionVersions
            .WaitingFor(author, db.Banks.EditableBy(author))
            .OrderBy(v => v.QuestionId)
            .Select(v => v.QuestionId)
            .ToListAsync());
    }

    /// <summary>As a new edition of its lesson does, on the day after.</summary>
    private Task<string> ReviseClauseAsync() => study.LookAsync(async db =>
    {
        var clause = await db.Clauses.Include(c => c.Lesson.Course).FirstAsync(c => c.Slug == "know-your-product");
        await db.Clauses
            .Where(c => c.Id == clause.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.RevisedAt, TestClock.Tuesday.AddDays(1)));
        return $"{clause.Lesson.Course.Slug}/{clause.Slug}";
    });

    private async Task ReadAgainAsync()
    {
        await study.LookAsync(db => db.Set<ContentFile>().ExecuteDeleteAsync());
        await study.Store.TellAsync<ContentLoader>(loader => loader.LoadAsync(Path.Combine(Repository.Folder, "content"), default));
    }
}
