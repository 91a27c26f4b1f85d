using System.Globalization;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Scoring;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>Says what drills are called and what came of them.</summary>
public sealed class DrillWords(IStringLocalizer<DrillsTexts> words)
{
    private const int NamedLevels = 3;

    public static string Icon(Discipline discipline) => discipline.Kind switch
    {
        DrillKind.Slips => "file",
        DrillKind.Keypad => "keyboard",
        DrillKind.Counting => "list",
        DrillKind.Service => "users",
        DrillKind.Knowledge => "clipboard-check",
        _ => "pencil",
    };

    public string Name(Discipline discipline) => words[$"Drill.{discipline.Mode}"];

    /// <summary>What an event is called: with the title of its quiz, by which it differs from others.</summary>
    public string Name(Event held) => held.Rules is { } quiz ? words["Drill.Quiz.Of", quiz.Title] : Name(held.Drill);

    /// <summary>What is counted, in one line under the name.</summary>
    public string Rule(Discipline discipline) => words[$"Drill.{discipline.Mode}.Rule", discipline.Length.TotalMinutes];

    /// <summary>A score with its unit: 22 题, 2 分 31.4 秒, 312.4 键 / 分, 86.2 字 / 分.</summary>
    public string Score(Discipline discipline, int score) => discipline.Mode switch
    {
        DrillMode.Sums => words["Score.Sums", Count.Of(score)],
        DrillMode.Hundred => Time(score),
        DrillMode.Lines => words["Score.Lines", PerMinute(discipline, score)],
        DrillMode.Text => words["Score.Text", PerMinute(discipline, score)],
        _ => words[discipline.Kind == DrillKind.Counting ? "Score.Notes" : "Score.Points", JudgedFigure(discipline, score)],
    };

    /// <summary>The time of a paper where it decides between equal points; null where mistakes decide.</summary>
    public static string? TimeUsed(Discipline discipline, int seconds)
    {
        if (!discipline.IsKnowledge) return null;
        return seconds == 0 ? "—" : Moment(seconds * 1_000);
    }

    /// <summary>A score alone, as a figure.</summary>
    public string Figure(Discipline discipline, int score) => discipline.Mode switch
    {
        DrillMode.Sums => score.ToString(CultureInfo.InvariantCulture),
        DrillMode.Hundred => string.Create(CultureInfo.InvariantCulture, $"{score / 60_000}′{score % 60_000 / 1_000m:00.0}″"),
        DrillMode.Lines or DrillMode.Text => PerMinute(discipline, score),
        _ => JudgedFigure(discipline, score),
    };

    /// <summary>What stands behind the figure; a time says it itself.</summary>
    public string Unit(Discipline discipline) => discipline.IsRace ? "" : words[$"Unit.{discipline.Mode}"];

    /// <summary>What a figure that somebody aims at is counted in.</summary>
    public string FigureUnit(Discipline discipline) => words[$"Unit.{discipline.Mode}"];

    /// <summary>一级, 二级; a bank may have more of them than there are words.</summary>
    public string Level(int number) => number <= NamedLevels ? words[$"Level.{number}"] : words["Level.Other", number];

    /// <summary>The row of a slip, （三）, or the kind of a line.</summary>
    public string Row(DrillKind kind, int row) => words[kind == DrillKind.Slips ? $"Row.{row}" : $"Line.{(LineKind)(row - 1)}"];

    /// <summary>The same in a sentence: 第（三）行.</summary>
    public string Place(DrillKind kind, int row) => kind == DrillKind.Slips ? words["Row.InSentence", Row(kind, row)] : Row(kind, row);

    /// <summary>What comes more often, and why.</summary>
    public string Spot(DrillKind kind, WeakSpot spot) => spot.Kind switch
    {
        SpotKind.Character => words["Spot.Character", spot.What, Count.Of(spot.Cost), Count.Of(spot.Others)],
        SpotKind.Turn => words[
            "Spot.Turn", FirstOf(spot), FirstOf(spot) + Emphasis.PagesOfTurn - 1, Tenths(spot.Cost, 1_000), Tenths(spot.Others, 1_000)],
        _ => words[$"Spot.{spot.Kind}", NameOf(kind, spot), Tenths(spot.Cost, 10), Tenths(spot.Others, 10)],
    };

    /// <summary>What a score lacks to another: 还差 4 题, 再快 6.0 秒; nothing where it is as good.</summary>
    public string Gap(Discipline discipline, int score, int wanted) => discipline.Mode switch
    {
        DrillMode.Hundred => words["Gap.Time", (Math.Max(0, score - wanted) / 1_000m).ToString("0.0", CultureInfo.InvariantCulture)],
        _ => words["Gap.More", Score(discipline, Math.Max(0, wanted - score))],
    };

    /// <summary>What is missing to the result of somebody ahead: with the same score, fewer errors.</summary>
    public string Gap(Discipline discipline, BoardEntry own, BoardEntry ahead) => own.Score == ahead.Score
        ? words["Gap.Wrong", Count.Of(own.Wrong - ahead.Wrong)]
        : Gap(discipline, own.Score, ahead.Score);

    /// <summary>A mean of scores with its unit.</summary>
    public string Mean(Discipline discipline, Points mean) => discipline.Mode switch
    {
        DrillMode.Sums => words["Score.MeanSums", mean.Value.ToString("0.0", CultureInfo.InvariantCulture)],
        DrillMode.Hundred => Time((int)mean.Value),
        DrillMode.Lines => words["Score.Lines", PerMinute(discipline, mean.Value)],
        DrillMode.Text => words["Score.Text", PerMinute(discipline, mean.Value)],
        _ => words[discipline.Kind == DrillKind.Counting ? "Score.Notes" : "Score.Points", JudgedFigure(discipline, mean.Value)],
    };

    public string Time(int milliseconds) =>
        words["Score.Time", milliseconds / 60_000, (milliseconds % 60_000 / 1_000m).ToString("0.0", CultureInfo.InvariantCulture)];

    /// <summary>A moment of a run, 7:05.</summary>
    public static string Moment(int milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 60_000}:{milliseconds / 1_000 % 60:00}");

    /// <summary>Why a run should be looked at, with where and how much.</summary>
    public string Doubt(Doubt doubt)
    {
        var seconds = (doubt.Extent / 1_000m).ToString("0.0", CultureInfo.InvariantCulture);
        return words[$"Doubt.{doubt.Reason}", Moment(doubt.At), doubt.IsOfClock ? seconds : Count.Of(doubt.Extent)];
    }

    /// <summary>97.4%; what is not all is not shown as all.</summary>
    public static string Percent(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 1_000) / 10:0.0}%");

    private string NameOf(DrillKind kind, WeakSpot spot) => spot.Kind switch
    {
        SpotKind.Place => words[$"Place.{spot.What}"],
        SpotKind.Row => Place(kind, int.Parse(spot.What, CultureInfo.InvariantCulture)),
        _ => spot.What,
    };

    private static int FirstOf(WeakSpot turn) =>
        ((int.Parse(turn.What, CultureInfo.InvariantCulture) - 1) * Emphasis.PagesOfTurn) + 1;

    private static string Tenths(int amount, decimal whole) => (amount / whole).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Notes as they are, points with as many decimals as it takes.</summary>
    private static string JudgedFigure(Discipline discipline, decimal score) =>
        discipline.FigureOf(score).ToString("0.##", CultureInfo.InvariantCulture);

    private static string PerMinute(Discipline discipline, decimal keys) =>
        (keys / (decimal)discipline.Length.TotalMinutes).ToString("0.0", CultureInfo.InvariantCulture);
}
