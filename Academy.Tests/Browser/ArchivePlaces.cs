namespace Academy.Tests.Browser;

/// <summary>The score archive in the states of its pages.</summary>
public sealed class ArchivePlaces : IPlaces
{
    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["archive of one's own"] = Place.At("/archive", "E0042"),
        ["archive, one kind"] = Place.At("/archive?kind=Award", "E0042"),
        ["archive of somebody"] = Place.At("/archive/E0042", "B0001"),
        ["heads of the archive, none"] = Place.At("/archive/heads", "U0001"),
        ["archives of the bank"] = Place.At("/admin/archive", "A0001"),
        ["archives of the bank, nothing found"] = Place.At("/admin/archive?until=2000-01-01", "A0001"),
    };
}
