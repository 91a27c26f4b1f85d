using System.Text;
using Academy.Domain.Files;
using Academy.Domain.Questions.Formats;

namespace Academy.Tests.Questions;

public class QuestionEncodingTests
{
    [Theory]
    [InlineData("Où est née la coopérative ?\nA. à Nîmes\nB. à Orléans\nANSWER: A\n")]
    [InlineData("Größe der Schänke?\nA. übermäßig\nB. schön\nANSWER: B\n")]
    [InlineData("¿Cuándo nació Núñez? «Señor»\nA. mañana\nB. el año pasado\nANSWER: B\n")]
    [InlineData("L’élève a “créé” – déjà… 5 €\nA. café\nB. thé\nANSWER: A\n")]
    public void Western_European_text_is_recognized_and_remarked_on(string written)
    {
        var content = Windows("windows-1252").GetBytes(written);

        Assert.Equal(written, ReadableText.Of(content));
        Assert.Equal(new ReadingMessage(0, 0, ReadingProblem.WesternEncoding, ""), QuestionFormats.Read(content)!.Value.File.Remarks[0]);
    }

    [Theory]
    [InlineData("哪一项？")]
    [InlineData("果")]
    [InlineData("answer is 果 here and nothing else")]
    [InlineData("選項與電話、審計與櫃員")]
    [InlineData("銀行網點每日開門前，櫃員、保安須先檢查。")]
    [InlineData("《规定》：“先收缴，后开凭证。”——第 3 条")]
    public void Chinese_text_stays_Chinese(string written) => Assert.Equal(written, ReadableText.Of(Windows("gb18030").GetBytes(written)));

    [Fact]
    public void What_is_neither_is_refused() => Assert.Null(ReadableText.Of([0x41, 0x81, 0x20, 0x8D, 0xFF, 0xFF, 0xFF, 0xFF, 0x20]));

    [Theory]
    [InlineData("gb2312", "收缴")]
    [InlineData("GBK", "櫃員")]
    [InlineData("utf-8", "收缴")]
    [InlineData("iso-8859-1", "café")]
    [InlineData("windows-1252", "“café”")]
    [InlineData("windows-1251", "Вопрос")]
    [InlineData("big5", "收繳")]
    public void Xml_follows_its_declaration(string encoding, string written)
    {
        var question = $"<question type=\"description\"><questiontext><text>{written}</text></questiontext></question>";
        var content = Windows(encoding == "gb2312" ? "gb18030" : encoding)
            .GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<quiz>{question}</quiz>");

        Assert.Equal(written, Assert.Single(QuestionFormats.Read(content)!.Value.File.Questions).Text.Stem.Plain);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("no-such-thing")]
    [InlineData("utf-7")]
    public void Xml_in_another_encoding_than_it_says_is_refused(string declared) =>
        Assert.Null(QuestionFormats.Read(Windows("gb18030").GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?><quiz>收缴</quiz>")));

    [Fact]
    public void Somebody_may_know_the_format_better_than_the_file_looks() =>
        Assert.Equal(
            (QuestionFormat.MissingWord, "two lines _____ here"),
            QuestionFormats.Read(Encoding.UTF8.GetBytes("two lines\n{=a ~b} here"), QuestionFormat.MissingWord) is var (format, file)
                ? (format, file.Questions[0].Text.Stem.Plain)
                : default);

    private static Encoding Windows(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
