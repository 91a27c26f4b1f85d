namespace Academy.Domain.Quizzes;

public enum AttemptRefusal { NotYetOpen, Closed, NoneLeft, TooFewQuestions }

/// <summary>Who may begin an attempt. Rules are read in order; the first refusal stands.</summary>
public static class AttemptPolicy
{
    public static AttemptRefusal? Refusal(QuizTerms terms, int attemptsUsed, DateTimeOffset now) =>
        OutsideWindow(terms, now) ?? NoneLeft(terms, attemptsUsed);

    private static AttemptRefusal? OutsideWindow(QuizTerms terms, DateTimeOffset now)
    {
        if (terms.IsClosed(now)) return AttemptRefusal.Closed;
        return terms.IsOpen(now) ? null : AttemptRefusal.NotYetOpen;
    }

    private static AttemptRefusal? NoneLeft(QuizTerms terms, int attemptsUsed) =>
        attemptsUsed >= terms.AttemptsAllowed ? AttemptRefusal.NoneLeft : null;
}
