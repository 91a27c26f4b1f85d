namespace Academy.Domain.Certification;

/// <summary>From when to when somebody worked where a scheme is for; the last day is not among them.</summary>
public readonly record struct Stay(DateOnly From, DateOnly? Until)
{
    public bool Holds(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>What somebody was certified by last.</summary>
/// <param name="Validity">Its days.</param>
/// <param name="RevokedOn">Since when it is taken back; null where it is not.</param>
public sealed record Held(Validity Validity, DateOnly? RevokedOn);

/// <summary>Somebody is to be certified.</summary>
/// <param name="CompletedOn">The day on which all was done.</param>
/// <param name="By">What meets each requirement of the path, in its order.</param>
/// <param name="IsRenewal">Whether it takes the place of the last one.</param>
public sealed record Due(DateOnly CompletedOn, IReadOnlyList<Feat> By, bool IsRenewal)
{
    /// <summary>The result of the first quiz on the path; null where none is asked for.</summary>
    public Feat? Scored => By.FirstOrDefault(feat => feat.Kind == RequirementKind.Quiz);
}

/// <summary>One requirement of a path, and what meets it.</summary>
/// <param name="Requirement">What is asked for.</param>
/// <param name="By">What meets it today; null where nothing does.</param>
/// <param name="LostOn">Since when what once met it does not count any more; null where nothing did.</param>
public sealed record Step(Requirement Requirement, Feat? By, DateOnly? LostOn)
{
    public bool IsMet => By is not null;

    public DateOnly? CountsUntil => By is null ? null : Requirement.CountsUntil(By);
}

/// <summary>
/// The rules of who is certified when. Nothing of it is stored: it follows from what people have done and where they worked, so that
/// a run that was missed is made good by the next, with the same days.
/// </summary>
public static class Pathway
{
    /// <summary>
    /// What is due by a day: the renewal of the last certificate, or one that follows none. The first needs all of the scheme; a renewal
    /// the shorter path, within the window and the grace. From the window on only what is done in it counts, and after a revocation only
    /// what is done after it.
    /// </summary>
    public static Due? DueBy(
        DateOnly day, SchemeTerms terms, IReadOnlyCollection<Feat> feats, Held? last, IReadOnlyCollection<Stay> stays)
    {
        if (last is not { RevokedOn: null, Validity: var held })
            return First(terms.Requirements, feats, stays, Begin(terms, last), Since(last), day, isRenewal: false);

        var (from, until) = (held.RenewableOn, held.GraceUntil);
        return First(terms.RenewalPath, feats, stays, from, from, Earlier(day, until), isRenewal: true)
            ?? First(terms.Requirements, feats, stays, until.AddDays(1), from, day, isRenewal: false);
    }

    /// <summary>What somebody has of the next certificate and what is lacking on a day.</summary>
    public static IReadOnlyList<Step> StepsOn(DateOnly day, SchemeTerms terms, IReadOnlyCollection<Feat> feats, Held? last)
    {
        var isRenewal = last is { RevokedOn: null } && day <= last.Validity.GraceUntil;
        return [.. (isRenewal ? terms.RenewalPath : terms.Requirements).Select(asked => StepOf(asked, feats, Since(last), day))];
    }

    /// <summary>From when on what somebody does counts.</summary>
    private static DateOnly Since(Held? last) => last switch
    {
        null => DateOnly.MinValue,
        { RevokedOn: { } revoked } => revoked.AddDays(1),
        _ => last.Validity.RenewableOn,
    };

    private static DateOnly Begin(SchemeTerms terms, Held? last) =>
        last?.RevokedOn is { } revoked && revoked >= terms.StartsOn ? revoked.AddDays(1) : terms.StartsOn;

    private static Step StepOf(Requirement asked, IReadOnlyCollection<Feat> feats, DateOnly since, DateOnly day)
    {
        var met = feats.Where(feat => feat.On >= since && feat.On <= day && asked.IsMetBy(feat)).ToList();
        if (Best(met.Where(feat => asked.CountsOn(feat, day))) is { } by) return new Step(asked, by, null);

        return new Step(asked, null, met.Max(feat => asked.CountsUntil(feat)?.AddDays(1)));
    }

    /// <summary>The first of some days on which all of a path counts: it can only be one on which something begins.</summary>
    private static Due? First(
        IReadOnlyList<Requirement> path, IReadOnlyCollection<Feat> feats, IReadOnlyCollection<Stay> stays,
        DateOnly earliest, DateOnly since, DateOnly latest, bool isRenewal)
    {
        var counting = feats.Where(feat => feat.On >= since && path.Any(asked => asked.IsMetBy(feat))).ToList();
        var days = counting.Select(feat => feat.On).Concat(stays.Select(stay => stay.From)).Where(day => day > earliest).Append(earliest);
        foreach (var day in days.Where(day => day <= latest).Distinct().Order())
        {
            if (!stays.Any(stay => stay.Holds(day))) continue;

            var by = path.Select(asked => Best(counting.Where(feat => asked.IsMetBy(feat) && asked.CountsOn(feat, day)))).ToList();
            if (by.TrueForAll(feat => feat is not null)) return new Due(day, [.. by.OfType<Feat>()], isRenewal);
        }

        return null;
    }

    /// <summary>The one that is told: the best result, and of equal ones the latest.</summary>
    private static Feat? Best(IEnumerable<Feat> feats) => feats.OrderBy(feat => feat.Figure).ThenBy(feat => feat.On).LastOrDefault();

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
