namespace Academy.Domain.Auditing;

/// <summary>
/// The kind of thing that something is done to. Each slice declares its own as static fields; the screen has words for each.
/// </summary>
/// <param name="Name">What the trail keeps; it never changes.</param>
public readonly record struct AuditSubject(string Name)
{
    /// <summary>Whatever the slices declare.</summary>
    public static IReadOnlyList<AuditSubject> All { get; } = Declared.Of<AuditSubject>();

    /// <summary>Whether it is the name of a kind that is declared.</summary>
    public static bool TryParse(string? name, out AuditSubject subject)
    {
        subject = All.FirstOrDefault(known => known.Name == name);
        return subject != default;
    }

    public override string ToString() => Name;
}
