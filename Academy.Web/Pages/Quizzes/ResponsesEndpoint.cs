using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Questions.Asking;
using Academy.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes;

/// <summary>One answer as the page sends it.</summary>
/// <param name="Revision">The page's count of changes to this slot, from 1; the highest one stands.</param>
/// <param name="Value">
/// A string, an array of strings, or an object of strings by input name, as the type of the question has it; null to clear. What is
/// chosen is named by the value of its input.
/// </param>
/// <param name="AgeMs">Milliseconds since it was entered, by the page's monotonic clock.</param>
public sealed record ResponseInput(
    [property: JsonRequired] int Revision, [property: JsonRequired] JsonElement Value, double AgeMs = 0);

public sealed record SavedResponse(int Revision, DateTimeOffset SavedAt, int RemainingSeconds);

/// <summary>Why an answer was not taken, and what is stored instead.</summary>
public sealed record StoredResponse(int Revision, JsonNode? Value, string Reason);

/// <summary>Saves answers while an attempt runs.</summary>
public static class ResponsesEndpoint
{
    public const int HighestRevision = 1_000_000;

    public static void MapResponses(this IEndpointRouteBuilder app) =>
        app.MapPut("/api/attempts/{attemptId:long}/responses/{slot:int}", SaveAsync)
            .RequireAuthorization(policy => policy.RequireRole(Roles.Employee))
            .ValidateAntiforgery();

    private static async Task<Results<Ok<SavedResponse>, NotFound, BadRequest, Conflict<StoredResponse>>> SaveAsync(
        long attemptId, int slot, ResponseInput response, AcademyDb db, Scribe scribe, ClaimsPrincipal user, TimeProvider clock,
        CancellationToken ct)
    {
        var receivedAt = clock.GetUtcNow();
        if (await FindQuestionAsync(db, user.Id, attemptId, slot, ct) is not { } asked) return TypedResults.NotFound();
        if (response.Revision is < 1 or > HighestRevision) return TypedResults.BadRequest();
        if (AnswerInputs.Read(asked, response.Value) is not { } answer) return TypedResults.BadRequest();

        var sent = new SentAnswer(attemptId, slot, response.Revision, answer.Value, Age(response.AgeMs), receivedAt);
        var outcome = await scribe.WriteAsync(sent, ct);
        if (outcome.Refusal is { } refusal)
        {
            var stored = AnswerInputs.ValueOf(asked with { Stored = outcome.Value });
            return TypedResults.Conflict(new StoredResponse(outcome.Revision, stored, ReasonOf(refusal)));
        }

        var left = RemainingSeconds(outcome.DueAt - clock.GetUtcNow());
        return TypedResults.Ok(new SavedResponse(outcome.Revision, outcome.SavedAt!.Value, left));
    }

    private static async Task<AskedQuestion?> FindQuestionAsync(
        AcademyDb db, long employeeId, long attemptId, int slot, CancellationToken ct)
    {
        var slots = db.Slots;
        var found = await db.Attempts.Of(employeeId).Where(a => a.Id == attemptId)
            .Join(slots, a => a.Id, s => s.AttemptId, (a, s) => new { Slot = s, a.MarkingScheme }).Where(at => at.Slot.Number == slot)
            .Select(at => new { at.Slot.Version.Text, at.Slot.Part, at.Slot.OptionOrder, at.Slot.Worth, at.MarkingScheme })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new AskedQuestion(slot, found.Text.At(found.Part), found.OptionOrder, found.Worth, found.MarkingScheme);
    }

    private static TimeSpan Age(double milliseconds) =>
        TimeSpan.FromMilliseconds(Math.Clamp(double.IsNaN(milliseconds) ? 0 : milliseconds, 0, 86_400_000));

    private static int RemainingSeconds(TimeSpan left) => (int)Math.Max(0, Math.Floor(left.TotalSeconds));

    private static string ReasonOf(AnswerRefusal refusal) => JsonNamingPolicy.KebabCaseLower.ConvertName(refusal.ToString());
}
