namespace Academy.Domain.Questions.Imports;

/// <summary>Knows what stands on questions beyond their bank. It is asked within the turn that would take them away.</summary>
public interface IImportUses
{
    /// <summary>Whether anything stands on a question that the import brought.</summary>
    Task<bool> AreThereAsync(long importId, CancellationToken ct);
}
