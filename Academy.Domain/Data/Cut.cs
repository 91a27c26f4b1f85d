namespace Academy.Domain.Data;

/// <summary>Cuts a text to a length, and never a character in two.</summary>
public static class Cut
{
    /// <summary>Its beginning, of so many characters at the most.</summary>
    public static string Start(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Its end, of so many characters at the most.</summary>
    public static string End(string text, int most) =>
        text.Length <= most ? text : text[^(char.IsLowSurrogate(text[^most]) ? most - 1 : most)..];
}
