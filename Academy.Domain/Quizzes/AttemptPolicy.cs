namespace Academy.Domain.Quizzes;

public enum AttemptRefusal { NotYetOpen, Closed, NoneLeft, TooFewQuestions }

/// <summary>Who may begin an attempt. Rules are read in order; the first objection stands.</summary>
public static class AttemptPolicy
{
    public static AttemptRefusal? Objection(Quiz quiz, int attemptsUsed, DateTimeOffset now) =>
        OutsideWindow(quiz, now) ?? NoneLeft(quiz, attemptsUsed);

    private static AttemptRefusal? OutsideWindow(Quiz quiz, DateTimeOffset now)
    {
        if (quiz.IsClosed(now)) return AttemptRefusal.Closed;
        return quiz.IsOpen(now) ? null : AttemptRefusal.NotYetOpen;
    }

    private static AttemptRefusal? NoneLeft(Quiz quiz, int attemptsUsed) =>
        attemptsUsed >= quiz.AttemptsAllowed ? AttemptRefusal.NoneLeft : null;
}
