namespace Academy.Domain.Questions.Formats;

/// <summary>What is wrong with a question, before its place in the file is known.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">Quotes the question.</param>
/// <param name="Item">Which of its options, answers or pairs it is about, from 0.</param>
internal sealed record DraftProblem(ReadingProblem Kind, string Detail = "", int? Item = null);
