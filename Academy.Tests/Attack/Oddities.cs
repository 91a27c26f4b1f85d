using System.Text;

namespace Academy.Tests.Attack;

/// <summary>What no page sends, and somebody may send all the same: values, names of fields, parts of addresses, answers.</summary>
internal static class Oddities
{
    private const string Parts = "multipart/form-data; boundary=b";
    private const string Fields = "application/x-www-form-urlencoded";

    public static readonly string[] Values =
    [
        "", " ", "0", "-1", "1", "2147483648", "9223372036854775807", "9223372036854775808", "1e309", "NaN", "1.5", "１２", "true", "null",
        "0001-01-01T00:00", "9999-12-31T23:59", "2026-02-30", "2026-11-24T09:00", "中文", "/中文", "\t/x",
        "a\r\nX-Injected: 1", "\0", "\u202E行",
        "\u200B", "../../etc/passwd", "<script>alert(1)</script>", "' OR 1=1 --", "%00", "%", "[]", "{}", "[[1]]",
        "a,b；c|d", "E0001", "t0001",
        "*", "𠮷\uFE0F", new string('a', 5000), "A" + new string(' ', 20_000) + "x", new string('（', 3000), "=HYPERLINK(\"x\")", "ﷺ", "٣",
    ];

    public static readonly string[] Names =
    [
        "id", "page", "q", "sort", "returnUrl", "back", "tooLarge", "branch", "from", "to", "who", "act", "ids", "select", "Slug", "Number",
        "[", "a[b", "index", "rows.index", "Form.Events.index", "Terms.Sections.index", "Question.Options.index",
        $"Question{string.Concat(Enumerable.Repeat(".Parts[0]", 20))}.Stem",
        "Terms.OpensAt", "rows[0].Position", "Sheets[0].Columns[0].Key", "Figures[0].Key", "slot-1", "revision-1", "Question.Stem",
        "__Invariant", "",
    ];

    /// <summary>Ends of addresses in place of a part of a good one, escaped as they are sent.</summary>
    public static readonly string[] Segments =
    [
        "0", "-1", "999999999", "9223372036854775808", "a", "..", "%2e%2e", "%2F", "%5C", "%00", "%E4%B8%AD", "%F0%9F%92%A5",
        "%ff", "a%0d%0ab", "1;x", "'", "con", new string('a', 3000),
    ];

