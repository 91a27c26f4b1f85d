namespace Academy.Web.Pages.Search;

/// <summary>What can be searched; who may is said by <see cref="SearchModel"/>.</summary>
public enum Place { Lessons, Questions, People }

/// <summary>Something found: what it is called, a piece of its text, where it belongs, and the page that shows it.</summary>
public sealed record Find(string Title, string Text, IReadOnlyList<string> Facts, string Address);
