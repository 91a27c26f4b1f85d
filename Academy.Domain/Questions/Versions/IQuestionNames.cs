namespace Academy.Domain.Questions.Versions;

/// <summary>Who names questions by their keys, wherever they lie.</summary>
public interface IQuestionNames
{
    /// <summary>By the keys of the questions that are named where everybody may be asked them, the title of what names them.</summary>
    Task<IReadOnlyDictionary<string, string>> InForceAsync(CancellationToken ct);
}
