using System.Text;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Domain.People.Rosters;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Imports;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Academy.Tests.Files;

/// <summary>An upload has some seconds to be read. What takes longer is refused in words, and nothing of it is taken.</summary>
public sealed class ReadingTimeTests(OpenedAcademy opened)
{
    private const string Roster = "工号,姓名,机构编号,岗位\nE0003,李闻钰,302,大堂经理\n";
    private static readonly string[][] Rows = [["题干", "A", "B", "答案"], ["哪个？", "甲", "乙", "B"]];
    private static readonly CancellationToken Up = new(canceled: true);

    public static TheoryData<QuestionFormat, byte[]> Questions => new()
    {
        { QuestionFormat.Xlsx, RosterSamples.Workbook(("题库", Rows)) },
        { QuestionFormat.Csv, "题干,A,B,答案\n哪个？,甲,乙,B\n"u8.ToArray() },
        { QuestionFormat.Text, "1. 哪个？\nA. 甲\nB. 乙\n答案：A\n"u8.ToArray() },
        { QuestionFormat.Docx, Uploads.Word(Uploads.Text("1. 对吗？（对）")).ToArray() },
        { QuestionFormat.Gift, "哪个？{=甲 ~乙}"u8.ToArray() },
        { QuestionFormat.MoodleXml, "<quiz><question type='essay'/></quiz>"u8.ToArray() },
        { QuestionFormat.Aiken, "哪个？\nA. 甲\nB. 乙\nANSWER: A\n"u8.ToArray() },
        { QuestionFormat.Cloze, "甲 {1:SA:=乙}"u8.ToArray() },
        { QuestionFormat.MissingWord, "甲 {=乙 ~丙} 丁"u8.ToArray() },
    };

    public static TheoryData<byte[]> Rosters =>
        [Encoding.UTF8.GetBytes(Roster), RosterSamples.Workbook(("人员", [["工号", "姓名"], ["E0003", "李闻钰"]]))];

    public static TheoryData<string, byte[]> Texts => new()
    {
        { "a.md", "正文"u8.ToArray() },
        { "a.html", "<p>正文</p>"u8.ToArray() },
        { "a.docx", Uploads.Word(Uploads.Text("正文")).ToArray() },
    };

    [Theory]
    [InlineData(9, "read")]
    [InlineData(11, "refused")]
    public void Reading_ends_with_its_time(int seconds, string answer)
    {
        var clock = TestClock.OnTuesday();

        Assert.Equal(answer, new ReadingTime(clock, TimeSpan.FromSeconds(10)).Read(
            token =>
            {
                clock.Advance(TimeSpan.FromSeconds(seconds));
                token.ThrowIfCancellationRequested();
                return "read";
            },
            "refused",
            CancellationToken.None));
    }

    [Fact]
    public void Reading_ends_when_nobody_waits_for_it() => Assert.Throws<OperationCanceledException>(() =>
        new ReadingTime(TestClock.OnTuesday(), ReadingTime.Usual).Read(
            token =>
            {
                token.ThrowIfCancellationRequested();
                return "read";
            },
            "refused",
            Up));

    [Theory, MemberData(nameof(Questions))]
    public void Questions_are_not_read_on_when_the_time_is_up(QuestionFormat format, byte[] content) =>
        Assert.Throws<OperationCanceledException>(() => QuestionFormats.Read(content, format, ct: Up));

    [Theory, MemberData(nameof(Rosters))]
    public void Rosters_are_not_read_on_when_the_time_is_up(byte[] content) =>
        Assert.Throws<OperationCanceledException>(() => RosterReader.Read(content, Up));

    [Theory, MemberData(nameof(Texts))]
    public void Lessons_are_not_read_on_when_the_time_is_up(string name, byte[] content) =>
        Assert.Throws<OperationCanceledException>(() => UploadedText.Read(name, new MemoryStream(content), Up));

    [Fact]
    public async Task What_takes_too_long_is_refused_in_words_and_leaves_nothing_behind()
    {
        await using var app = new AcademyApp(opened, adjust: services =>
            services.Replace(ServiceDescriptor.Singleton(new ReadingTime(TimeProvider.System, TimeSpan.Zero))));
        var bank = new Bank("reading-time") { Title = "柜面业务" };
        await app.InStoreAsync(db =>
        {
            db.Add(bank);
            return db.SaveChangesAsync();
        });
        var (trainer, administrator) = (await app.SignInAsync("T0001"), await app.SignInAsync("A0001"));

        HttpResponseMessage[] answers =
        [
            await trainer.PostFileAsync($"/authoring/banks/{bank.Id}/import", "题.txt", Uploads.Of("1. 对吗？（对）\n答案：对"), "Upload"),
            await trainer.PostFileAsync("/authoring/courses/professional-ethics/general/document", "课.md", Uploads.Of("正文")),
            await administrator.PostFileAsync("/admin/people/imports", "roster.csv", Uploads.Of(Roster), "Upload"),
        ];

        foreach (var answer in answers)
            Assert.Contains("太长的时间", (await answer.ReadPageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await app.InStoreAsync(async db => (
            await db.QuestionImports.CountAsync(), await db.Set<Manuscript>().CountAsync(), await db.RosterRuns.CountAsync())));
    }
}
