using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Data.TwoActs;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

/// <summary>A quiz is marked by its owner, by administrators, and by the trainers whom these name; nobody else sees its answers.</summary>
public sealed class MarkersTests(OpenedAcademy opened) : IAsyncLifetime
{
    private const string Owner = "E0050";
    private const string Named = "E0051";
    private const string Other = "E0052";
    private const string Administrator = "A0001";

    private readonly AcademyStore store = new(opened);
    private Attempt paper = null!;
    private int essay;

    public async ValueTask InitializeAsync()
    {
        foreach (var number in new[] { Owner, Named, Other }) await QuestionScenes.TrainerAsync(store, number);
        var (owner, attempt) = (await store.IdAsync(Owner), 0L);
        await store.TellAsync(async (AcademyDb db) =>
        {
            attempt = await db.SitAsync(store.Clock, "E0001", Sittings.EveryType, slot => slot.RightValue());
            await db.Set<QuizMarker>().ExecuteDeleteAsync();
            await db.Quizzes.Where(q => q.Slug == Sittings.EveryType).ExecuteUpdateAsync(set => set.SetProperty(q => q.OwnerId, owner));
        });
        paper = await store.PaperAsync(attempt);
        essay = paper.Slots.Single(slot => slot.Question.Type == QuestionType.Essay).Number;
        Assert.Null(await NameAsync(Owner, Named));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData(Owner, true)]
    [InlineData(Named, true)]
    [InlineData(Administrator, true)]
    [InlineData(Other, false)]
    [InlineData("T0001", false)]
    [InlineData("U0001", false)]
    [InlineData("B0001", false)]
    [InlineData("E0001", false)]
    [InlineData("E0002", false)]
    public async Task Answers_are_before_those_alone_who_mark_the_quiz(string number, bool maySee)
    {
        var marker = new BankUser(await store.IdAsync(number), number == Administrator);
        Assert.Equal(maySee ? 1 : 0, await store.LookAsync(db => db.MarkingLoads(marker).CountAsync()));
        Assert.Equal(maySee ? 2 : 0, await store.LookAsync(db => db.Waiting(paper.QuizId, marker).CountAsync()));

        Assert.Equal(maySee ? null : MarkRefusal.NothingToMark, await MarkAsync(number, 5, null));

        Assert.Equal(maySee ? 1 : 0, await store.LookAsync(db => db.Marked(paper.QuizId, marker).CountAsync()));
        Assert.Equal(maySee ? 1 : 0, (await store.PaperAsync(paper.Id)).Marks.Count);
    }

    [Fact]
    public async Task Nobody_marks_a_paper_of_their_own_whatever_they_were_named_for()
    {
        Assert.Null(await NameAsync(Administrator, Other));
        var own = 0L;
        await store.TellAsync(async (AcademyDb db) =>
            own = await db.SitAsync(store.Clock, Other, Sittings.EveryType, slot => slot.RightValue()));
        paper = await store.PaperAsync(own);

        Assert.Equal(MarkRefusal.NothingToMark, await MarkAsync(Other, 5, null));
        Assert.Null(await MarkAsync(Named, 5, null));
    }

    [Fact]
    public async Task A_marker_replaces_their_own_mark_and_the_owner_and_administrators_anybodys()
    {
        await NameAsync(Owner, Other);
        Assert.Null(await MarkAsync(Named, 5, null));
        Assert.Null(await MarkAsync(Named, 4, await StandingAsync()));
        Assert.Equal(MarkRefusal.OthersMark, await MarkAsync(Other, 0, await StandingAsync()));

        Assert.Null(await MarkAsync(Owner, 3, await StandingAsync()));
        Assert.Equal(MarkRefusal.OthersMark, await MarkAsync(Named, 5, await StandingAsync()));
        Assert.Null(await MarkAsync(Administrator, 2, await StandingAsync()));

        Assert.Equal([5, 4, 3, 2], (await store.PaperAsync(paper.Id)).Marks.OrderBy(m => m.Id).Select(m => m.Points.Hundredths / 100));
    }

    [Fact]
    public async Task Of_two_markers_at_once_the_second_is_told_that_the_first_has_marked()
    {
        await NameAsync(Owner, Other);

        var outcomes = await Task.WhenAll(new[] { Named, Other }.Select((number, index) => Task.Run(() => MarkAsync(number, index, null))));

        Assert.Equal([null, MarkRefusal.MarkedMeanwhile], outcomes.Order());
        Assert.Single((await store.PaperAsync(paper.Id)).Marks);
    }

