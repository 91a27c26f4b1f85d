using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Sheets;

namespace Academy.Domain.Questions.Imports;

/// <summary>
/// A file of questions on its way into a bank: read and shown, mended, then taken whole. Until then
/// nothing of it is in the bank.
/// </summary>
public sealed class QuestionImport
{
    private QuestionImport() { }

    public QuestionImport(
        long bankId,
        string fileName,
        string digest,
        QuestionFormat format,
        IReadOnlyList<ReadingMessage> remarks,
        long startedById,
        DateTimeOffset now)
    {
        BankId = bankId;
        FileName = fileName;
        Digest = digest;
        Format = format;
        Remarks = remarks;
        StartedById = startedById;
        StartedAt = now;
    }

    public long Id { get; private set; }
    public long BankId { get; private set; }
    public Bank Bank { get; private set; } = null!;
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the file, which the vault keeps.</summary>
    public string Digest { get; private set; } = "";

    public QuestionFormat Format { get; private set; }

    /// <summary>What is worth knowing of questions that can be taken, and what stands against sheets of the file.</summary>
    public IReadOnlyList<ReadingMessage> Remarks { get; private set; } = [];

    /// <summary>What the trainer decided on the columns of the file's sheets, by their names; null where their heads said it.</summary>
    public IReadOnlyDictionary<string, SheetMapping>? Mappings { get; init; }

    public long StartedById { get; private set; }
    public Employee StartedBy { get; private set; } = null!;
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? AppliedAt { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>How often somebody has decided on its rows.</summary>
    public int Revision { get; private set; }

    /// <summary>Who did so last, and when.</summary>
    public long? DecidedById { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Whether the search has followed what it brought or took back.</summary>
    public bool IsIndexed { get; private set; }

    public ICollection<ImportRow> Rows { get; } = [];

    /// <summary>What keeps sheets of the file from being read by their heads.</summary>
    public IEnumerable<ReadingMessage> HeadProblems => Remarks.Where(remark => remark.IsOfHeads);

    public bool IsOpen => AppliedAt is null;

    /// <summary>Why nothing of it can be changed or taken any more.</summary>
    public ImportRefusal? Refusal => (AppliedAt, UndoneAt) switch
    {
        (null, _) => null,
        (_, null) => ImportRefusal.AppliedBefore,
        _ => ImportRefusal.UndoneBefore,
    };

    /// <summary>Whether the other is the same file, read in the same way for the same bank by the same trainer.</summary>
    internal bool IsSameReadingAs(QuestionImport other) =>
        (BankId, Digest, Format, StartedById) == (other.BankId, other.Digest, other.Format, other.StartedById)
        && JsonColumns.TextOf(Mappings) == JsonColumns.TextOf(other.Mappings);

    internal void Decide(long? by, DateTimeOffset now) => (Revision, DecidedById, DecidedAt) = (Revision + 1, by, now);

    internal void Apply(DateTimeOffset now) => (AppliedAt, IsIndexed) = (now, false);

    internal void Undo(DateTimeOffset now) => (UndoneAt, IsIndexed) = (now, false);

    internal void EndIndexing() => IsIndexed = true;
}
