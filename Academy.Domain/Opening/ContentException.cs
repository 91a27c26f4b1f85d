using Academy.Domain.Files;
using Academy.Domain.Learning;
using YamlDotNet.Core;

namespace Academy.Domain.Opening;

/// <summary>A file under <c>content/</c> that cannot be loaded: which, and what is wrong with it.</summary>
public sealed class ContentException(string file, string problem, Exception? cause = null)
    : OpeningException($"{file}: {problem}", cause)
{
    public string File => file;

    /// <summary>What showed up while a file was read, with its name; null when it is no problem of the file.</summary>
    internal static ContentException? Of(string file, Exception failure) => failure switch
    {
        YamlException yaml => new(file, $"line {yaml.Start.Line}: {yaml.InnerException?.Message ?? yaml.Message}", yaml),
        LessonException or DenseMarkdownException or FormatException or FileNotFoundException => new(file, failure.Message, failure),
        _ => null,
    };
}
