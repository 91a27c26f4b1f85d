using System.Text;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Academy.Tests.Questions;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What is done about one bank, its drawers and one of its questions.</summary>
internal static class QuestionScenes
{
    private const string Gift = "// [id:own-1]\n::收付::现金收付谁先谁后？{=先收后付 ~先付后收}\n";
    private const string Odd = "// [id:own-3]\n::换班::换班要交接。{T}\n\n// [id:own-4]\n::假币::发现假币怎么办？{~退还 ~交给保安}\n";

    /// <summary>A bank of a trainer, shared with another, with an import at hand and a question that waits for its review.</summary>
    public static async Task<IReadOnlyList<Deed>> BankAsync(AcademyStore store)
    {
        var owner = await store.ActorAsync("T0001");
        var (sharer, third) = (await TrainerAsync(store, "E0001"), await TrainerAsync(store, "E0002"));
        var terms = new BankTerms("柜面业务", "", BankAccess.Private, false);
        var (id, elsewhere) = (await AddAsync(terms), await AddAsync(terms with { Title = "信贷业务" }));
        await store.TellAsync((Librarian librarian) => librarian.ShareAsync(owner, id, sharer.Number, None));
        var one = await DrawerAsync("现金", null);
        var (two, empty) = (await DrawerAsync("账户", null), await DrawerAsync("假币", one.Id));
        var filing = new Filing("一", one.Id, ["常考"]);
        var question = await store.AskAsync(async (Author author) => (await author.AddAsync(
            owner, id, Author.NewKey(), Specimens.Single, filing, VersionState.InReview, None)).QuestionId!.Value);
        var seen = await store.LookAsync(db => db.QuestionVersions.Latest().Where(v => v.QuestionId == question).Seen().ToListAsync());
        var (first, second) = (Specimens.Single with { Stem = "First?" }, Specimens.Single with { Stem = "Second?" });
        var drafts = await DraftAsync();
        var source = new UploadedQuestions("own.gift", Encoding.UTF8.GetBytes(Gift));
        var (import, odd) = (await ReceiveAsync(source), await ReceiveAsync(Source(Odd)));
        var taken = await ReceiveAsync(Source("// [id:own-2]\n::验钞::验钞要过机。{T}\n"));
        Assert.Null(await store.AskAsync((Cataloger role) => role.ApplyAsync(taken, 0, owner, None)));
        var brought = await SeenAsync(db => db.Questions.Where(q => q.Key == "own-2").Select(q => q.Id));
        return
        [
            Deed.Of<Librarian>("describe", role => role.DescribeAsync(owner, id, terms.AsSeen(), terms with { Title = "柜台" }, None)),
            Deed.Of<Librarian>("demand reviews", role => role.DescribeAsync(
                owner, id, terms.AsSeen(), terms with { RequiresReview = true }, None)),
            Deed.Of<Librarian>("share", role => role.ShareAsync(owner, id, third.Number, None)),
            Deed.Of<Librarian>("unshare", role => role.UnshareAsync(owner, id, sharer.Id!.Value, None)),
            Deed.Of<Librarian>("one drawer into the other", role => role.EditCategoryAsync(
                owner, id, one.Id, CategoryTerms.Of(one).AsSeen(), new CategoryTerms("现金", two.Id), None)),
            Deed.Of<Librarian>("the other into the empty one", role => role.EditCategoryAsync(
                sharer, id, two.Id, CategoryTerms.Of(two).AsSeen(), new CategoryTerms("账户", empty.Id), None)),
            Deed.Of<Librarian>("rename a drawer", role => role.EditCategoryAsync(
                sharer, id, two.Id, CategoryTerms.Of(two).AsSeen(), new CategoryTerms("现金", null), None)),
            Deed.Of<Librarian>("add a drawer", role => role.AddCategoryAsync(owner, id, new CategoryTerms("点钞", empty.Id), None)),
            Deed.Of<Librarian>("remove the empty one", role => role.RemoveCategoryAsync(owner, id, empty.Id, None)),
            Deed.Of<Author>("write", role => role.WriteAsync(
                owner, seen[0], first, new Filing("一", one.Id, []), VersionState.Approved, None)),
            Deed.Of<Author>("write otherwise", role => role.WriteAsync(
                sharer, seen[0], second, new Filing("二", empty.Id, ["新"]), VersionState.Draft, None)),
            Deed.Of<Curator>("approve", role => role.ApproveAsync(sharer, seen, None)),
            Deed.Of<Curator>("return", role => role.ReturnAsync(sharer, seen, "再想想", None)),
            Deed.Of<Curator>("retire", role => role.RetireAsync(owner, seen, None)),
            Deed.Of<Curator>("restore", role => role.RestoreAsync(sharer, seen, None)),
            Deed.Of<Curator>("tag", role => role.TagAsync(sharer, seen, ["新"], ["常考"], None)),
            Deed.Of<Curator>("grade", role => role.GradeAsync(sharer, seen, 3, None)),
            Deed.Of<Curator>("file into the empty drawer", role => role.FileAsync(owner, seen, id, empty.Id, None)),
            Deed.Of<Curator>("file elsewhere", role => role.FileAsync(owner, seen, elsewhere, null, None)),
            Deed.Of<Curator>("send for review", role => role.SendForReviewAsync(owner, drafts, None)),
            Deed.Of<Curator>("confirm the clause", role => role.ConfirmClauseAsync(sharer, drafts, None)),
            Deed.Of<Curator>("write the first version again", role => role.WriteAgainAsync(owner, drafts[0], 1, None)),
            Deed.Of<Curator>("grade the draft", role => role.GradeAsync(sharer, drafts, 3, None)),
            Deed.Of<Author>("write on the draft", role => role.WriteAsync(
                sharer, drafts[0], first, new Filing("三", two.Id, []), VersionState.Draft, None)),
            Deed.Of<Cataloger>("import", role => role.ApplyAsync(import, 0, owner, None)) with { IsAlone = true },
            Deed.Of<Cataloger>("upload the same", role => role.ReceiveAsync(id, source, sharer, None)),
            Deed.Of<Cataloger>("read it as text", role => role.ReceiveAgainAsync(import, QuestionFormat.Text, null, sharer, None)),
            Deed.Of<Cataloger>("leave a question out", role => role.DecideAsync(
                import, 0, [new RowDecision(1, RowChoice.LeaveOut)], sharer, None)),
            Deed.Of<Cataloger>("rewrite a question of it", role => role.RewriteAsync(import, 0, 1, second, sharer, None)),
            Deed.Of<Cataloger>("mend the odd one", role => role.RewriteAsync(odd, 0, 2, second, owner, None)),
            Deed.Of<Cataloger>("leave the odd one out", role => role.LeaveOutTheRestAsync(odd, 0, sharer, None)),
            Deed.Of<Cataloger>("import the odd file", role => role.ApplyAsync(odd, 0, owner, None)) with { IsAlone = true },
            Deed.Of<Cataloger>("take another back", role => role.UndoAsync(taken, owner, None)) with { IsAlone = true },
            Deed.Of<Curator>("tag what that brought", role => role.TagAsync(sharer, brought, ["新"], [], None)),
            Deed.Of<Author>("write on what that brought", role => role.WriteAsync(
                sharer, brought[0], first, new Filing("四", null, []), VersionState.Draft, None)),
            Deed.Of<Gallery>("bring a picture", role => role.TakeAsync("red.png", Picture(), None)),
            Deed.Of<Gallery>("bring the same", role => role.TakeAsync("rot.png", Picture(), None)),
        ];

        async Task<long> AddAsync(BankTerms named) => await store.AskAsync(async (Librarian librarian) =>
            (await librarian.AddBankAsync(owner, Librarian.NewSlug(), named, None)).BankId!.Value);

        // A question with a second version, which nobody is asked to look through yet.
        async Task<List<SeenQuestion>> DraftAsync()
        {
            var added = await store.AskAsync(async (Author author) => (await author.AddAsync(
                owner, id, Author.NewKey(), Specimens.Single, new Filing("三", null, []), VersionState.Approved, None)).QuestionId!.Value);
            var sight = Assert.Single(await SeenAsync(db => db.Questions.Where(q => q.Id == added).Select(q => q.Id)));
            await store.TellAsync((Author author) => author.WriteAsync(
                owner, sight, Specimens.Single with { Stem = "Draft?" }, new Filing("三", null, []), VersionState.Draft, None));
            return await SeenAsync(db => db.Questions.Where(q => q.Id == added).Select(q => q.Id));
        }

        Task<List<SeenQuestion>> SeenAsync(Func<AcademyDb, IQueryable<long>> which) => store.LookAsync(db =>
            db.QuestionVersions.Latest().Where(v => which(db).Contains(v.QuestionId)).Seen().ToListAsync());

        async Task<long> ReceiveAsync(UploadedQuestions file) =>
            await store.AskAsync(async (Cataloger role) => (await role.ReceiveAsync(id, file, owner, None)).ImportId!.Value);

        async Task<Category> DrawerAsync(string title, long? parent)
        {
            await store.TellAsync((Librarian librarian) => librarian.AddCategoryAsync(owner, id, new CategoryTerms(title, parent), None));
            return await store.LookAsync(db => db.Categories.AsNoTracking().SingleAsync(c => c.BankId == id && c.Title == title));
        }
    }

    private static UploadedQuestions Source(string gift) => new("own.gift", Encoding.UTF8.GetBytes(gift));

    private static MemoryStream Picture() =>
        new([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1]);

    public static async Task<Actor> TrainerAsync(AcademyStore store, string number)
    {
        var (head, person) = (await store.ActorAsync("A0001"), await store.ActorAsync(number));
        await store.TellAsync((AccountKeeper keeper) => keeper.SetRolesAsync(
            head, person.Id!.Value, RolesFacts.Of([Roles.Employee]).AsSeen(), [Roles.Employee, Roles.Trainer], None));
        return person;
    }
}
