using System.Text.Json;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening;

/// <summary>What the papers of one quiz are drawn from, with the texts: for whoever takes it many times over.</summary>
internal sealed record RehearsedSupply(Supply Supply, IReadOnlyDictionary<long, QuestionVersion> Versions)
{
    public static async Task<RehearsedSupply> LoadAsync(
        AcademyDb db, IQueryable<QuestionVersion> versions, Quiz quiz, CancellationToken ct)
    {
        var supply = await db.SupplyAsync(quiz.Blueprint, quiz.Terms.MarkingScheme, ct);
        var ids = supply.All.Select(candidate => candidate.VersionId).Distinct().ToList();
        return new RehearsedSupply(supply, await versions.Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, ct));
    }
}

/// <summary>An attempt of the past, taken by the same rules as a real one, with a given share of right answers.</summary>
internal sealed class RehearsedSitting(Quiz quiz, RehearsedSupply supply, Random random)
{
    /// <summary>Whether the quiz asks for choices only; nothing else is rehearsed.</summary>
    public static bool CanTake(Quiz quiz) => quiz.Blueprint.Sections.All(section =>
        section.Type is QuestionType.SingleChoice or QuestionType.MultipleChoice or QuestionType.TrueFalse);

    /// <summary>Takes the quiz; without a time it is left open until the server hands it in.</summary>
    public Attempt Take(Employee employee, int number, DateTimeOffset started, TimeSpan? taken, double share)
    {
        var paper = quiz.Blueprint.LayOut(quiz.Blueprint.Draw(supply.Supply, random)!, supply.Versions, random);
        var workplace = new Workplace(employee.BranchId, employee.PositionId);
        var attempt = new Attempt(quiz, employee.Id, workplace, number, paper, Invigilator.NewReceipt(), started);
        var duration = taken is { } time && started + time < attempt.DueAt ? time : attempt.DueAt - started;
        var right = RightSlots(paper, share);
        foreach (var slot in paper)
        {
            var at = started + (duration * slot.Number / (paper.Count + 1));
            attempt.Take(new SentAnswer(0, slot.Number, 1, Choose(slot, right.Contains(slot.Number)), TimeSpan.Zero, at), at);
        }

        attempt.Submit(started + duration);
        return attempt;
    }

    private HashSet<int> RightSlots(IReadOnlyList<Slot> paper, double share)
    {
        var numbers = paper.Select(s => s.Number).ToArray();
        random.Shuffle(numbers);
        return [.. numbers.Take((int)Math.Round(paper.Count * share))];
    }

    private string Choose(Slot slot, bool rightly)
    {
        var question = slot.Question;
        var right = question.Options.Where(o => o.IsRight).Select(o => o.Key).ToList();
        if (question.Type == QuestionType.MultipleChoice) return JsonSerializer.Serialize(rightly ? right : right.Take(right.Count - 1));

        var wrong = question.Options.Where(o => !o.IsRight).Select(o => o.Key).ToList();
        return JsonSerializer.Serialize(rightly ? right[0] : wrong[random.Next(wrong.Count)]);
    }
}
