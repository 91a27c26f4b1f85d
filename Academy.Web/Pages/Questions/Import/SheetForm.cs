using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Formats.Sheets;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>What the columns of one sheet hold, as the page posts it.</summary>
public sealed class SheetForm
{
    /// <summary>Whether anything of the sheet is to be read.</summary>
    public bool IsRead { get; set; }

    /// <summary>Number of the row in the file; 0 for none.</summary>
    public int HeadRow { get; set; }

    /// <summary>By column, from 0: the letter of an option, the name of another part, or nothing for what is not read.</summary>
    public Dictionary<int, string?> Columns { get; set; } = [];

    public SheetMapping Mapping => !IsRead ? SheetMapping.None : new SheetMapping(HeadRow,
        Columns
            .Select(column => (Column: column.Key, Role: RoleOf(column.Value)))
            .Where(column => column.Role is not null)
            .ToDictionary(column => column.Column, column => column.Role!.Value));

    /// <summary>As it was decided before, or as the heads say.</summary>
    public static SheetForm Of(Sheet sheet, SheetMapping? decided)
    {
        if (decided is not null) return Of(decided);

        var heads = SheetHeads.Find(sheet);
        return Of(heads.AreFound ? heads.Mapping : heads.Mapping with { HeadRow = heads.Problem!.Line });
    }

    public static SheetForm Of(SheetMapping mapping) => new()
    {
        IsRead = !mapping.IsNone,
        HeadRow = mapping.HeadRow,
        Columns = mapping.Columns.ToDictionary(column => column.Key, column => NameOf(column.Value)),
    };

    public static string? NameOf(SheetRole role) => role.Part switch
    {
        SheetPart.Unread => null,
        SheetPart.Option => SheetHead.LettersOf(role.Option),
        var part => part.ToString(),
    };

    private static SheetRole? RoleOf(string? name) => name switch
    {
        [>= 'A' and <= 'Z' and var letter] => new SheetRole(SheetPart.Option, letter - 'A'),
        _ => Enum.TryParse<SheetPart>(name, out var part) && Enum.IsDefined(part) && part is not (SheetPart.Option or SheetPart.Unread)
            ? new SheetRole(part)
            : null,
    };
}
