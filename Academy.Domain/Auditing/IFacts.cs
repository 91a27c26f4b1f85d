namespace Academy.Domain.Auditing;

/// <summary>
/// What is to know of a thing before and after an act: each public property is a fact. The slice that the thing belongs to declares
/// it once, so that every path that changes the thing tells of it in the same words, and the screen has a word for each.
/// </summary>
public interface IFacts;
