using System.Diagnostics.CodeAnalysis;
using Academy.Domain.Auditing;
using Academy.Domain.People;

namespace Academy.Domain.Quizzes;

/// <summary>What the trail tells of a quiz: all its terms, and its paper in short.</summary>
internal sealed record QuizFacts : QuizTerms, IFacts
{
    [SetsRequiredMembers]
    private QuizFacts(QuizTerms terms, Blueprint blueprint, IReadOnlyDictionary<string, string> titles) : base(terms)
    {
        Questions = blueprint.Count;
        Worth = blueprint.Worth.ToString();
        Sections = [.. blueprint.Sections.Select(section => Said(section, titles))];
    }

    public int Questions { get; }
    public string Worth { get; }
    public IReadOnlyList<string> Sections { get; }

    /// <param name="quiz">The quiz.</param>
    /// <param name="titles">What people call the banks that it draws from, by their slugs.</param>
    public static QuizFacts Of(Quiz quiz, IReadOnlyDictionary<string, string> titles) => new(quiz.Terms, quiz.Blueprint, titles);

    private static string Said(Section section, IReadOnlyDictionary<string, string> titles)
    {
        var from = section.IsFixed ? section.Questions : section.Banks.Select(slug => titles.GetValueOrDefault(slug, slug));
        return $"{section.Type} {section.Count} x {section.PointsEach}: {string.Join(' ', from)}";
    }
}

/// <summary>Who marks.</summary>
internal sealed record MarkerFacts(string Trainer) : IFacts
{
    public static MarkerFacts Of(Employee trainer) => new($"{trainer.UserName} {trainer.Name}");
}

/// <summary>When employees may begin.</summary>
internal sealed record QuizWindowFacts(DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt) : IFacts
{
    public static QuizWindowFacts Of(Quiz quiz) => new(quiz.Terms.OpensAt, quiz.Terms.ClosesAt);
}
