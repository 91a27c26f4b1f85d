using Academy.Domain.Files;
using Academy.Domain.Files.Word;

namespace Academy.Domain.Questions.Formats.Word;

/// <summary>
/// Reads a .docx as a typed text: with the numbers that Word shows, its tables as sheets or as lines,
/// the pictures of its stems.
/// </summary>
public static class WordReader
{
    public static QuestionFile Read(byte[] content, CancellationToken ct = default)
    {
        var (package, refusal) = WordPackage.Look(new MemoryStream(content));
        if (refusal == UploadRefusal.Bomb) return QuestionFile.Refused(ReadingProblem.TooLarge);
        return package?.Read(withPictures: true, ct) is { } document
            ? new WordLines(ct).Read(document)
            : QuestionFile.Refused(ReadingProblem.Unreadable);
    }
}
