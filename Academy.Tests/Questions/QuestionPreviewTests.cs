using System.Text;
using System.Text.Json;
using Academy.Domain.Questions.Formats;
using Academy.Web.Commands;

namespace Academy.Tests.Questions;

public class QuestionPreviewTests
{
    private const string Gift = "// [id:x] [tag:norm:skill]\n::一::假币要当面收缴。{T####当面。}\n\n数一数{#100:2}\n\nQ?{=a ~b";
    private const string Aiken = "哪一项？\nA. 收缴\nB. 退还\nANSWER: A";

    [Fact]
    public void A_preview_names_the_file_its_format_its_questions_and_what_is_reported()
    {
        var preview = Read("bank.txt", Encoding.UTF8.GetBytes(Gift));

        Assert.Equal(("bank.txt", "gift"), (Text(preview, "file"), Text(preview, "format")));
        Assert.Equal(
            ["true-false", "numerical"],
            preview.GetProperty("questions").EnumerateArray().Select(question => Text(question, "type")));
        var first = preview.GetProperty("questions")[0];
        Assert.Equal(
            ("一", "假币要当面收缴。", "当面。", "norm:skill"),
            (Text(first, "name"), Text(first, "stem"), Text(first, "feedback"), first.GetProperty("tags")[0].GetString()));
        Assert.Equal(2m, preview.GetProperty("questions")[1].GetProperty("answers")[0].GetProperty("tolerance").GetDecimal());
        var message = Assert.Single(preview.GetProperty("reported").EnumerateArray());
        Assert.Equal(
            (3, 6, "missing-brace"),
            (message.GetProperty("position").GetInt32(), message.GetProperty("line").GetInt32(), Text(message, "code")));
    }

    [Theory]
    [InlineData("题型,题干,A,B,答案\n单选,哪个？,甲,乙,B\n单选,哪一个？,甲,乙,C", "csv")]
    [InlineData("1. 哪个？\nA. 甲\nB. 乙\n答案：B\n2. 哪一个？\nA. 甲\nB. 乙\n答案：C", "text")]
    public void Tables_and_typed_texts_are_told_apart_by_what_they_hold(string text, string format)
    {
        var preview = Read("x", Encoding.UTF8.GetBytes(text));

        Assert.Equal((format, "single-choice"), (Text(preview, "format"), Text(preview.GetProperty("questions")[0], "type")));
        var message = Assert.Single(preview.GetProperty("reported").EnumerateArray());
        Assert.Equal((2, "answer-not-an-option"), (message.GetProperty("position").GetInt32(), Text(message, "code")));
    }

    [Fact]
    public void A_file_that_may_be_in_two_formats_is_read_when_somebody_says_which()
    {
        var content = Encoding.UTF8.GetBytes("1. 哪个？{=甲 ~乙}\n答案：甲");

        Assert.Equal([QuestionFormat.Gift, QuestionFormat.Text], QuestionFormats.Candidates(content));
        Assert.Null(QuestionFormats.Read(content));
        Assert.Equal(QuestionFormat.Gift, QuestionFormats.Read(content, QuestionFormat.Gift)?.Format);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("gb18030")]
    [InlineData("gbk")]
    public void A_file_is_read_in_the_encodings_that_Chinese_programs_write(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var written = Encoding.GetEncoding(encoding);

        var preview = Read("x", [.. written.GetPreamble(), .. written.GetBytes(Aiken)]);

        Assert.Equal(("aiken", "哪一项？"), (Text(preview, "format"), Text(preview.GetProperty("questions")[0], "stem")));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00 })]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00, 0x00 })]
    [InlineData(new byte[] { 0x80, 0x81, 0xFF, 0x41 })]
    [InlineData(new byte[] { 0x68, 0x69 })]
    [InlineData(new byte[0])]
    public void What_is_no_file_of_questions_has_no_preview(byte[] content) => Assert.Null(QuestionPreview.Of("x", content));

    private static JsonElement Read(string name, byte[] content) => JsonDocument.Parse(QuestionPreview.Of(name, content)!).RootElement;

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
