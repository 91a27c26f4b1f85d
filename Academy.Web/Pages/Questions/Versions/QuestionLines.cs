using System.Globalization;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Texts;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Versions;

/// <summary>One part of a question in words: what it is called, what it says, and how it is formatted.</summary>
public sealed record QuestionLine(string Name, string Text, string? Html = null)
{
    /// <summary>Whether it is one of a few words that are chosen from, which change as a whole.</summary>
    public bool IsChosen { get; init; }

    public IReadOnlyList<Change> ChangesTo(QuestionLine after) => IsChosen
        ? [new(ChangeKind.Deleted, Text), new(ChangeKind.Inserted, after.Text)]
        : Differences.Between(Text, after.Text);
}

/// <summary>What became of one part from one version to the next.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Changes">The text of both; all the same where only its format changed.</param>
public sealed record LineChange(string Name, IReadOnlyList<Change> Changes)
{
    public bool IsFormatOnly => Changes.All(change => change.Kind == ChangeKind.Same);
}

/// <summary>Puts the parts of a question into words, so that two versions can be compared.</summary>
public sealed class QuestionLines(IStringLocalizer<BanksTexts> words, IStringLocalizer<AskingTexts> kinds)
{
    public IReadOnlyList<LineChange> Changes(QuestionText before, QuestionText after)
    {
        var (old, now) = (Of(before).ToList(), Of(after).ToList());
        var names = now.Concat(old).Select(line => line.Name).Distinct();
        return
        [
            .. from name in names
               let was = old.Find(line => line.Name == name) ?? new QuestionLine(name, "")
               let stands = now.Find(line => line.Name == name) ?? new QuestionLine(name, "")
               where was != stands
               select new LineChange(name, was.ChangesTo(stands)),
        ];
    }

    private IEnumerable<QuestionLine> Of(QuestionText text, string of = "") =>
    [
        new(of + words["Type"], kinds[$"Type.{text.Type}"]) { IsChosen = true },
        new(of + words["Stem"], text.Stem.Plain, text.Stem.Html),
        .. text.Options.SelectMany((option, index) => Of(option, of + words["Line.Option", OptionKeys.LetterAt(index)])),
        .. text.Answers.Select((answer, index) => Of(answer, of + words["Line.Answer", index + 1])),
        .. text.Pairs.Select((pair, index) => new QuestionLine(
            of + words["Line.Pair", index + 1], $"{pair.Left.Plain} → {pair.Right.Plain}", pair.Left.Html + pair.Right.Html)),
        .. text.Gaps.SelectMany((gap, index) => Of(gap, of + words["Shown.Gap", index + 1])),
        .. text.Criteria.Select((criterion, index) => new QuestionLine(
            of + words["Line.Criterion", index + 1],
            $"{criterion.Text} {words["Points", Number(criterion.Points)]} {string.Join('、', criterion.Words)}")),
        .. text.Parts.SelectMany((part, index) => Of(part, $"{of}{words["Shown.Part", index + 1]} ")),
        new(of + words["Explanation"], text.Explanation.Plain, text.Explanation.Html),
        new(of + words["Clause"], text.Topic ?? ""),
        new(of + words["Difficulty"], words[$"Difficulty.{text.Difficulty}"]) { IsChosen = true },
        new(of + words["Line.Points"], text.Points is { } points ? Number(points) : ""),
        new(of + words["Line.Norm"], text.Norm ?? ""),
        new(of + words["Line.MatchesCase"], text.MatchesCase ? words["Yes"] : ""),
    ];

    private IEnumerable<QuestionLine> Of(Option option, string name)
    {
        var text = option.Key is "true" or "false" ? kinds[$"TrueFalse.{option.Key}"].Value : option.Text.Plain;
        yield return new QuestionLine(
            name, option.Weight == 0 ? text : $"{text} {words["Weight", Number(option.Weight)]}", option.Text.Html);
        if (option.Feedback is { IsEmpty: false } feedback)
            yield return new QuestionLine($"{name} {words["Line.Feedback"]}", feedback.Plain, feedback.Html);
    }

    private QuestionLine Of(TypedAnswer answer, string name)
    {
        var tolerance = answer.Tolerance is { } span ? $" ± {span}" : "";
        return new(name, $"{answer.Text}{tolerance} {words["Weight", Number(answer.Weight)]} {answer.Feedback?.Plain}".TrimEnd());
    }

    private IEnumerable<QuestionLine> Of(Gap gap, string name) =>
    [
        .. gap.Options.SelectMany((option, index) => Of(option, $"{name} {words["Line.Option", OptionKeys.LetterAt(index)]}")),
        .. gap.Answers.Select((answer, index) => Of(answer, $"{name} {words["Line.Answer", index + 1]}")),
    ];

    private static string Number(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
