using System.Text;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Domain.People.Rosters;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Tests.Data.TwoActs;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Files;

/// <summary>What a file is called comes in as people see it, wherever it comes in: none disguises a line of the trail.</summary>
public sealed class FileNameTests(OpenedAcademy opened)
{
    private const string Turned = "C:\\lists\\本季\u202E度\r\n2026";

    [Theory]
    [InlineData("a.csv", "a.csv")]
    [InlineData(@"C:\lists\a.csv", "a.csv")]
    [InlineData("/home/a/b.csv", "b.csv")]
    [InlineData("a\u202Efdp.csv", "afdp.csv")]
    [InlineData("a\r\nb\u200B.csv", "a b.csv")]
    [InlineData("\u2066", "")]
    public void A_name_is_one_line_without_folders_and_without_what_nobody_sees(string given, string name) =>
        Assert.Equal(name, FileName.Of(given));

    [Fact]
    public void Of_a_long_name_the_end_is_kept_whole() =>
        Assert.Equal(new string('a', 194) + ".docx", FileName.Of($"𠮷{new string('a', 194)}.docx"));

    [Fact]
    public async Task Every_file_that_is_kept_is_called_so()
    {
        await using var store = new AcademyStore(opened);
        var (head, trainer) = (await store.ActorAsync("A0001"), await store.ActorAsync("T0001"));
        var roster = Encoding.UTF8.GetBytes("工号,姓名,机构编号,岗位\nE0003,李闻钰,302,大堂经理\n");
        var (run, _) = await store.AskAsync((RosterClerk clerk) => clerk.ReceiveAsync($"{Turned}.csv", roster, false, head, default));
        var (bank, _) = await store.AskAsync((Librarian role) => role.AddBankAsync(
            trainer, Librarian.NewSlug(), new BankTerms("柜面业务", "", BankAccess.Private, false), default));
        var questions = new UploadedQuestions($"{Turned}.gift", "哪个？{=甲 ~乙}"u8.ToArray());
        var import = await store.AskAsync((Cataloger role) => role.ReceiveAsync(bank!.Value, questions, trainer, default));
        var lesson = (await new Desk(store).CourseAsync("professional-ethics")).Lessons.First(l => l.RetiredAt is null).Id;
        Assert.Null(await store.AskAsync((Editor role) =>
            role.AttachAsync(trainer, lesson, $"{Turned}.pdf", new MemoryStream("%PDF-1.7\n%%EOF"u8.ToArray()), default)));

        Assert.Equal(
            ("本季度 2026.csv", "本季度 2026.gift", "本季度 2026.pdf"),
            await store.LookAsync(async db => (
                (await db.RosterRuns.SingleAsync(r => r.Id == run)).FileName,
                (await db.QuestionImports.SingleAsync(i => i.Id == import.ImportId)).FileName,
                (await db.Attachments.OrderByDescending(a => a.Id).FirstAsync()).Name)));
    }
}
