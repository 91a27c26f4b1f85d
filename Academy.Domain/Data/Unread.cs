using System.Runtime.CompilerServices;

namespace Academy.Domain.Data;

/// <summary>A rule asks for a part that the query left out: to find nothing there, and go on, would be wrong in silence.</summary>
internal static class Unread
{
    public static InvalidOperationException Of(object whole, [CallerMemberName] string part = "") =>
        new($"The query that this {whole.GetType().Name} comes from did not read its {part}.");
}
