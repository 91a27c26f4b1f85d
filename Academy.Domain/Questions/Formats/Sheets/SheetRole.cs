using System.Text.Json.Serialization;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>What a column of a sheet holds.</summary>
public enum SheetPart { Stem, Type, Option, Options, Key, Explanation, Points, Difficulty, Topic, Category, Tag, Source, Number, Unread }

/// <summary>The part that a column plays; of options the how many-th, from 0.</summary>
public readonly record struct SheetRole(SheetPart Part, int Option = 0)
{
    /// <summary>Whether two columns may share it: their texts are joined, or it does not matter.</summary>
    [JsonIgnore]
    public bool MayRepeat => Part is SheetPart.Explanation or SheetPart.Topic or SheetPart.Category or SheetPart.Tag or SheetPart.Source
        or SheetPart.Number or SheetPart.Unread;
}
