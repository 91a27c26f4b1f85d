using Academy.Domain.Data;

namespace Academy.Domain.Files;

/// <summary>
/// What a file is called where it comes from, as people see it: without the folders that some browsers send along and without what
/// nobody sees, and of a long name the end, which says what kind it is.
/// </summary>
public static class FileName
{
    public const int Longest = 200;

    public static string Of(string given) => Cut.End(OneLine.Of(Path.GetFileName(given.Replace('\\', '/'))), Longest);
}
