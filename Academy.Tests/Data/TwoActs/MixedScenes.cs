using System.Text;
using Academy.Domain.Assignments;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Academy.Tests.Questions;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>Where people of different roles meet on the same thing.</summary>
internal static class MixedScenes
{
    private const string Course = "service-etiquette";
    private const string Gift = "// [id:own-1]\n::收付::现金收付谁先谁后？{=先收后付 ~先付后收}\n";
    private static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>
    /// An import brought a question that a quiz in the making names and one in force does not yet; a marker's mark is missing; an
    /// outlet without people may be closed; and one of those who sit a paper may leave.
    /// </summary>
    public static async Task<IReadOnlyList<Deed>> CrossroadsAsync(AcademyStore store)
    {
        var (maker, head) = (await store.ActorAsync("T0001"), await store.ActorAsync("A0001"));
        var (marker, sitter, newcomer) = (
            await QuestionScenes.TrainerAsync(store, "E0005"), await store.ActorAsync("E0001"), await store.ActorAsync("E0004"));
        var bank = await store.AskAsync(async (Librarian role) => (await role.AddBankAsync(
            maker, Librarian.NewSlug(), new BankTerms("柜面业务", "", BankAccess.Private, false), None)).BankId!.Value);
        var essay = Author.NewKey();
        await store.TellAsync((Author role) =>
            role.AddAsync(maker, bank, essay, Specimens.Essay, new Filing(null, null, []), VersionState.Approved, None));
        var import = await store.AskAsync(async (Cataloger role) => (await role.ReceiveAsync(
            bank, new UploadedQuestions("own.gift", Encoding.UTF8.GetBytes(Gift)), maker, None)).ImportId!.Value);
        Assert.Null(await store.AskAsync((Cataloger role) => role.ApplyAsync(import, 0, maker, None)));
        var brought = await store.LookAsync(db =>
            db.QuestionVersions.Latest().Where(v => v.Question.Key == "own-1").Seen().ToListAsync());

        var asked = Draft(new Section(QuestionType.Essay, Points.Of(5), [], 0, [essay]));
        var wider = Draft(asked.Blueprint.Sections[0], new Section(QuestionType.SingleChoice, Points.Of(5), [], 0, ["own-1"]));
        var (inForce, made) = (await AddAsync(asked), await AddAsync(wider));
        Assert.Null(await store.AskAsync((QuizMaker role) => role.PublishAsync(maker, inForce, asked.Fingerprint, None)));
        Assert.Null(await store.AskAsync((QuizMaker role) => role.NameMarkerAsync(maker, inForce, marker.Number, None)));
        store.Clock.Advance(TimeSpan.FromMinutes(50));
        var (sat, waiting) = (await SeatAsync(sitter.Id!.Value), await SeatAsync(await store.IdAsync("E0003")));
        await store.AskAsync((Scribe role) => role.AnswerAsync(waiting, 1, "\"先收后付\""));
        await store.TellAsync((Invigilator role) => role.SubmitAsync(waiting, None));

        var outlet = await AddOutletAsync(store);
        var (subject, teller) = ((await new Desk(store).CourseAsync(Course)).Subject, (await store.PositionAsync("teller")).Id);
        var terms = new AssignmentTerms(new Audience([], [outlet.Id], []), Today, Today.AddDays(20), Recurrence.None, 14);
        var (leaver, examiner) = (await PersonAsync(sitter.Id!.Value), await PersonAsync(marker.Id!.Value));
        var roles = RolesFacts.Of(await store.RolesAsync(marker.Id!.Value)).AsSeen();
        return
        [
            Deed.Of<Cataloger>("take the import back", role => role.UndoAsync(import, maker, None)) with { IsAlone = true },
            Deed.Of<Curator>("retire what it brought", role => role.RetireAsync(maker, brought, None)),
            Deed.Of<QuizMaker>("publish what names it", role => role.PublishAsync(maker, made, wider.Fingerprint, None)),
            Deed.Of<QuizMaker>("name it in what is in force", role => role.EditAsync(maker, inForce, asked.Fingerprint, wider, None)),
            Deed.Of<Invigilator>("start", role => role.StartAsync(inForce, newcomer.Id!.Value, None)),
            Deed.Of<Invigilator>("start what names it", role => role.StartAsync(made, newcomer.Id!.Value, None)),
            Deed.Of<Invigilator>("hand in", role => role.SubmitAsync(sat, None)),
            Deed.Of<Scribe>("answer", role => role.AnswerAsync(sat, 1, "\"先收后付\"")),
            Deed.Of<Examiner>("mark", role => role.MarkAsync(
                waiting, 1, new GivenMark([Points.Of(1), Points.Of(1)], Points.Of(2), "", null), marker, None)),
            Deed.Of<QuizMaker>("dismiss the marker", role => role.DismissMarkerAsync(maker, inForce, marker.Id!.Value, None)),
            Deed.Of<AccountKeeper>("make the marker no trainer", role => role.SetRolesAsync(
                head, marker.Id!.Value, roles, [Roles.Employee], None)),
            Deed.Of<Registrar>("discharge the marker", role => role.DischargeAsync(head, examiner.Id, examiner.AsSeen(), None)),
            Deed.Of<Registrar>("discharge who sits", role => role.DischargeAsync(head, leaver.Id, leaver.AsSeen(), None)),
            Deed.Of<Registrar>("move who sits to the outlet", role => role.MoveAsync(
                head, leaver.Id, leaver.AsSeen(), outlet.Id, teller, None)),
            Deed.Of<Porter>("begin a session", role => role.BeginAsync(
                leaver.Id, leaver.SecurityStamp!, new Whereabouts("10.1.0.7", "counter"), null, None)),
            Deed.Of<Organizer>("close the outlet", role => role.CloseBranchAsync(head, outlet.Id, None)),
            Deed.Of<Dean>("ask the outlet", role => role.AssignAsync(subject, terms, maker, None)),
            Deed.Of<Editor>("retire the course", role => role.RetireAsync(maker, subject.Id, None)),
        ];

        async Task<long> AddAsync(QuizDraft draft) => await store.AskAsync(async (QuizMaker role) =>
            (await role.AddAsync(maker, QuizMaker.NewSlug(), draft, None)).QuizId!.Value);

        async Task<long> SeatAsync(long person) => await store.AskAsync(async (Invigilator role) =>
            (await role.StartAsync(inForce, person, None)).AttemptId!.Value);

        Task<Employee> PersonAsync(long id) => store.LookAsync(db => db.Employees.AsNoTracking().SingleAsync(e => e.Id == id));
    }

    private static QuizDraft Draft(params Section[] sections)
    {
        var terms = new QuizTerms
        {
            Title = "小测",
            TimeLimit = TimeSpan.FromMinutes(40),
            PassPoints = Points.Of(2),
            AttemptsAllowed = 2,
        };
        return new QuizDraft(terms, new Blueprint(sections, false, false));
    }

    private static async Task<Branch> AddOutletAsync(AcademyStore store)
    {
        var (head, above) = (await store.ActorAsync("A0001"), (await store.UnitAsync("100")).Id);
        await store.TellAsync((Organizer role) =>
            role.AddBranchAsync(head, new BranchTerms("910", "东门分理处", "", BranchKind.Outlet), above, None));
        return await store.UnitAsync("910");
    }
}
