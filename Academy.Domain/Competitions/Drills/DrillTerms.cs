using System.Globalization;
using System.Text.Json.Serialization;

namespace Academy.Domain.Competitions.Drills;

public enum DrillKind
{
    Slips, Keypad, Typing,

    /// <summary>Notes counted at the desk (点钞), which judges look over.</summary>
    Counting,

    /// <summary>What judges watch and give points for.</summary>
    Service,

    /// <summary>A quiz that is answered (知识竞赛).</summary>
    Knowledge,
}

public enum DrillMode
{
    /// <summary>As many right sums as the time allows.</summary>
    Sums,

    /// <summary>One row over the whole book in the shortest time, with the right total.</summary>
    Hundred,

    /// <summary>As many right keys of the lines as the time allows.</summary>
    Lines,

    /// <summary>As many right characters of a text as the time allows.</summary>
    Text,

    /// <summary>Counting with one finger, note by note (单指单张).</summary>
    OneFinger,

    /// <summary>Counting with several fingers, several notes at a time (多指多张).</summary>
    ManyFingers,

    /// <summary>Counting by machine (机器点钞).</summary>
    Machine,

    /// <summary>Bearing, gestures and speech before a customer (服务礼仪).</summary>
    Etiquette,

    /// <summary>A case at the counter, played (情景演示).</summary>
    Scenario,

    /// <summary>As many points as a paper brings.</summary>
    Quiz,
}

/// <summary>What people compete in, and for how long at the most. Results of one discipline can be compared.</summary>
public sealed record Discipline(DrillKind Kind, DrillMode Mode, TimeSpan Length)
{
    /// <summary>A key that is held down repeats itself 33 times a second, and another hand goes on beside it.</summary>
    private const int MostKeysPerSecond = 50;

    /// <summary>A page sends one, and some more when it is left.</summary>
    private const int MostBatchesPerSecond = 2;

    public static readonly Discipline SlipSums = new(DrillKind.Slips, DrillMode.Sums, TimeSpan.FromMinutes(10));
    public static readonly Discipline SlipHundred = new(DrillKind.Slips, DrillMode.Hundred, TimeSpan.FromMinutes(10));
    public static readonly Discipline Keypad = new(DrillKind.Keypad, DrillMode.Lines, TimeSpan.FromMinutes(5));
    public static readonly Discipline Typing = new(DrillKind.Typing, DrillMode.Text, TimeSpan.FromMinutes(5));

    public static readonly Discipline OneFinger = new(DrillKind.Counting, DrillMode.OneFinger, TimeSpan.FromMinutes(5));
    public static readonly Discipline ManyFingers = new(DrillKind.Counting, DrillMode.ManyFingers, TimeSpan.FromMinutes(5));
    public static readonly Discipline Machine = new(DrillKind.Counting, DrillMode.Machine, TimeSpan.FromMinutes(10));
    public static readonly Discipline Etiquette = new(DrillKind.Service, DrillMode.Etiquette, TimeSpan.FromMinutes(5));
    public static readonly Discipline Scenario = new(DrillKind.Service, DrillMode.Scenario, TimeSpan.FromMinutes(5));

    /// <summary>Each event of it has a quiz of its own, which says how long it takes.</summary>
    public static readonly Discipline Knowledge = new(DrillKind.Knowledge, DrillMode.Quiz, TimeSpan.Zero);

    /// <summary>Those that everybody may practice in the browser, and compete in there.</summary>
    public static readonly IReadOnlyList<Discipline> Practiced = [SlipSums, SlipHundred, Keypad, Typing];

    /// <summary>Those in which judges write down what somebody comes to.</summary>
    public static readonly IReadOnlyList<Discipline> Judged = [OneFinger, ManyFingers, Machine, Etiquette, Scenario];

    /// <summary>Those whose results of a quarter are compared: papers of different quizzes are not.</summary>
    public static readonly IReadOnlyList<Discipline> Compared = [.. Practiced, .. Judged];

    public static readonly IReadOnlyList<Discipline> All = [.. Compared, Knowledge];

    /// <summary>Its name in addresses and in the store: slips-sums-600.</summary>
    [JsonIgnore]
    public string Slug => string.Create(CultureInfo.InvariantCulture, $"{Kind}-{Mode}-{Length.TotalSeconds:0}").ToLowerInvariant();

