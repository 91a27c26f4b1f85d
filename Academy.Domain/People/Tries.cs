using Academy.Domain.Auditing;

namespace Academy.Domain.People;

/// <summary>What becomes of a try: the password is looked at, or nothing opens any more, or nothing strange is looked at.</summary>
internal enum TryOutcome { LookedAt, LockedOut, Braked }

/// <summary>Somebody tries to come in.</summary>
/// <param name="Number">The employee number as it is compared.</param>
/// <param name="Person">Whose number it is; null when it is nobody's.</param>
/// <param name="UnlockedAt">When the wrong tries of the account were last forgotten by decision.</param>
/// <param name="Caller">Who tries.</param>
internal sealed record Knock(string Number, Actor? Person, DateTimeOffset? UnlockedAt, Caller Caller)
{
    public string Place { get; } = Caller.PlaceFor(Person?.Id);
    public bool IsStrange { get; } = !Caller.IsKnownTo(Person?.Id);
}

/// <summary>Wrong tries that the trail is to tell of in one line.</summary>
internal sealed record Refused(Knock Knock, int Tries, DateTimeOffset Since, bool LockedOut)
{
    /// <summary>How many of them were made by who was in already.</summary>
    public int Inside { get; init; }

    public Actor Person => Knock.Person!;
    public string Address => Knock.Caller.AddressText;
}

/// <summary>
/// Counts the wrong tries of the last <see cref="Window"/>, by number and place; a place is an address, or a device that the person
/// has signed in on before. Each number has <see cref="MostTries"/> at a place, so that strangers lock out their own address alone.
/// All strange places together have no more than <see cref="MostPlaces"/> for a number, and an address no more than
/// <see cref="MostNumbers"/> numbers, whether or not they are anybody's; of numbers at strange places there are no more than
/// <see cref="MostPairs"/>. A try is taken before the password is looked at and given
/// back when it was right: however many come at once, no more are looked at. All of it is in memory.
/// </summary>
public sealed class Tries
{
    public const int MostTries = 5;
    public const int MostPlaces = 5;
    public const int MostNumbers = 20;
    public const int MostPairs = 500;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly List<Series> all = [];

    /// <summary>Whether the number of somebody opens nothing at some place.</summary>
    public bool AreUsedUp(string number, DateTimeOffset? unlockedAt, DateTimeOffset now)
    {
        var normalized = Employee.Normalize(number);
        lock (gate)
        {
            Forget(normalized, unlockedAt, now);
            return all.Exists(series => series.Number == normalized && series.IsUsedUp) || HasManyPlaces(normalized);
        }
    }

    internal TryOutcome Take(Knock knock, DateTimeOffset now)
    {
        lock (gate)
        {
            Forget(knock.Number, knock.UnlockedAt, now);
            if (Find(knock) is not { } series)
            {
                if (Refusal(knock, now) is { } refusal) return refusal;
                all.Add(series = new Series(knock));
            }

            return series.Take(knock, now) ? TryOutcome.LookedAt : TryOutcome.LockedOut;
        }
    }

    /// <summary>The password was right: what was tried before is forgotten, and given for the trail.</summary>
    internal Refused? Forgive(Knock knock)
    {
        lock (gate)
        {
            if (Find(knock) is not { } series) return null;

            all.Remove(series);
            return series.Tell();
        }
    }

    /// <summary>Nothing was opened: if the tries are used up by that, what the trail is to tell of now.</summary>
    internal Refused? Refuse(Knock knock, TryOutcome outcome, DateTimeOffset now)
    {
        lock (gate)
        {
            return Find(knock)?.Refuse(knock, outcome, now) == true ? Find(knock)!.Tell() : null;
        }
    }

    /// <summary>What the trail is to tell of that began a window ago.</summary>
    internal IReadOnlyList<Refused> TellDue(DateTimeOffset now)
    {
        lock (gate)
        {
            return [.. all.Where(series => series.Since <= now - Window).Select(series => series.Tell()).OfType<Refused>()];
        }
    }

