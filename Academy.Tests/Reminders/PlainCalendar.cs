namespace Academy.Tests.Reminders;

/// <summary>Reads iCalendar by the letter of RFC 5545, and complains of what is not so.</summary>
internal sealed class PlainCalendar
{
    public Dictionary<string, string> Own { get; } = [];

    public List<Dictionary<string, string>> Events { get; } = [];

    public static PlainCalendar Read(string text)
    {
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        var (calendar, inside) = (new PlainCalendar(), new Stack<string>());
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(colon > 0, line);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            switch (name)
            {
                case "BEGIN":
                    inside.Push(value);
                    if (value == "VEVENT") calendar.Events.Add([]);
                    break;
                case "END":
                    Assert.Equal(inside.Pop(), value);
                    break;
                default:
                    (inside.Peek() == "VEVENT" ? calendar.Events[^1] : calendar.Own).Add(name.Split(';')[0], Unescaped(value));
                    break;
            }
        }

        Assert.Empty(inside);
        return calendar;
    }

    private static string Unescaped(string value) => value
        .Replace(@"\n", "\n", StringComparison.OrdinalIgnoreCase)
        .Replace(@"\,", ",", StringComparison.Ordinal)
        .Replace(@"\;", ";", StringComparison.Ordinal)
        .Replace(@"\\", @"\", StringComparison.Ordinal);
}
