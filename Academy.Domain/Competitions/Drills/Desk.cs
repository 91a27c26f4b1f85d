namespace Academy.Domain.Competitions.Drills;

/// <summary>
/// What lies before whoever keys, and what became of it, key by key. The page shows the same by <c>js/drill/desk.js</c>, so that
/// nobody waits for the server; what counts is this.
/// </summary>
internal sealed class Desk(IReadOnlyList<DrillTask> tasks)
{
    private readonly List<TaskOutcome> outcomes = [];
    private readonly List<Miss> misses = [];
    private readonly List<Wait> waits = [];
    private string?[] entries = new string?[tasks[0].Fields.Count];
    private int place;
    private string typed = "";
    private int? turnedAt;

    public IReadOnlyList<TaskOutcome> Outcomes => outcomes;
    public IReadOnlyList<Miss> Misses => misses;
    public IReadOnlyList<Wait> Waits => waits;
    public int Typed { get; private set; }
    public int Erasures { get; private set; }
    public int Turns { get; private set; }

    /// <summary>Whether everything is handed in.</summary>
    public bool IsClear => outcomes.Count == tasks.Count;

    private DrillTask Task => tasks[outcomes.Count];
    private DrillField Field => Task.Fields[place];

    public void Press(KeyStroke stroke)
    {
        switch (stroke.Key)
        {
            case KeyStroke.Enter: Enter(stroke.At); break;
            case KeyStroke.Erase: Erase(); break;
            case KeyStroke.Forward: Take(stroke.Key); Turn(1, stroke.At); break;
            case KeyStroke.Back: typed = ""; Turn(-1, stroke.At); break;
            default: Type(stroke.Key, stroke.At); break;
        }
    }

    private void Type(char key, int at)
    {
        if (!Fits(key)) return;

        if (turnedAt is { } since) waits.Add(new Wait(Field.Page, at - since));
        turnedAt = null;

        Note(key, typed + key);
        typed += key;
        Typed++;
    }

    /// <summary>One point, and two digits behind it.</summary>
    private bool Fits(char key)
    {
        var point = typed.IndexOf(KeyStroke.Point, StringComparison.Ordinal);
        return typed.Length < Task.LongestEntry && (point < 0 || (key != KeyStroke.Point && typed.Length - point <= 2));
    }

    private void Erase()
    {
        if (typed.Length == 0) return;

        typed = typed[..^1];
        Erasures++;
    }

    private void Enter(int at)
    {
        if (typed.Length == 0 && entries[place] is null) return;

        Take(KeyStroke.Enter);
        if (place < entries.Length - 1) Turn(1, at);
        else HandIn(at);
    }

    private void Take(char key)
    {
        if (typed.Length == 0) return;

        if (!Task.IsRight(Field, typed)) Note(key, typed + key);
        entries[place] = typed;
        typed = "";
    }

    private void Turn(int pages, int at)
    {
        var next = Math.Clamp(place + pages, 0, entries.Length - 1);
        if (next == place) return;

        (place, turnedAt) = (next, at);
        Turns++;
    }

    private void HandIn(int at)
    {
        outcomes.Add(new TaskOutcome(Task, entries, at));
        turnedAt = null;
        (entries, place) = (IsClear ? [] : new string?[Task.Fields.Count], 0);
    }

    /// <summary>Of what goes wrong in one text, the key with which it begins: what follows is wrong because of it.</summary>
    private void Note(char key, string becomes)
    {
        var keys = Field.Keys;
        if (!keys.StartsWith(typed, StringComparison.Ordinal) || keys.StartsWith(becomes, StringComparison.Ordinal)) return;

        var ahead = keys[typed.Length..];
        misses.Add(new Miss(Field, Math.Max(1, ahead.Count(char.IsAsciiDigit)), ahead.Length > 0 ? ahead[0] : KeyStroke.Enter, key));
    }
}
