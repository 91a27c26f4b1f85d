namespace Academy.Domain.Competitions.Drills;

/// <summary>A task that was handed in, and when.</summary>
/// <param name="Task">What was to be keyed.</param>
/// <param name="Entries">What was keyed for each field; null where nothing was.</param>
/// <param name="At">Milliseconds since the start of the run.</param>
public sealed record TaskOutcome(DrillTask Task, IReadOnlyList<string?> Entries, int At)
{
    /// <summary>What the keyed amounts add up to.</summary>
    public Amount Entered => new(Entries.Sum(entry => Amount.Keyed(entry ?? "").Fen));

    /// <summary>Of a sum only the total counts; a line has to be right as it stands.</summary>
    public bool IsRight => Task.Kind == DrillKind.Slips ? Entered == Task.Total : Task.IsRight(Task.Fields[0], Entries[0]);

    /// <summary>What a line is worth.</summary>
    public int Net => KeypadSheet.Net(Task.Fields[0].Keys, Entries[0] ?? "");

    /// <summary>Where something else was keyed than what stands there.</summary>
    public IEnumerable<(DrillField Field, string? Entry)> Misread =>
        Task.Fields.Zip(Entries).Where(pair => !Task.IsRight(pair.First, pair.Second));
}

/// <summary>A key that was hit instead of another, whether or not it was taken back.</summary>
/// <param name="Field">Where.</param>
/// <param name="Place">Which digit of the field, counted from its end: 1 is fen, 3 yuan. The point belongs to the digit behind it.</param>
/// <param name="Expected">The key that should have been hit.</param>
/// <param name="Pressed">The key that was.</param>
public sealed record Miss(DrillField Field, int Place, char Expected, char Pressed);

/// <summary>How many milliseconds went by from the turn to a page to the first key of its amount.</summary>
public sealed record Wait(int Page, int Length);

/// <summary>What came of slips or lines.</summary>
/// <param name="Terms">What it was about.</param>
/// <param name="Tasks">What was handed in.</param>
/// <param name="Misses">The keys that were missed.</param>
/// <param name="Keys">How many keys were hit.</param>
/// <param name="Typed">How many of them were digits and points.</param>
/// <param name="Erasures">How many were taken back.</param>
/// <param name="Turns">How often a page was turned.</param>
/// <param name="Pace">Keys in every ten seconds, up to the last key.</param>
public sealed record KeyedResult(
    DrillTerms Terms,
    IReadOnlyList<TaskOutcome> Tasks,
    IReadOnlyList<Miss> Misses,
    int Keys,
    int Typed,
    int Erasures,
    int Turns,
    IReadOnlyList<int> Pace) : DrillResult(Terms, Keys, Erasures, Pace)
{
    public IReadOnlyList<Wait> Waits { get; init; } = [];

    public override int Right => Tasks.Count(task => task.IsRight);
    public override int Wrong => Tasks.Count - Right;

    /// <summary>
    /// Right sums; for the whole book, the milliseconds to its right total; right keys of the lines. Null when nothing was handed in,
    /// or the one total was wrong.
    /// </summary>
    public override int? Score => Tasks.Count == 0 ? null : Terms.Discipline.Mode switch
    {
        DrillMode.Sums => Right,
        DrillMode.Hundred => Tasks[0].IsRight ? Tasks[0].At : null,
        _ => Tasks.Sum(task => task.Net),
    };

    /// <summary>How many of the typed keys were the right ones.</summary>
    public override decimal Accuracy => Typed == 0 ? 1 : Math.Max(0, 1 - ((decimal)Misses.Count / Typed));
}
