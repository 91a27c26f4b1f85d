using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Auditing;

/// <summary>
/// Says who was faster: who changed a thing after somebody had opened it, and what they made of it. Whoever has read that may put
/// their own in its place.
/// </summary>
public sealed class LastActs(AcademyDb db, AuditWords audit, Wording say, IStringLocalizer<AuditingTexts> words)
{
    private const int Longest = 200;
    private const int MostTold = 3;

    /// <summary>How far the trail goes now. A form carries it, so that all that came after can be told.</summary>
    public async Task<string> LineAsync(CancellationToken ct) =>
        (await db.LastLineAsync(ct)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Why a form was not saved: what has been done about the thing since.</summary>
    /// <param name="changes">The acts that the form can have met.</param>
    /// <param name="key">What the trail finds the thing by.</param>
    /// <param name="since">How far the trail went when the form was shown; the last change alone is told where nobody says.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<string> SayAsync(Changes changes, string key, string? since, CancellationToken ct) =>
        await TellAsync(changes, key, since, ct) is { } told ? words["Meanwhile.By", told] : words["Meanwhile"];

    /// <summary>Who did what about a thing when since then, the latest first; null when the trail knows of nobody.</summary>
    public Task<string?> TellAsync(Changes changes, string key, string? since, CancellationToken ct) =>
        TellAsync(db.ChangeLines(changes, key), since, audit.ActOf, ct);

    /// <summary>The same of lines about several things, each with its name.</summary>
    public Task<string?> TellAsync(IQueryable<AuditEntry> lines, string? since, CancellationToken ct) =>
        TellAsync(lines, since, line => words["Meanwhile.Named", audit.ActOf(line), line.SubjectName], ct);

    private async Task<string?> TellAsync(
        IQueryable<AuditEntry> lines, string? since, Func<AuditEntry, string> actOf, CancellationToken ct)
    {
        var isKnown = long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var line);
        var (told, more) = await lines.LatestAsync(line, isKnown ? MostTold : 1, ct);
        if (told.Count == 0) return null;

        var all = string.Join(words["Made.And"], told.Select(entry => WordsOf(entry, actOf(entry))));
        return isKnown && more > 0 ? words["Meanwhile.More", all, Count.Of(more)] : all;
    }

    private string WordsOf(AuditEntry line, string act)
    {
        var who = line.ActorName.Length > 0 ? line.ActorName : words["Program"].Value;
        var from = words[$"Fact.{nameof(Actor.Address)}"].Value;
        var changes = audit.ChangesOf(line).Where(change => change.After.Length > 0 && change.Fact != from);
        var made = string.Join(words["Made.And"], changes.Select(change => words["Made", change.Fact, change.After].Value));
        return made.Length == 0
            ? words["Meanwhile.Act", who, say.DayAndTime(line.At), act]
            : words["Meanwhile.Made", who, say.DayAndTime(line.At), act, Wording.Shortened(made, Longest)];
    }
}
