using Academy.Domain.Questions.Marking;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;

namespace Academy.Web.Pages.Quizzes.Examining;

/// <summary>A mark as it is written down on the screen.</summary>
public sealed class MarkForm
{
    /// <summary>Points of each criterion.</summary>
    public List<string?> Criteria { get; set; } = [];

    /// <summary>All in all, where the question has no criteria.</summary>
    public string? Points { get; set; }
    public string? Comment { get; set; }

    /// <summary>The mark that stood when the form was made.</summary>
    public long? Seen { get; set; }

    /// <summary>What stands, or what the machine suggests.</summary>
    public static MarkForm Of(Slot slot, Answer answer, Mark? standing) => new()
    {
        Criteria = [.. (standing?.Criteria ?? KeyPoints.Suggest(slot.Question, answer, slot.Worth)).Select(points => points.ToString())],
        Points = standing?.Points.ToString(),
        Comment = standing?.Comment,
        Seen = standing?.Id,
    };

    /// <summary>Null where something is no number of points.</summary>
    public GivenMark? Read(Slot slot)
    {
        if (slot.Question.Criteria.Count == 0) return PointsIn(Points) is { } all ? new GivenMark([], all, Remark, Seen) : null;

        var criteria = Criteria.Select(PointsIn).ToList();
        if (criteria.Contains(null)) return null;
        return new GivenMark([.. criteria.OfType<Points>()], criteria.Sum(given => given!.Value), Remark, Seen);
    }

    private string Remark => (Comment ?? "").ReplaceLineEndings("\n").Trim();

    private static Points? PointsIn(string? typed)
    {
        if (TypedNumber.Read(typed ?? "") is not { } number || Math.Abs(number) >= 1_000_000) return null;
        return decimal.Truncate(number * 100) == number * 100 ? Domain.Scoring.Points.Of(number) : null;
    }
}
