using System.Diagnostics;
using System.Text;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Typed;
using Academy.Domain.Questions.Texts;
using Academy.Tests.People;
using CsCheck;

namespace Academy.Tests.Questions;

public class ReaderPropertyTests
{
    private const int Samples = 2_000;
    private const string Table = "题型,题干,选项A,选项B,选项C,答案,解析,分值,难度\n单选题,哪个？,甲,乙,丙,B,因为,2,易\n"
        + "多选题,\"哪些，\"\"哪些\"\"\",甲,乙,丙,AC,,3,中\n判断题,对吗？,,,,√,,1,难\n填空题,____和（ ）,,,,甲；乙,,,\n";
    private const string Paper = "一、单选题（每题2分）\n1. 哪个？（ ）\nA. 甲 B. 乙\n2. 哪一个？\nA、甲\nB、乙\n答案：B\n解析：1. 因为\n2. 所以\n二、判断题\n1. 对吗？（√）\n三、填空题\n"
        + "1. 首都是____。\n答案：北京\n四、案例分析题\n1. 材料。\n（1）一？\n答案：甲\n（2）二？\n参考答案\n一、单选题\n1.A 2.B\n1-2 AB\n";

    private static readonly byte[] Workbook = RosterSamples.Workbook(
        ("题库", [["题干", "选项A", "选项B", "答案"], ["哪个？", "甲", "乙", "B"], ["对吗？", "", "", "对"]]));

    private static readonly Gen<string> Lines = Gen.OneOf([.. Paper.Split('\n'), "", "答案：", "参考答案", "【答案】A【解析】因为", "A.", "（A）", "1.", "2、",
        "(1)", "一、", "题目：", "^*^答案：对", "材料一：文字", "根据以下材料回答 1-2 题", "题号\t1\t2", "答案\tA\tB", "1-5 ABCDA", "9999-1 A", "____", "（甲）、（乙）"])
        .Array[0, 40].Select(lines => string.Join('\n', lines));

    private static readonly Gen<string> Rows = Gen.OneOf([.. Table.Split('\n'), "", ",,,", "\"", "\"\"", "题干,答案", "一,二,三", "单选题,\"开",
        "a\tb", "；", "答案,A,B,题干"]).Array[0, 20].Select(lines => string.Join('\n', lines));

    [Fact]
    public void Every_question_of_any_typed_text_is_read_or_reported_once() =>
        Lines.Sample(text => Check(TypedReader.Read(text)), iter: Samples);

    [Fact]
    public void Every_row_of_any_table_is_read_or_reported_once() => Rows.Sample(text => Check(CsvReader.Read(text)), iter: Samples);

    [Fact]
    public void Texts_with_single_characters_changed_are_read_or_reported() =>
        (
            from text in Gen.OneOf(Table, Paper)
            from at in Gen.Int[0, Math.Min(Table.Length, Paper.Length) - 1]
            from c in Gen.OneOf(Gen.Char, Gen.OneOf('"', ',', '\n', '（', '1', 'A', '.'))
            select text.Remove(at, 1).Insert(at, $"{c}"))
        .Sample(text =>
        {
            Check(TypedReader.Read(text));
            Check(CsvReader.Read(text));
        }, iter: Samples);

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[0, 200].Sample(content =>
    {
        foreach (var format in Enum.GetValues<QuestionFormat>().Where(format => format > QuestionFormat.Aiken))
            Check(QuestionFormats.Read(content, format)?.File);
        QuestionFormats.Read(content);
    }, iter: Samples);

    [Fact]
    public void Workbooks_that_are_cut_or_changed_are_read_or_refused() =>
        (
            from at in Gen.Int[0, Workbook.Length - 1]
            from value in Gen.Byte
            from isCut in Gen.Bool
            select isCut ? Workbook[..at] : [.. Workbook[..at], value, .. Workbook[(at + 1)..]])
        .Sample(content => Check(WorkbookReader.Read(content)), iter: Samples);

    [Fact]
    public void Reading_takes_no_longer_than_the_text_is_long()
    {
        string[] texts =
        [
            new('"', 50_000),
            string.Concat(Enumerable.Repeat("\"a\n", 20_000)),
            new('（', 50_000),
            string.Concat(Enumerable.Repeat("A.", 20_000)),
            string.Concat(Enumerable.Repeat("1. ", 20_000)),
            string.Concat(Enumerable.Repeat("1. 题\nA. 甲\n", 10_000)),
            string.Concat(Enumerable.Repeat("答案：", 10_000)),
            "1. 题\n" + new string('_', 50_000),
            string.Concat(Enumerable.Repeat("一、题\n", 10_000)),
            string.Concat(Enumerable.Repeat("1-5 ", 10_000)),
            new(' ', 50_000),
            "1. 题\n" + string.Concat(Enumerable.Repeat("（甲）、", 10_000))];

        Assert.All(texts, text =>
        {
            var start = Stopwatch.GetTimestamp();
            QuestionFormats.Read(Encoding.UTF8.GetBytes(text));
            TypedReader.Read(text, text);
            CsvReader.Read(text);
            Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(60));
        });
    }

    private static void Check(QuestionFile? file)
    {
        if (file is null) return;

        var positions = file.Questions
            .Select(question => question.Position)
            .Concat(file.Reported.Select(message => message.Position))
            .Where(position => position > 0)
            .Order()
            .ToList();
        Assert.Equal(Enumerable.Range(1, positions.Count), positions);
        Assert.All(file.Questions, question =>
        {
            Assert.True(CanBeAsked(question.Text));
            Assert.DoesNotContain(QuestionRules.Problems(question.Text), p => p.Kind != QuestionProblemKind.EverythingRewarded);
        });
    }

    private static bool CanBeAsked(QuestionText text) => !text.Stem.IsEmpty && text.Type switch
    {
        QuestionType.SingleChoice or QuestionType.TrueFalse => text.Options.Count >= 2 && text.Options.Count(option => option.IsRight) == 1,
        QuestionType.MultipleChoice => text.Options.Count >= 2 && text.Options.Any(option => option.IsRight),
        QuestionType.FillIn => text.Blanks().All(gap => gap.Answers.Count > 0),
        QuestionType.Case => text.Parts.Count > 0 && text.Parts.All(CanBeAsked),
        _ => true,
    };
}
