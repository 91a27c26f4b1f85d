namespace Academy.Domain.Auditing;

/// <summary>
/// What somebody did. Each slice declares what is done in it as static fields; the screen has words for each.
/// </summary>
/// <param name="Name">What the trail keeps; it never changes.</param>
public readonly record struct Act(string Name)
{
    /// <summary>Whatever the slices declare.</summary>
    public static IReadOnlyList<Act> All { get; } = Declared.Of<Act>();

    /// <summary>The same by the class that declares them.</summary>
    public static ILookup<string, Act> ByTrail { get; } = Declared.ByTrail<Act>();

    /// <summary>Whether it is the name of an act that is declared.</summary>
    public static bool TryParse(string? name, out Act act)
    {
        act = All.FirstOrDefault(known => known.Name == name);
        return act != default;
    }

    public override string ToString() => Name;
}
