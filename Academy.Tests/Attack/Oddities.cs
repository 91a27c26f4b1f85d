namespace Academy.Tests.Attack;

/// <summary>What no page sends, and somebody may send all the same: values, names of fields, parts of addresses, answers.</summary>
internal static class Oddities
{
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
        "Terms.OpensAt", "rows[0].Position", "Sheets[0].Columns[0].Key", "slot-1", "revision-1", "Question.Stem", "__Invariant", "",
    ];

    /// <summary>Ends of addresses in place of a part of a good one, escaped as they are sent.</summary>
    public static readonly string[] Segments =
    [
        "0", "-1", "999999999", "9223372036854775808", "a", "..", "%2e%2e", "%2F", "%5C", "%00", "%E4%B8%AD", "%F0%9F%92%A5",
        "%ff", "a%0d%0ab", "1;x", "'", "con", new string('a', 3000),
    ];

    public static readonly string[] Answers =
    [
        "", "null", "{", "[]", "\"a\"", "1", """{"revision": 1}""",
        """{"revision": -1, "value": "a"}""", """{"revision": 1, "value": null}""",
        """{"revision": 9223372036854775807, "value": "a"}""", """{"revision": 9223372036854775808, "value": "a"}""",
        """{"revision": 1.5, "value": "a"}""", """{"revision": "1", "value": ["a"]}""", """{"revision": 2, "value": {"a": "b"}}""",
        """{"revision": 3, "value": ["a", "a"]}""", """{"revision": 4, "value": {"0": 1}}""", """{"revision": 5, "value": "\ud800"}""",
        """{"revision": 6, "value": 1e400}""", """{"revision": 7, "value": "a", "ageMs": -1}""",
        """{"revision": 8, "value": "a", "ageMs": 9223372036854775807}""", """{"revision": 9, "value": "a", "ageMs": 1e300}""",
        """{"revision": 10, "revision": 11, "value": "b", "value": "c"}""", """{"visibleSeconds": 99999999999, "clause": -1}""",
        """{"visibleSeconds": -1, "clause": 1}""", """{"visibleSeconds": null, "clause": "x"}""", new string('[', 5000), "\uFEFF{}",
    ];
}
