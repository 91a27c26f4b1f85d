using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Standings;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>A row of a board as somebody sees it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Name">Null for who is not told by name.</param>
/// <param name="Branch">Where the result belongs; empty for who is not told by name.</param>
/// <param name="IsOwn">Whether it is the row of whoever looks.</param>
/// <param name="Level">The level that it reaches.</param>
/// <param name="Before">The rank in the quarter before; null where there was none, or the row has no name.</param>
/// <param name="IsAfterGap">Whether rows between it and the one above are left out.</param>
public sealed record ShownRow(BoardRow Row, string? Name, string Branch, bool IsOwn, Level? Level, int? Before, bool IsAfterGap);

/// <summary>A branch among others.</summary>
public sealed record ShownUnit(UnitRow Row, string Name, bool IsOwn);
