namespace Academy.Domain.Questions.Formats;

/// <summary>What stands against taking a question, before its place in the file is known.</summary>
internal sealed record ReadingObjection(ReadingProblem Problem, string Detail = "");
