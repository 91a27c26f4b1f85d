using System.Text.Json.Serialization;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>Where the heads of a sheet are and what each column holds, as found or as somebody decided.</summary>
/// <param name="HeadRow">Number of the row in the file, from 1; the questions stand below it. 0 where there are no heads.</param>
/// <param name="Columns">By column, from 0.</param>
public sealed record SheetMapping(int HeadRow, IReadOnlyDictionary<int, SheetRole> Columns)
{
    /// <summary>Nothing of the sheet is to be read.</summary>
    public static readonly SheetMapping None = new(0, new Dictionary<int, SheetRole>());

    [JsonIgnore]
    public bool IsNone => Columns.Count == 0;

    /// <summary>The role that several columns play though only one can.</summary>
    [JsonIgnore]
    public SheetRole? Repeated =>
        Columns.Values.Where(role => !role.MayRepeat).GroupBy(role => role).FirstOrDefault(same => same.Count() > 1)?.Key;

    /// <summary>What no question can be read without and no column holds.</summary>
    [JsonIgnore]
    public SheetPart? Missing
    {
        get
        {
            if (Lacks(SheetPart.Stem)) return SheetPart.Stem;
            return Lacks(SheetPart.Key) ? SheetPart.Key : null;
        }
    }

    private bool Lacks(SheetPart part) => Columns.Values.All(role => role.Part != part);
}
