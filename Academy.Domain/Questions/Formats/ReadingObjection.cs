namespace Academy.Domain.Questions.Formats;

/// <summary>What stands against taking a question, before its place in the file is known.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Detail">Quotes the question.</param>
/// <param name="Item">Which of its options, answers or pairs it is about, from 0.</param>
internal sealed record ReadingObjection(ReadingProblem Problem, string Detail = "", int? Item = null);
