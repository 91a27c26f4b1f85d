using System.Globalization;
using System.Text;
using Academy.Domain.Scoring;

namespace Academy.Domain.Archives;

/// <summary>
/// JSON in one way only: fields in the order in which they are written, without spaces, nothing escaped but quotes, backslashes and
/// control characters, absent values left out. It rests on no library, so that the same document has the same digest for decades.
/// </summary>
internal sealed class CanonicalText
{
    private readonly StringBuilder text = new();
    private bool isFirst = true;

    public CanonicalText Open(char bracket)
    {
        text.Append(bracket);
        isFirst = true;
        return this;
    }

    public CanonicalText Close(char bracket)
    {
        text.Append(bracket);
        isFirst = false;
        return this;
    }

    /// <summary>The next element of a list, on a line of its own.</summary>
    public CanonicalText Element()
    {
        text.Append(isFirst ? "\n" : ",\n");
        isFirst = false;
        return this;
    }

    public CanonicalText Name(string name)
    {
        if (!isFirst) text.Append(',');
        isFirst = false;
        text.Append('"').Append(name).Append("\":");
        return this;
    }

    public CanonicalText Field(string name, string value)
    {
        if (value.Length == 0) return this;

        Name(name);
        return Quote(value);
    }

    public CanonicalText Field(string name, long? value)
    {
        if (value is not { } number) return this;

        Name(name);
        text.Append(CultureInfo.InvariantCulture, $"{number}");
        return this;
    }

    public CanonicalText Field(string name, bool? value)
    {
        if (value is not { } held) return this;

        Name(name);
        text.Append(held ? "true" : "false");
        return this;
    }

    /// <summary>In whole hundredths: no decimal can be written in two ways.</summary>
    public CanonicalText Field(string name, Points? value) => Field(name, value?.Hundredths);

    public CanonicalText Field(string name, DateOnly value) => Field(name, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public CanonicalText Field(string name, DateTimeOffset value) =>
        Field(name, value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    public override string ToString() => text.ToString();

    private CanonicalText Quote(string value)
    {
        text.Append('"');
        foreach (var sign in value)
        {
            if (sign is '"' or '\\') text.Append('\\').Append(sign);
            else if (sign < ' ') text.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}");
            else text.Append(sign);
        }

        text.Append('"');
        return this;
    }
}
