namespace Academy.Domain.Competitions.Drills;

/// <summary>One text to key: the amount in a row of a page, or a line of a sheet, whose row is the kind of the line.</summary>
public sealed record DrillField(int Page, int Row, string Keys);

/// <summary>What is handed in as one: the amounts of a sum, page after page, or a single line.</summary>
public sealed record DrillTask(DrillKind Kind, IReadOnlyList<DrillField> Fields)
{
    private const int LongestAmount = 12;
    private const int LongestLine = 24;

    /// <summary>More than so many keys are not taken for one text.</summary>
    public int LongestEntry => Kind == DrillKind.Slips ? LongestAmount : LongestLine;

    /// <summary>What the amounts add up to.</summary>
    public Amount Total => new(Fields.Sum(text => Amount.Keyed(text.Keys).Fen));

    public static DrillTask Of(SlipBook book, SlipRow row) =>
        new(DrillKind.Slips, [.. row.Pages.Select(page => new DrillField(page, row.Row, book[page, row.Row].Keys))]);

    public static DrillTask Of(KeypadLine line, int index) =>
        new(DrillKind.Keypad, [new DrillField(index + 1, 1 + (int)line.Kind, line.Keys)]);

    /// <summary>Whether what was keyed is what stands there. An amount may be keyed without the noughts at its end.</summary>
    public bool IsRight(DrillField field, string? entry) => entry is not null
        && (entry == field.Keys || (Kind == DrillKind.Slips && Amount.Keyed(entry) == Amount.Keyed(field.Keys)));
}