    /// <summary>Contents of requests that are no form that can be read, and what they say that they are.</summary>
    public static readonly (string? Type, string Content)[] Unreadable =
    [
        (Parts, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut o"), (Parts, "nothing"), (Parts, ""),
        (Parts, "--b\r\nContent-Disposition: ;;;\r\n\r\nx\r\n--b--\r\n"),
        (Parts, "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"题.md\"\r\n\r\ncut o"),
        (Parts, "--b\r\nContent-Disposition: form-data; name=\"\0\"; filename=\"\0\"\r\n\r\n\0\r\n--b--\r\n"),
        (Fields, string.Join('&', Enumerable.Range(0, 1_100).Select(n => $"a{n}="))), (Fields, $"{new string('a', 3000)}=1"),
        (Fields, "\0=%00&%ff=%"), (Fields, ""), ("text/plain", "a=1"), ("application/json", "{}"), (null, "a=1"), (null, ""),
        ("application/x-www-form-urlencoded; charset=utf-7", "a=1"),
    ];

    /// <summary>Files that are not what they are called, or not written as they say.</summary>
    public static readonly (string Name, byte[] Content)[] Files =
    [
        ("题.txt", "1. 双击一次是一次。（ ）\n答案：对\n"u8.ToArray()), ("空.md", []), ("零.txt", new byte[2000]),
        ("七.xml", "<?xml version=\"1.0\" encoding=\"utf-7\"?><quiz></quiz>"u8.ToArray()), ("半.xlsx", "PK\u0003\u0004"u8.ToArray()),
        ("无.xml", "<?xml version=\"1.0\" encoding=\"no-such\"?><quiz>"u8.ToArray()), ("半.docx", [0x50, 0x4B, 5, 6]),
        ("码.csv", [0xFF, 0xFE, 0x00, 0xD8, 0x22, 0x00]), ("乱.gift", [0x81, 0xFF, 0x7B, 0x3D, 0x20]),
        ("密.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[a](", 40_000)))),
        ("题.gift", Encoding.UTF8.GetBytes($"::a::[markdown]{string.Concat(Enumerable.Repeat("c|d", 20_000))}{{T}}")),
        .. Contents.SelectMany(content => new[] { ("题.txt", content), ("题.md", content) }),
    ];

    public static readonly string[] Answers =
    [
        """{"keys": [[1, "7"]]}""", """{"keys": [[-1, "7"], [1, ""]]}""", """{"keys": [[1e300, "7"]]}""", """{"keys": [[1, 7]]}""",
        """{"keys": [[]]}""", """{"keys": null}""", """{"keys": [null]}""", """{"keys": {"0": 1}}""", """{"keys": [[1, "\ud800"]]}""",
        $"{{\"keys\": [{string.Join(',', Enumerable.Range(0, 5000).Select(n => $"[{n}, \"7\"]"))}]}}",
        "", "null", "{", "[]", "\"a\"", "1", """{"revision": 1}""",
        """{"revision": -1, "value": "a"}""", """{"revision": 1, "value": null}""",
        """{"revision": 9223372036854775807, "value": "a"}""", """{"revision": 9223372036854775808, "value": "a"}""",
        """{"revision": 1.5, "value": "a"}""", """{"revision": "1", "value": ["a"]}""", """{"revision": 2, "value": {"a": "b"}}""",
        """{"revision": 3, "value": ["a", "a"]}""", """{"revision": 4, "value": {"0": 1}}""", """{"revision": 5, "value": "\ud800"}""",
        """{"revision": 6, "value": 1e400}""", """{"revision": 7, "value": "a", "ageMs": -1}""",
        """{"revision": 8, "value": "a", "ageMs": 9223372036854775807}""", """{"revision": 9, "value": "a", "ageMs": 1e300}""",
        """{"revision": 10, "revision": 11, "value": "b", "value": "c"}""", """{"visibleSeconds": 99999999999, "clause": -1}""",
        """{"visibleSeconds": -1, "clause": 1}""", """{"visibleSeconds": null, "clause": "x"}""", new string('[', 5000), "\uFEFF{}",
        """{"keys": [[400, "7"]]}""", """{"keys": [[400, "7"], [520, "E"], [519, "E"]]}""", """{"keys": []}""", """{"keys": null}""",
        """{"keys": [[-1, "7"]]}""", """{"keys": [[2147483647, "7"]]}""", """{"keys": [[2147483648, "7"]]}""", """{"keys": [[1.5, "7"]]}""",
        """{"keys": [[1, "77"]]}""", """{"keys": [[1, ""]]}""", """{"keys": [[1, "\ud842"]]}""", """{"keys": [[1, "中"], [1, "𠮷"]]}""",
        """{"keys": [[1]]}""", """{"keys": [[1, "7", "8"]]}""", """{"keys": [{"at": 1, "key": "7"}]}""", """{"keys": {"0": [1, "7"]}}""",
        $$"""{"keys": [{{string.Join(", ", Enumerable.Range(0, 10_000).Select(n => $"[{n * 30}, \"{n % 10}\"]"))}}]}""",
        $$"""{"keys": [{{string.Join(", ", Enumerable.Repeat("[1, \"E\"]", 10_001))}}]}""",
    ];

    /// <summary>What is sent as a file, whatever it is called.</summary>
    private static byte[][] Contents =>
    [
        [], [0], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x00, 0xD8], "PK\u0003\u0004"u8.ToArray(), "%PDF-1.7"u8.ToArray(), "GIF89a"u8.ToArray(),
        .. new[]
        {
            "1. 双击一次是一次。（ ）\n答案：对\n", "题干,A,B,答案\n哪个？,甲,乙,B\n", "工号,姓名,机构编号,岗位\nE0003,李闻钰,302,大堂经理\n",
            "// [id:own-1]\n哪个？{=甲 ~乙}\n", "哪个？{", "甲 {1:SA:=乙", "<quiz><question type=\"essay\">",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
            "{\"a\": [", "\"a\",\"b\n", ",,,,\n,,,,\n", "# 标题\n\n正文 [a](", "<p onclick=\"a()\">正文", "\0\0\0", "𠮷\uFE0F\u202E\n",
            new string('（', 20_000), new string('1', 50_000), string.Concat(Enumerable.Repeat("A. 甲\n", 5_000)), new string('>', 5_000),
        }.Select(text => Encoding.UTF8.GetBytes(text)),
    ];
}
