using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Data.TwoActs;
using Academy.Tests.Hosting;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

/// <summary>
/// What three trainers and an administrator do about a question and the three banks that it comes through, in whatever order, against
/// a model that remembers nothing but who wrote what and who approved it.
/// </summary>
public sealed class SecondEyesPropertyTests(OpenedAcademy opened) : IAsyncDisposable
{
    private static readonly QuestionText[] Texts =
        [Specimens.Single, Specimens.Single with { Stem = "Second?" }, Specimens.Single with { Stem = "Third?" }];

    private static readonly Gen<Event> Events =
        Gen.Select(Gen.Enum<What>(), Gen.Int[0, 3], Gen.Int[0, 11], (what, who, which) => new Event(what, who, which));

    private readonly AcademyStore store = new(opened);

    private enum What { Write, WriteMore, WriteAgain, Send, Approve, ApproveToo, Return, Grade, Move, MoveToo, Rule, Retire, Restore }

    private sealed record Event(What What, int Who, int Which);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Where_reviews_are_demanded_nothing_is_in_force_that_only_its_authors_have_approved()
    {
        Actor[] actors =
        [
            await store.ActorAsync("T0001"),
            await QuestionScenes.TrainerAsync(store, "E0001"),
            await QuestionScenes.TrainerAsync(store, "E0002"),
            await store.ActorAsync("A0001"),
        ];
        await Events.Array[1, 30].SampleAsync(events => LiveAsync(actors, events), iter: 30, threads: 1);

        var told = await VouchersAsync();
        store.Execute("UPDATE QuestionVersions SET IsVouchedFor = NULL");
        await store.TellAsync((AcademyDb db) => db.ReadVersionsAgainAsync(default));
        Assert.Equal(told, await VouchersAsync());
    }

    private async Task LiveAsync(Actor[] people, Event[] events)
    {
        var banks = new List<long>();
        foreach (var owner in people.Take(3)) banks.Add(await AddBankAsync(owner, isReviewed: banks.Count == 0));
        var (key, model) = (Author.NewKey(), new Model());
        var question = await store.AskAsync(async (Author role) => (await role.AddAsync(
            people[0], banks[1], key, Texts[0], new Filing(null, null, []), VersionState.Draft, default)).QuestionId!.Value);
        model.Write(people[0].Number, Texts[0]);
        foreach (var happening in events)
        {
            await HappenAsync(people[happening.Who], happening, question, banks, model);
            var now = await QuestionAsync(question);
            if (now is { Bank.RequiresReview: true, Current: { } inForce }) Assert.Contains(Model.Plain(inForce.Text), model.Settled);
            if (await DrawnFromAsync(banks[0], key) is { } drawn) Assert.Contains(Model.Plain(drawn), model.Settled);
        }
    }

    private async Task HappenAsync(Actor who, Event happening, long question, List<long> banks, Model model)
    {
        var (before, which) = (await QuestionAsync(question), happening.Which);
        var (seen, latest) = (SeenQuestion.Of(before), before.Latest!);
        switch (happening.What)
        {
            case What.Write or What.WriteMore:
                await store.TellAsync((Author role) => role.WriteAsync(
                    who, seen, Texts[which % 3], new Filing(null, null, []), (VersionState)(which / 3 % 3), default));
                break;
            case What.WriteAgain:
                await store.TellAsync((Curator role) => role.WriteAgainAsync(who, seen, 1 + (which % before.Versions.Count), default));
                break;
            case What.Grade: await store.TellAsync((Curator role) => role.GradeAsync(who, [seen], 1 + (which % 3), default)); break;
            case What.Send: await store.TellAsync((Curator role) => role.SendForReviewAsync(who, [seen], default)); break;
            case What.Return: await store.TellAsync((Curator role) => role.ReturnAsync(who, [seen], "再想想", default)); break;
            case What.Retire: await store.TellAsync((Curator role) => role.RetireAsync(who, [seen], default)); break;
            case What.Restore: await store.TellAsync((Curator role) => role.RestoreAsync(who, [seen], default)); break;
            case What.Move or What.MoveToo:
                await store.TellAsync((Curator role) => role.FileAsync(who, [seen], banks[which % 3], null, default));
                break;
            case What.Rule:
                var terms = BankTerms.Of(await store.LookAsync(db => db.Banks.AsNoTracking().SingleAsync(b => b.Id == banks[which % 3])));
                await store.TellAsync((Librarian role) => role.DescribeAsync(
                    who, banks[which % 3], terms.AsSeen(), terms with { RequiresReview = !terms.RequiresReview }, default));
                break;
            case What.Approve or What.ApproveToo:
                if ((await store.AskAsync((Curator role) => role.ApproveAsync(who, [seen], default))).Done == 1)
                    model.Approve(who.Number, latest.Text);
                break;
        }

        var after = (await QuestionAsync(question)).Latest!;
        if (after.Number > latest.Number) model.Write(who.Number, after.Text);
    }

    private async Task<long> AddBankAsync(Actor owner, bool isReviewed) => await store.AskAsync(async (Librarian role) =>
        (await role.AddBankAsync(
            owner, Librarian.NewSlug(), new BankTerms("柜面业务", "", BankAccess.Editable, isReviewed), default)).BankId!.Value);

    /// <summary>What is drawn where the question is named in a bank that demands reviews; null for nothing.</summary>
    private Task<QuestionText?> DrawnFromAsync(long bankId, string key) => store.LookAsync(async db =>
    {
        var bank = await db.Banks.SingleAsync(b => b.Id == bankId);
        var blueprint = new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(1), [bank.Slug], 0, [key])], false, false);
        var supply = await db.SupplyAsync(blueprint, MarkingScheme.AllOrNothing, default);
        if (!bank.RequiresReview || supply.NamedBy(blueprint.Sections[0]) is not [var drawn]) return null;
        return (await db.QuestionVersions.SingleAsync(v => v.Id == drawn.VersionId)).Text;
    });

    private Task<Question> QuestionAsync(long id) =>
        store.LookAsync(db => db.Questions.Whole().AsNoTracking().SingleAsync(q => q.Id == id));

    private Task<List<(long Id, bool? IsVouchedFor)>> VouchersAsync() => store.LookAsync(async db =>
        (await db.QuestionVersions.OrderBy(v => v.Id).Select(v => new { v.Id, v.IsVouchedFor }).ToListAsync())
            .ConvertAll(v => (v.Id, v.IsVouchedFor)));

    /// <summary>Who has written since somebody approved who had not, who wrote a text first, and what was approved so.</summary>
    private sealed class Model
    {
        private readonly HashSet<string> hands = [];
        private readonly Dictionary<QuestionText, string> writers = [];
        private QuestionText? last;

        public HashSet<QuestionText> Settled { get; } = [];

        public static QuestionText Plain(QuestionText text) => text with { Difficulty = 1 };

        public void Write(string number, QuestionText text)
        {
            writers.TryAdd(Plain(text), number);
            if (!Plain(text).Equals(last)) hands.Add(number);
        }

        public void Approve(string number, QuestionText text)
        {
            if (hands.Contains(number) || writers[Plain(text)] == number) return;

            hands.Clear();
            last = Plain(text);
            Settled.Add(last);
        }
    }
}
