using System.Text;
using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
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
        var source = new UploadedQuestions("own.gift", Encoding.UTF8.GetBytes(Gift));
        var import = await store.AskAsync(async (Cataloger role) => (await role.ReceiveAsync(id, source, owner, None)).ImportId!.Value);
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
            Deed.Of<Cataloger>("import", role => role.ApplyAsync(import, 0, owner, None)),
        ];

        async Task<long> AddAsync(BankTerms named) => await store.AskAsync(async (Librarian librarian) =>
            (await librarian.AddBankAsync(owner, Librarian.NewSlug(), named, None)).BankId!.Value);

        async Task<Category> DrawerAsync(string title, long? parent)
        {
            await store.TellAsync((Librarian librarian) => librarian.AddCategoryAsync(owner, id, new CategoryTerms(title, parent), None));
            return await store.LookAsync(db => db.Categories.AsNoTracking().SingleAsync(c => c.BankId == id && c.Title == title));
        }
    }

    public static async Task<Actor> TrainerAsync(AcademyStore store, string number)
    {
        var (head, person) = (await store.ActorAsync("A0001"), await store.ActorAsync(number));
        await store.TellAsync((AccountKeeper keeper) => keeper.SetRolesAsync(
            head, person.Id!.Value, RolesFacts.Of([Roles.Employee]).AsSeen(), [Roles.Employee, Roles.Trainer], None));
        return person;
    }
}
