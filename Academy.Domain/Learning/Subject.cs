namespace Academy.Domain.Learning;

/// <summary>What an assignment asks for.</summary>
public enum SubjectKind { Course, Quiz }

/// <summary>A course or quiz that somebody may have to finish.</summary>
public readonly record struct Subject(SubjectKind Kind, long Id);
