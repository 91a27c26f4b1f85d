using System.Text;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Written;

/// <summary>The words and marks for true and false.</summary>
internal static class VerdictWords
{
    /// <summary>True and false.</summary>
    public const int Sides = 2;

    private static readonly HashSet<string> True = ["正确", "对", "√", "✓", "✔", "☑", "T", "TRUE", "Y", "YES", "是", "真", "RIGHT", "CORRECT"];
    private static readonly HashSet<string> False =
    [
        "错误", "错", "×", "✗", "✘", "✕", "✖", "X", "F", "FALSE", "N", "NO", "否", "非", "假", "误", "不正确", "不对", "WRONG", "INCORRECT",
    ];

    public static bool? Of(string written) => written
        .Normalize(NormalizationForm.FormKC)
        .Trim(' ', '。', '.', ';', '；', '"')
        .ToUpperInvariant() switch
    {
        var word when True.Contains(word) => true,
        var word when False.Contains(word) => false,
        _ => null,
    };

    public static IReadOnlyList<Option> Options(bool isTrue) =>
        [new("true", "true", isTrue ? 100 : 0), new("false", "false", isTrue ? 0 : 100)];
}
