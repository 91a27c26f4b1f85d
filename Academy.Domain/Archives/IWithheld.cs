using Academy.Domain.Data;

namespace Academy.Domain.Archives;

/// <summary>What is recorded already and is not to be shown yet.</summary>
public interface IWithheld
{
    /// <summary>The subjects of which no line is shown now.</summary>
    Task<List<string>> SubjectsAsync(AcademyDb db, DateTimeOffset now, CancellationToken ct) => Task.FromResult<List<string>>([]);

    /// <summary>The sources whose lines nobody sees now but who they are about.</summary>
    Task<List<string>> SourcesOfOthersAsync(AcademyDb db, DateTimeOffset now, CancellationToken ct) => Task.FromResult<List<string>>([]);
}
