using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Auditing;

/// <summary>One fact that an act changed.</summary>
public sealed record Change(string Fact, string Before, string After);

/// <summary>
/// Says what the trail holds in the language of the screen, instants in bank time. A fact that nobody has put into words is shown as
/// it is kept.
/// </summary>
public sealed partial class AuditWords(Wording say, IStringLocalizer<AuditingTexts> words, IStringLocalizer<AskingTexts> kinds)
{
    private const string Between = ", ";

    /// <summary>What only older lines hold and nobody can read.</summary>
    private static readonly string[] Internal = ["Path"];

    /// <summary>The facts that the slices write, and those that only older lines hold.</summary>
    public static readonly IReadOnlySet<string> Facts =
        Domain.Auditing.Facts.Names.Union(["Disabled", "English", "Number", "Pinyin", "Subject"]).ToHashSet();

    /// <summary>The names of states and of roles among the values, now and before.</summary>
    public static readonly IReadOnlySet<string> Values =
        Domain.Auditing.Facts.States.Union(["Course", "Quiz", Caller.CommandLine]).Union(Roles.All).ToHashSet();

    /// <summary>What an export says of its scope, as the address of the file said it.</summary>
    public static readonly IReadOnlyList<string> Said =
        ["at", "unit", "edition", "format", "key", "print", "xlsx", "act", "subject", "q", "who", "from", "to"];

    public string ActOf(AuditEntry entry) => words[$"Act.{entry.Act}"];

    public string SubjectOf(AuditEntry entry) => words[$"Subject.{entry.Subject}"];

    /// <summary>What people know the thing by; the trail itself has no number.</summary>
    public string KeyOf(AuditEntry entry) => entry.Act == AuditingTrail.TrailExported ? "" : entry.SubjectKey;

    public string ActorOf(AuditEntry entry) => entry.ActorNumber.Length == 0 ? words["Program"] : $"{entry.ActorName} {entry.ActorNumber}";

    public IReadOnlyList<Change> ChangesOf(AuditEntry entry) =>
        [.. entry.Before.Keys
            .Union(entry.After.Keys)
            .Except(Internal)
            .Select(fact => new Change(FactOf(entry, fact), ValueIn(entry.Before, fact), ValueIn(entry.After, fact)))];

    /// <summary>As the form calls it where it is filled in.</summary>
    private string FactOf(AuditEntry entry, string fact)
    {
        if (!Facts.Contains(fact)) return fact;
        return entry.Subject == PeopleTrail.Person && fact == "Name" ? words["Fact.Name.Person"] : words[$"Fact.{fact}"];
    }

    private string ValueIn(IReadOnlyDictionary<string, string?> facts, string fact) => facts.GetValueOrDefault(fact) switch
    {
        null or "" => "",
        var value when fact == nameof(ExportFacts.Filter) => string.Join(words["Made.List"], value.Split(' ').Select(ScopeOf)),
        var value when value.Split(Between) is var values && values.All(Values.Contains) =>
            string.Join(words["Made.List"], values.Select(one => words[$"Value.{one}"].Value)),
        var value when DateTimeOffset.TryParseExact(
            value, Domain.Auditing.Facts.InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) =>
            say.DateAndTime(instant),
        var value when TimeSpan.TryParseExact(
            value, [.. Domain.Auditing.Facts.LengthFormats], CultureInfo.InvariantCulture, out var length) => say.Length(length),
        var value => Section().Replace(value, WordsOfSection),
    };

    private string ScopeOf(string part)
    {
        var (name, value) = part.Split('=', 2) is [var key, var given] ? (key, given) : (part, "");
        if (!Said.Contains(name)) return part;

        var isKnown = name == "act" && Act.TryParse(value, out _);
        return words[$"Said.{name}", isKnown ? words[$"Act.{value}"].Value : value];
    }

    /// <summary>A section of a quiz as the trail keeps it: its type, how many questions for how many points each, and from where.</summary>
    private string WordsOfSection(Match section) => kinds[$"Type.{section.Groups["type"].Value}"] is { ResourceNotFound: false } type
        ? words["Section", type.Value, section.Groups["count"].Value, section.Groups["points"].Value]
        : section.Value;

    [GeneratedRegex(@"(?<=^|, )(?<type>[A-Z][A-Za-z]+) (?<count>\d+) x (?<points>[\d.]+): ")]
    private static partial Regex Section();
}
