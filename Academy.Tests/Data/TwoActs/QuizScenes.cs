using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Questions;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What is done about quizzes and the papers that people sit.</summary>
internal static class QuizScenes
{
    /// <summary>
    /// A quiz that is being sat: one paper is overdue, one still runs and one waits for its mark; a quiz that nobody has begun; and one
    /// that is being made. All ask the same two questions in the same order.
    /// </summary>
    public static async Task<IReadOnlyList<Deed>> QuizAsync(AcademyStore store)
    {
        var (maker, head) = (await store.ActorAsync("T0001"), await store.ActorAsync("A0001"));
        var other = await QuestionScenes.TrainerAsync(store, "E0005");
        var draft = await DraftAsync();
        var (sat, fresh, made) = (await AddAsync(draft), await AddAsync(draft), await AddAsync(draft));
        await PublishAsync(sat);
        await PublishAsync(fresh);
        var overdue = await SeatAsync("E0001");
        var waiting = await SeatAsync("E0003");
        await store.TellAsync((Invigilator invigilator) => invigilator.SubmitAsync(waiting, None));
        store.Clock.Advance(TimeSpan.FromMinutes(50));
        var running = await SeatAsync("E0002");
        var (newcomer, sitter) = (await store.IdAsync("E0004"), await store.IdAsync("E0001"));
        var (seen, named) = (draft.Fingerprint, With(draft.Terms with { Title = "期末" }));
        var (easier, closing) = (With(draft.Terms with { PassPoints = Points.Of(1) }), With(draft.Terms with { ClosesAt = Tomorrow }));
        return
        [
            Deed.Of<QuizMaker>("rename", role => role.EditAsync(maker, sat, seen, named, None)),
            Deed.Of<QuizMaker>("set an end", role => role.EditAsync(head, sat, seen, closing, None)),
            Deed.Of<QuizMaker>("close", role => role.CloseAsync(maker, sat, None)),
            Deed.Of<QuizMaker>("make the fresh one easier", role => role.EditAsync(maker, fresh, seen, easier, None)),
            Deed.Of<QuizMaker>("close the fresh one", role => role.CloseAsync(maker, fresh, None)),
            Deed.Of<QuizMaker>("make the draft easier", role => role.EditAsync(maker, made, seen, easier, None)),
            Deed.Of<QuizMaker>("publish the draft", role => role.PublishAsync(maker, made, seen, None)),
            Deed.Of<QuizMaker>("publish the draft as well", role => role.PublishAsync(head, made, seen, None)),
            Deed.Of<Invigilator>("start", role => role.StartAsync(sat, newcomer, None)),
            Deed.Of<Invigilator>("start again", role => role.StartAsync(sat, sitter, None)),
            Deed.Of<Invigilator>("start the fresh one", role => role.StartAsync(fresh, newcomer, None)),
            Deed.Of<Invigilator>("start the draft", role => role.StartAsync(made, newcomer, None)),
            Deed.Of<Invigilator>("hand in", role => role.SubmitAsync(running, None)),
            Deed.Of<Invigilator>("hand in too late", role => role.SubmitAsync(overdue, None)),
            Deed.Of<Invigilator>("hand in what is overdue", role => role.CloseOverdueAsync(None)),
            Deed.Of<Scribe>("answer", role => role.AnswerAsync(running, 1, null)),
            Deed.Of<Scribe>("answer otherwise", role => role.AnswerAsync(running, 1, "[]")),
            Deed.Of<Scribe>("answer another question", role => role.AnswerAsync(running, 2, "\"先点后收\"")),
            Deed.Of<Scribe>("answer too late", role => role.AnswerAsync(overdue, 1, null)),
            Deed.Of<QuizMaker>("name a marker", role => role.NameMarkerAsync(maker, sat, other.Number, None)),
            Deed.Of<QuizMaker>("name the same marker", role => role.NameMarkerAsync(head, sat, other.Number, None)),
            Deed.Of<QuizMaker>("dismiss a marker", role => role.DismissMarkerAsync(head, sat, other.Id!.Value, None)),
            Deed.Of<Examiner>("mark as that marker", role => role.MarkAsync(waiting, 2, Mark(1, 1), other, None)),
            Deed.Of<Examiner>("mark", role => role.MarkAsync(waiting, 2, Mark(3, 1), maker, None)),
            Deed.Of<Examiner>("mark otherwise", role => role.MarkAsync(waiting, 2, Mark(0, 0), head, None)),
        ];

        QuizDraft With(QuizTerms terms) => draft with { Terms = terms };

        async Task<QuizDraft> DraftAsync()
        {
            var bank = await store.AskAsync(async (Librarian librarian) => (await librarian.AddBankAsync(
                maker, Librarian.NewSlug(), new BankTerms("柜面业务", "", BankAccess.Private, false), None)).BankId!.Value);
            var sections = new List<Section>();
            foreach (var text in new[] { Specimens.Single, Specimens.Essay })
            {
                var key = Author.NewKey();
                sections.Add(new Section(text.Type, Points.Of(5), [], 0, [key]));
                await store.TellAsync((Author author) =>
                    author.AddAsync(maker, bank, key, text, new Filing(null, null, []), VersionState.Approved, None));
            }

            var terms = new QuizTerms
            {
                Title = "小测",
                TimeLimit = TimeSpan.FromMinutes(40),
                PassPoints = Points.Of(5),
                AttemptsAllowed = 2,
            };
            return new QuizDraft(terms, new Blueprint(sections, false, false));
        }

        async Task<long> AddAsync(QuizDraft wanted) => await store.AskAsync(async (QuizMaker role) =>
            (await role.AddAsync(maker, QuizMaker.NewSlug(), wanted, None)).QuizId!.Value);

        async Task PublishAsync(long quiz) =>
            Assert.Null(await store.AskAsync((QuizMaker role) => role.PublishAsync(maker, quiz, draft.Fingerprint, None)));

        async Task<long> SeatAsync(string number)
        {
            var (who, now) = (await store.IdAsync(number), store.Clock.GetUtcNow());
            var id = await store.AskAsync(async (Invigilator role) => (await role.StartAsync(sat, who, None)).AttemptId!.Value);
            await store.LookAsync(async db =>
            {
                var attempt = await db.Attempts.WithPaper().SingleAsync(a => a.Id == id);
                foreach (var slot in attempt.Slots)
                    attempt.Take(new SentAnswer(id, slot.Number, 1, slot.RightValue(), TimeSpan.Zero, now), now);
                return await db.SaveChangesAsync();
            });
            return id;
        }
    }

    private static DateTimeOffset Tomorrow => TestClock.Tuesday.AddDays(1);

    private static GivenMark Mark(decimal first, decimal second) =>
        new([Points.Of(first), Points.Of(second)], Points.Of(first + second), "", null);
}
