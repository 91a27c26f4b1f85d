namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>Who writes courses.</summary>
public static class Authors
{
    public const string Roles = $"{Domain.People.Roles.Trainer},{Domain.People.Roles.Administrator}";

    public static readonly IReadOnlyList<string> All = Roles.Split(',');
}

/// <summary>A field of a form; its error is the model state's.</summary>
/// <param name="Name">The name it is posted under.</param>
/// <param name="Label">The key of its words; those of the help end in .Help.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Longest">How many characters it takes.</param>
/// <param name="Rows">Lines of a text area; 0 for a single line.</param>
/// <param name="HasHelp">Whether there are words of help.</param>
/// <param name="IsRequired">Whether the browser asks for it, too.</param>
public sealed record Field(
    string Name, string Label, string? Value, int Longest, int Rows = 0, bool HasHelp = false, bool IsRequired = false);
