using System.Globalization;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Learning;
using Academy.Domain.Letters;

namespace Academy.Domain.Assignments;

/// <summary>The letter of a day to those who have not finished something.</summary>
public sealed class Nudge(SubjectShelf shelf, Subject subject, string slug, string title, DateOnly day)
{
    /// <summary>Nobody gets two with the same.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{shelf.KeyOf(slug)}:{day:yyyy-MM-dd}");

    public Letter To(long recipientId, DateOnly due, long? senderId, DateTimeOffset now) => new(
        recipientId,
        LetterKind.Nudge,
        Key,
        shelf.AddressOf(subject, slug),
        new Dictionary<string, string>
        {
            ["kind"] = subject.Kind.ToString(),
            ["title"] = title,
            ["due"] = due.ToString("O", CultureInfo.InvariantCulture),
        },
        senderId,
        now);

    /// <summary>The key of the subject that a nudge with this key is about.</summary>
    public static string SubjectIn(string key) => key[..key.LastIndexOf(':')];
}
