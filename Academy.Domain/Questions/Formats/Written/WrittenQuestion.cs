namespace Academy.Domain.Questions.Formats.Written;

/// <summary>A question as a trainer wrote it: its parts are found, but nothing is understood yet.</summary>
internal sealed record WrittenQuestion
{
    /// <summary>What the file says it is; null where that follows from its options and key.</summary>
    public WrittenType? Type { get; init; }
    public string Stem { get; init; } = "";

    /// <summary>In the order of their letters.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
    public string Key { get; init; } = "";

    /// <summary>Whether keys count options from 1 rather than by letters.</summary>
    public bool CountsOptions { get; init; }

    /// <summary>Whether somebody can mark an answer without a key.</summary>
    public bool NeedsNoKey { get; init; }
    public string Explanation { get; init; } = "";
    public decimal? Points { get; init; }
}

internal enum WrittenPart { Whole, Type, Stem, Options, Key }

/// <summary>Why a written question cannot be taken, and which part of it says so.</summary>
internal sealed record WrittenProblem(ReadingProblem Kind, string Detail, WrittenPart Part, int Option = 0);
