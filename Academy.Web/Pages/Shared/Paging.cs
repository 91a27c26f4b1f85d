namespace Academy.Web.Pages.Shared;

/// <summary>One page of a long list: which, of how many rows, how many to a page.</summary>
public sealed record Paging(int Page, int Rows, int Size = Paging.UsualSize)
{
    public const int UsualSize = 20;
    private const int Neighbors = 2;

    /// <summary>The last page; an empty list has one.</summary>
    public int Last => Math.Max(1, (Rows + Size - 1) / Size);

    /// <summary>How many rows come before the page.</summary>
    public int Skip => (Page - 1) * Size;

    /// <summary>The first page, the last, and those beside this one; 0 stands for a gap.</summary>
    public IEnumerable<int> Pages
    {
        get
        {
            var before = 0;
            foreach (var page in Enumerable.Range(1, Last).Where(p => p == 1 || p == Last || Math.Abs(p - Page) <= Neighbors))
            {
                if (page > before + 1) yield return 0;
                yield return before = page;
            }
        }
    }

    /// <summary>The page that was asked for, or the nearest there is.</summary>
    public static Paging Of(int asked, int rows, int size = UsualSize)
    {
        var first = new Paging(1, rows, size);
        return first with { Page = Math.Clamp(asked, 1, first.Last) };
    }
}
