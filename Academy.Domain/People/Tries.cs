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
/// <param name="Knock">The last of them.</param>
/// <param name="Place">Where they were counted.</param>
/// <param name="Address">Where they came from, as far as one line tells it.</param>
/// <param name="Tries">How many they were.</param>
/// <param name="Since">When the first of them was.</param>
/// <param name="LockedOut">Whether nothing opened any more there.</param>
internal sealed record Refused(Knock Knock, string Place, string Address, int Tries, DateTimeOffset Since, bool LockedOut)
{
    /// <summary>How many of them were made by who was in already.</summary>
    public int Inside { get; init; }

    public Actor Person => Knock.Person!;
}

/// <summary>
/// Counts the wrong tries of the last <see cref="Window"/>, by number and place; a place is an address, or a device that the person
/// has signed in on before. Each number has <see cref="MostTries"/> at a place, so that a stranger locks nobody out of a known device.
/// All strange places together have no more than <see cref="MostPlaces"/> for a number, and an address no more than
/// <see cref="MostNumbers"/> numbers, whether or not they are anybody's; of numbers at strange places there are no more than
/// <see cref="MostPairs"/>. A try is taken before the password is looked at and given
/// back when it was right: however many come at once, no more are looked at. All of it is in memory. What is not looked at is counted
/// for the trail all the same, by number, of <see cref="MostElsewhere"/> numbers and of all others together.
/// <para>
/// The price of the last brake is that it can be pulled: whoever tries <see cref="MostPairs"/> invented numbers from enough addresses
/// has all devices refused that nobody has signed in on. Known devices, and who was unlocked, come in all the same.
/// </para>
/// </summary>
public sealed class Tries
{
    public const int MostTries = 5;
    public const int MostPlaces = 5;
    public const int MostNumbers = 20;
    public const int MostPairs = 500;
    public const int MostElsewhere = 50;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>The place of what is counted by number alone, and the number of what is not even that.</summary>
    private const string Elsewhere = "…";

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
            if (Find(knock.Number, knock.Place) is not { } series)
            {
                if (Refusal(knock, now) is { } refusal)
                {
                    CountElsewhere(knock, refusal, now);
                    return refusal;
                }

                all.Add(series = new Series(knock, knock.Place));
            }

            return series.Take(knock, now) ? TryOutcome.LookedAt : TryOutcome.LockedOut;
        }
    }

    /// <summary>The password was right: what was tried before is forgotten, and given for the trail.</summary>
    internal Refused? Forgive(Knock knock)
    {
        lock (gate)
        {
            if (Find(knock.Number, knock.Place) is not { } series) return null;

            all.Remove(series);
            return series.Tell();
        }
    }

    /// <summary>Nothing was opened; the trail is told of it another time.</summary>
    internal void Refuse(Knock knock, TryOutcome outcome, DateTimeOffset now)
    {
        lock (gate) Find(knock.Number, knock.Place)?.Refuse(knock, outcome, now);
    }

    /// <summary>What the trail is to tell of: whose tries are used up, and what began a window ago.</summary>
    internal IReadOnlyList<Refused> TellDue(DateTimeOffset now)
    {
        lock (gate)
        {
            var due = all.Where(series => series.IsLockoutDue || series.Since <= now - Window);
            return [.. due.Select(series => series.Tell()).OfType<Refused>()];
        }
    }

    /// <summary>The trail could not be told of these; it is with what comes next.</summary>
    internal void TellLater(IEnumerable<Refused> refusals)
    {
        lock (gate)
        {
            foreach (var refused in refusals)
            {
                var (knock, place) = (refused.Knock, refused.Place);
                if (Find(knock.Number, place) is not { } series) all.Add(series = new Series(knock, place));
                series.TakeBack(refused);
            }
        }
    }

    private Series? Find(string number, string place) => all.Find(series => series.Number == number && series.Place == place);

    private void CountElsewhere(Knock knock, TryOutcome refusal, DateTimeOffset now)
    {
        if (knock.Person is null) return;

        if (Find(knock.Number, Elsewhere) is null && all.Count(series => series.Place == Elsewhere) >= MostElsewhere)
            knock = knock with { Number = Elsewhere, Person = new Actor(null, Elsewhere, Elsewhere) };
        if (Find(knock.Number, Elsewhere) is not { } series) all.Add(series = new Series(knock, Elsewhere));
        series.Count(knock, refusal, now);
    }

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
    private sealed class Series(Knock knock, string place)
    {
        private const int MostAddresses = 3;

        private readonly HashSet<string> addresses = [];
        private readonly Queue<DateTimeOffset> taken = [];
        private Knock last = knock;
        private int lookedAt;
        private int untold;
        private int inside;
        private bool isLockoutTold;
        private bool wasLocked;
        private bool isLockedElsewhere;

        public string Number => last.Number;
        public string Place => place;
        public bool IsStrange => place != Elsewhere && last.IsStrange;
        public DateTimeOffset? Since { get; private set; }
        public bool IsOpen => taken.Count > 0;
        public bool IsUsedUp => taken.Count >= MostTries;
        public bool IsOver => !IsOpen && untold == 0;

        /// <summary>Whether the last of the tries was looked at, and the trail is not told yet that the number is locked here.</summary>
        public bool IsLockoutDue => IsUsedUp && lookedAt == 0 && !isLockoutTold;

        public bool Take(Knock next, DateTimeOffset now)
        {
            last = next;
            if (IsUsedUp) return false;

            taken.Enqueue(now);
            lookedAt++;
            return true;
        }

        public void Refuse(Knock knock, TryOutcome outcome, DateTimeOffset now)
        {
            if (outcome == TryOutcome.LookedAt) lookedAt--;
            if (last.Person is null) return;

            untold++;
            if (knock.Caller.IsIn) inside++;
            wasLocked |= IsUsedUp;
            Since ??= now;
            addresses.Add(last.Caller.AddressText);
        }

        /// <summary>One more that nobody has looked at, from wherever.</summary>
        public void Count(Knock next, TryOutcome refusal, DateTimeOffset now)
        {
            last = next;
            untold++;
            Since ??= now;
            isLockedElsewhere |= refusal == TryOutcome.LockedOut;
            if (addresses.Count <= MostAddresses) addresses.Add(next.Caller.AddressText);
        }

        public Refused? Tell()
        {
            if (untold == 0 || Since is not { } since) return null;

            var from = string.Join(", ", addresses.Take(MostAddresses)) + (addresses.Count > MostAddresses ? " …" : "");
            var told = new Refused(last, place, from, untold, since, wasLocked || isLockedElsewhere) { Inside = inside };
            (untold, inside, Since, isLockoutTold) = (0, 0, null, IsUsedUp);
            (wasLocked, isLockedElsewhere) = (false, false);
            addresses.Clear();
            return told;
        }

        public void TakeBack(Refused told)
        {
            untold += told.Tries;
            inside += told.Inside;
            Since = Since < told.Since ? Since : told.Since;
            isLockoutTold &= !told.LockedOut;
            wasLocked |= place != Elsewhere && told.LockedOut;
            isLockedElsewhere |= place == Elsewhere && told.LockedOut;
            addresses.UnionWith(told.Address.Replace(" …", "", StringComparison.Ordinal).Split(", "));
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
