namespace Academy.Domain.People;

/// <summary>
/// Knows for a while by which form somebody came in: the same form once more, as a double press sends it, is the same act and no line
/// of its own in the trail. To be asked within the turn that writes the line, one at a time.
/// </summary>
public sealed class Arrivals
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(long Person, string Address, string Form), DateTimeOffset> forms = [];
    private readonly Lock gate = new();

    /// <summary>Whether it is the first time that the person comes by this form from there; a form that says nothing always is.</summary>
    internal bool IsFirst(long person, Caller caller, DateTimeOffset now)
    {
        if (caller.Form is not { Length: > 0 } form) return true;

        lock (gate)
        {
            foreach (var old in forms.Where(known => known.Value + Kept < now).Select(known => known.Key).ToList()) forms.Remove(old);
            return forms.TryAdd((person, caller.AddressText, form), now);
        }
    }

    /// <summary>The line was not written after all.</summary>
    internal void Forget(long person, Caller caller)
    {
        lock (gate) forms.Remove((person, caller.AddressText, caller.Form ?? ""));
    }
}