    /// <summary>The trail could not be told of these; it is with what comes next.</summary>
    internal void TellLater(IEnumerable<Refused> refusals)
    {
        lock (gate)
        {
            foreach (var refused in refusals)
            {
                if (Find(refused.Knock) is not { } series) all.Add(series = new Series(refused.Knock));
                series.TakeBack(refused);
            }
        }
    }

    private Series? Find(Knock knock) => all.Find(series => series.Number == knock.Number && series.Place == knock.Place);

    /// <summary>Whoever was unlocked may come from anywhere, also from where too much was tried.</summary>
    private TryOutcome? Refusal(Knock knock, DateTimeOffset now)
    {
        if (!knock.IsStrange) return null;
        if (HasManyPlaces(knock.Number)) return TryOutcome.LockedOut;
        if (knock.UnlockedAt + Window > now) return null;

        var strange = all.Where(series => series is { IsStrange: true, IsOpen: true }).ToList();
        return strange.Count >= MostPairs || strange.Count(series => series.Place == knock.Place) >= MostNumbers
            ? TryOutcome.Braked
            : null;
    }

    private bool HasManyPlaces(string number) =>
        all.Count(series => series is { IsStrange: true, IsOpen: true } && series.Number == number) >= MostPlaces;

    private void Forget(string number, DateTimeOffset? unlockedAt, DateTimeOffset now)
    {
        foreach (var series in all)
        {
            if (series.Number == number) series.ForgetBefore(unlockedAt);
            series.Forget(now - Window);
        }

        all.RemoveAll(series => series.IsOver);
    }

    /// <summary>The tries on one number at one place, and how many of them the trail does not tell of yet.</summary>
    private sealed class Series(Knock knock)
    {
        private readonly Queue<DateTimeOffset> taken = [];
        private Knock last = knock;
        private int lookedAt;
        private int untold;
        private int inside;
        private bool isLockoutTold;
        private bool wasLocked;

        public string Number => last.Number;
        public string Place => last.Place;
        public bool IsStrange => last.IsStrange;
        public DateTimeOffset? Since { get; private set; }
        public bool IsOpen => taken.Count > 0;
        public bool IsUsedUp => taken.Count >= MostTries;
        public bool IsOver => !IsOpen && untold == 0;

        public bool Take(Knock next, DateTimeOffset now)
        {
            last = next;
            if (IsUsedUp) return false;

            taken.Enqueue(now);
            lookedAt++;
            return true;
        }

        /// <summary>Whether that was the last of the tries that were looked at, and the number is locked here from now on.</summary>
        public bool Refuse(Knock knock, TryOutcome outcome, DateTimeOffset now)
        {
            if (outcome == TryOutcome.LookedAt) lookedAt--;
            if (last.Person is null) return false;

            untold++;
            if (knock.Caller.IsIn) inside++;
            wasLocked |= IsUsedUp;
            Since ??= now;
            return IsUsedUp && lookedAt == 0 && !isLockoutTold;
        }

        public Refused? Tell()
        {
            if (untold == 0 || Since is not { } since) return null;

            var told = new Refused(last, untold, since, wasLocked) { Inside = inside };
            (untold, inside, Since, isLockoutTold, wasLocked) = (0, 0, null, IsUsedUp, false);
            return told;
        }

        public void TakeBack(Refused told)
        {
            untold += told.Tries;
            inside += told.Inside;
            Since = Since < told.Since ? Since : told.Since;
            isLockoutTold &= !told.LockedOut;
            wasLocked |= told.LockedOut;
        }

        public void ForgetBefore(DateTimeOffset? unlockedAt)
        {
            if (last.UnlockedAt == unlockedAt) return;

            last = last with { UnlockedAt = unlockedAt };
            taken.Clear();
        }

        public void Forget(DateTimeOffset until)
        {
            while (taken.TryPeek(out var at) && at <= until) taken.Dequeue();
            if (!IsUsedUp) isLockoutTold = false;
        }
    }
}
