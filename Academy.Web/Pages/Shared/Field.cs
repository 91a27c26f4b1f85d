using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Academy.Web.Pages.Shared;

/// <summary>One entry of a form: its name, what stands above it, what is in it, and what helps to fill it in.</summary>
/// <param name="Name">What its refusals are filed under; it is posted under that, too, unless <see cref="Posted"/> says otherwise.</param>
/// <param name="Label">What stands above it.</param>
/// <param name="Value">What is in it.</param>
/// <param name="Help">What helps to fill it in.</param>
/// <param name="Longest">How many characters it takes.</param>
/// <param name="IsRequired">Whether the browser asks for it, too.</param>
public sealed record Field(string Name, string Label, string? Value, string? Help = null, int Longest = 100, bool IsRequired = true)
{
    /// <summary>What it is found by on the page.</summary>
    public string Id { get; init; } = Name;

    /// <summary>What it is posted under.</summary>
    public string Posted { get; init; } = Name;

    /// <summary>Lines of a text area; 0 for a single line.</summary>
    public int Rows { get; init; }

    /// <summary>What kind of a line it is to the browser.</summary>
    public string Type { get; init; } = "text";

    /// <summary>What there is to choose from; null where one types.</summary>
    public IReadOnlyList<SelectListItem>? Choices { get; init; }

    /// <summary>The id of what the browser suggests.</summary>
    public string? Suggestions { get; init; }

    /// <summary>Whether what stands around it says what it is; the label is then read out only.</summary>
    public bool IsInRow { get; init; }

    /// <summary>Whether the page begins there.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What is said below it, under an id that ends in <c>-advice</c>; null for nothing.</summary>
    public IHtmlContent? Advice { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string? Error(ModelStateDictionary state) => state[Name]?.Errors is [var first, ..] ? first.ErrorMessage : null;

    /// <summary>The ids of what is said about it; null for nothing.</summary>
    public string? DescribedBy(string? error)
    {
        string?[] ids = [Help is null ? null : $"{Id}-help", error is null ? null : $"{Id}-error", Advice is null ? null : $"{Id}-advice"];
        return ids.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;
    }
}