    [Fact]
    public async Task Who_is_dismissed_or_no_trainer_any_more_marks_nothing()
    {
        await NameAsync(Owner, Other);
        await DismissAsync(Owner, Named);
        Assert.Equal(MarkRefusal.NothingToMark, await MarkAsync(Named, 5, null));

        foreach (var number in new[] { Other, Owner })
        {
            var (head, person) = (await store.ActorAsync(Administrator), await store.IdAsync(number));
            await store.TellAsync((AccountKeeper keeper) => keeper.SetRolesAsync(
                head, person, RolesFacts.Of([Roles.Employee, Roles.Trainer]).AsSeen(), [Roles.Employee], default));
            Assert.Equal(MarkRefusal.NothingToMark, await MarkAsync(number, 5, null));
        }
    }

    [Fact]
    public async Task Markers_are_trainers_and_named_by_the_owner_or_an_administrator()
    {
        Assert.Equal(MarkerRefusal.ChangedMeanwhile, await NameAsync(Named, Other));
        Assert.Equal(MarkerRefusal.ChangedMeanwhile, await NameAsync(Other, Other));
        Assert.Equal(MarkerRefusal.NoSuchTrainer, await NameAsync(Owner, "E0002"));
        Assert.Equal(MarkerRefusal.NoSuchTrainer, await NameAsync(Owner, ""));
        Assert.Equal(MarkerRefusal.AlreadyMarker, await NameAsync(Administrator, Owner));
        Assert.Equal(MarkerRefusal.AlreadyMarker, await NameAsync(Administrator, Named));

        Assert.Null(await NameAsync(Administrator, Other));
        Assert.Null(await NameAsync(Administrator, Other));
        Assert.Null(await DismissAsync(Owner, Other));
        Assert.Null(await DismissAsync(Owner, Other));
        Assert.Equal(MarkerRefusal.ChangedMeanwhile, await DismissAsync(Other, Named));

        var told = await store.LookAsync(db => db.AuditEntries
            .Where(e => e.Act == QuizTrail.MarkerNamed || e.Act == QuizTrail.MarkerDismissed)
            .OrderBy(e => e.Id)
            .Select(e => new { e.Act, e.ActorNumber })
            .ToListAsync());
        Assert.Equal(
            [(QuizTrail.MarkerNamed, Owner), (QuizTrail.MarkerNamed, Administrator), (QuizTrail.MarkerDismissed, Owner)],
            told.Select(entry => (entry.Act, entry.ActorNumber)));
    }

    [Fact]
    public async Task The_academys_own_quizzes_are_marked_by_administrators_and_whom_they_name()
    {
        await store.TellAsync((AcademyDb db) => db.Quizzes
            .Where(q => q.Slug == Sittings.EveryType)
            .ExecuteUpdateAsync(set => set.SetProperty(q => q.OwnerId, (long?)null)));

        Assert.Equal(MarkRefusal.NothingToMark, await MarkAsync(Owner, 5, null));
        Assert.Equal(MarkerRefusal.ChangedMeanwhile, await NameAsync(Owner, Other));
        Assert.Null(await NameAsync(Administrator, Other));
        Assert.Null(await MarkAsync(Other, 5, null));
        Assert.Equal(MarkRefusal.OthersMark, await MarkAsync(Named, 4, await StandingAsync()));
        Assert.Null(await MarkAsync(Administrator, 3, await StandingAsync()));
    }

    private async Task<long?> StandingAsync() => (await store.PaperAsync(paper.Id)).MarkOf(essay)?.Id;

    private async Task<MarkRefusal?> MarkAsync(string number, decimal points, long? seen)
    {
        var (by, given) = (
            await store.ActorAsync(number),
            new GivenMark([Points.Of(points), Points.Zero, Points.Zero], Points.Of(points), "", seen));
        return await store.AskAsync((Examiner examiner) => examiner.MarkAsync(paper.Id, essay, given, by, default));
    }

    private async Task<MarkerRefusal?> NameAsync(string number, string marker)
    {
        var (by, quiz) = (await store.ActorAsync(number), await QuizIdAsync());
        return await store.AskAsync((QuizMaker maker) => maker.NameMarkerAsync(by, quiz, marker, default));
    }

    private async Task<MarkerRefusal?> DismissAsync(string number, string marker)
    {
        var (by, quiz, person) = (await store.ActorAsync(number), await QuizIdAsync(), await store.IdAsync(marker));
        return await store.AskAsync((QuizMaker maker) => maker.DismissMarkerAsync(by, quiz, person, default));
    }

    private Task<long> QuizIdAsync() =>
        store.LookAsync(db => db.Quizzes.Where(q => q.Slug == Sittings.EveryType).Select(q => q.Id).SingleAsync());
}
