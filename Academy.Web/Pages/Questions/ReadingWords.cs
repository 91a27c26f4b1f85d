using System.Globalization;
using System.Resources;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Web.Texts;

namespace Academy.Web.Pages.Questions;

/// <summary>The words for what files of questions hold wrong, and for what a format cannot hold of them.</summary>
public static class ReadingWords
{
    private static readonly ResourceManager Texts = new(typeof(QuestionsTexts));

    public static string Of(ReadingProblem problem, CultureInfo language) => Find($"Problem.{problem}", language);

    /// <summary>A message in one line, with what it quotes of the file.</summary>
    public static string Of(ReadingMessage message, CultureInfo language) =>
        message.Detail.Length > 0 ? $"{Of(message.Problem, language)}: {message.Detail}" : Of(message.Problem, language);

    public static string Of(WritingLoss loss, CultureInfo language) => Find($"Loss.{loss}", language);

    private static string Find(string key, CultureInfo language) =>
        Texts.GetString(key, language) ?? throw new ArgumentOutOfRangeException(nameof(key), key, null);
}