    /// <summary>Whether judges write down what somebody comes to, and no keys are taken down.</summary>
    [JsonIgnore]
    public bool IsJudged => Kind is DrillKind.Counting or DrillKind.Service;

    /// <summary>Whether a quiz is answered.</summary>
    [JsonIgnore]
    public bool IsKnowledge => Kind == DrillKind.Knowledge;

    /// <summary>Whether keys are taken down.</summary>
    [JsonIgnore]
    public bool IsKeyed => !IsJudged && !IsKnowledge;

    /// <summary>Whether the shortest time is the best score, and not the highest count.</summary>
    [JsonIgnore]
    public bool IsRace => Mode == DrillMode.Hundred;

    /// <summary>Whoever is less accurate has no result: 95 of a hundred characters of a text.</summary>
    [JsonIgnore]
    public decimal LeastAccuracy => Mode == DrillMode.Text ? 0.95m : 0;

    /// <summary>The score of a figure as people say it: sums, seconds, keys or characters a minute, notes, points.</summary>
    public int ScoreOf(decimal figure) => (int)Math.Round(figure * ScoreOfOne, MidpointRounding.AwayFromZero);

    /// <summary>A score as people say it.</summary>
    public decimal FigureOf(int score) => FigureOf((decimal)score);

    /// <summary>A mean of scores as people say it.</summary>
    public decimal FigureOf(decimal mean) => mean / ScoreOfOne;

    /// <summary>Whether a score is as good as another.</summary>
    public bool Reaches(int score, int wanted) => IsRace ? score <= wanted : score >= wanted;

    /// <summary>So many keys are taken down of a run, and no more: neither hands nor a key that is held down come to them.</summary>
    [JsonIgnore]
    public int MostKeys => MostKeysPerSecond * (int)Length.TotalSeconds;

    /// <summary>So many batches are taken down of a run, and no more: each is a turn of its own.</summary>
    [JsonIgnore]
    public int MostBatches => MostBatchesPerSecond * (int)Length.TotalSeconds;

    /// <summary>Whether it can be hit in this drill.</summary>
    public bool Takes(KeyStroke stroke) => Kind == DrillKind.Typing ? stroke.IsKnown : stroke.IsOfKeypad;

    private decimal ScoreOfOne => Mode switch
    {
        DrillMode.Sums or DrillMode.OneFinger or DrillMode.ManyFingers or DrillMode.Machine => 1,
        DrillMode.Hundred => 1_000,
        DrillMode.Etiquette or DrillMode.Scenario or DrillMode.Quiz => 100,
        _ => (decimal)Length.TotalMinutes,
    };

    public static Discipline? Named(string? slug) => All.FirstOrDefault(discipline => discipline.Slug == slug);
}

/// <summary>What a run is about and is judged by, fixed at its start.</summary>
/// <param name="Discipline">What is practiced.</param>
/// <param name="Seed">What the book, the lines or the choice of passages follow from.</param>
/// <param name="Text">What there is to type, in paragraphs; it stays, whatever becomes of the passages. Null where it is none.</param>
public sealed record DrillTerms(Discipline Discipline, long Seed, string? Text = null)
{
    // More than anybody can do in the time.
    private const int MostSums = 60;
    private const int MostLines = 500;

    /// <summary>What there is to key, in its order.</summary>
    public IReadOnlyList<DrillTask> Tasks()
    {
        if (Discipline.Kind == DrillKind.Typing) return [];
        if (Discipline.Kind == DrillKind.Keypad) return [.. KeypadSheet.Lines(Seed, Emphasis).Take(MostLines).Select(DrillTask.Of)];

        var book = Book();
        var rows = Discipline.Mode == DrillMode.Hundred ? [book.Whole()] : book.Sums().Take(MostSums);
        return [.. rows.Select(row => DrillTask.Of(book, row))];
    }

    /// <summary>The book of slips.</summary>
    public SlipBook Book() => new(Seed, Emphasis);

    /// <summary>What comes more often, because it cost the person most; null in a contest, on paper and where nothing stood out.</summary>
    public Emphasis? Emphasis { get; init; }

    /// <summary>Whether its result compares with others: nobody chose the book, and it was not drawn for one person.</summary>
    [JsonIgnore]
    public bool IsComparable => !IsOwnBook && Emphasis is null;

    /// <summary>Whether somebody has chosen a printed book by its number: it may have been learned by heart.</summary>
    public bool IsOwnBook { get; init; }
}
