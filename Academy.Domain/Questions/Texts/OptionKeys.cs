namespace Academy.Domain.Questions.Texts;

/// <summary>What options are called by: a, b, … z, aa, ab, …</summary>
public static class OptionKeys
{
    public const int Letters = 26;

    public static string At(int index) =>
        index < Letters ? $"{(char)('a' + index)}" : At((index / Letters) - 1) + At(index % Letters);

    /// <summary>As people see it: A, B, …</summary>
    public static string LetterAt(int index) => At(index).ToUpperInvariant();
}
