using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Academy.Web.Pages.People;

/// <summary>One entry of a form: its name, what stands above it, what is in it, and what helps to fill it in.</summary>
public sealed record Field(string Name, string Label, string? Value, string? Help = null, int MaxLength = 100, bool IsRequired = true)
{
    /// <summary>What there is to choose from; null where one types.</summary>
    public IReadOnlyList<SelectListItem>? Choices { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string? Error(ModelStateDictionary state) => state[Name]?.Errors is [var first, ..] ? first.ErrorMessage : null;
}
