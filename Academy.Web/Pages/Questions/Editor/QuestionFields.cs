using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>A question's form on a page: how its fields are named there, and what is said beside them.</summary>
/// <param name="Form">The form, or a part of it.</param>
/// <param name="Prefix">What the names of the whole form begin with.</param>
/// <param name="Advice">What is said beside the fields of the whole form.</param>
/// <param name="Path">The place of a part in the form: <c>Parts[1].</c>, or nothing.</param>
public sealed partial record QuestionFields(QuestionForm Form, string Prefix, IReadOnlyList<QuestionAdvice> Advice, string Path = "")
{
    public bool IsPart => Path.Length > 0;

    public QuestionFields Part(int index) => this with { Form = Form.Parts[index], Path = $"{Path}Parts[{index}]." };

    public string Name(string field) => $"{Prefix}.{Path}{field}";

    public string Id(string field) => IdOf(Name(field));

    public string? Error(ModelStateDictionary state, string field) =>
        state[Name(field)]?.Errors is [var first, ..] ? first.ErrorMessage : null;

    public IEnumerable<QuestionAdvice> AdviceAt(string field) => Advice.Where(a => a.Place == Path + field);

    public EditorField Field(string field, string label, string? value) => new(this, field, label, value);

    public static string IdOf(string name) => Odd().Replace(name, "_");

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex Odd();
}

/// <summary>One field of a question's form.</summary>
public sealed record EditorField(QuestionFields Fields, string Field, string Label, string? Value)
{
    /// <summary>Lines of a text area; 0 for a single line.</summary>
    public int Rows { get; init; }
    public string? Help { get; init; }
    public int Longest { get; init; } = QuestionRules.LongestText;

    /// <summary>The id of what the browser suggests.</summary>
    public string? Suggestions { get; init; }

    /// <summary>Whether what stands around it says what it is; the label is then read out only.</summary>
    public bool IsInRow { get; init; }
    public bool IsFirst { get; init; }

    /// <summary>The field as forms have it.</summary>
    public Field Filled(IHtmlContent advice) => new(Fields.Name(Field), Label, Value, Help, Longest, IsRequired: false)
    {
        Id = Fields.Id(Field),
        Rows = Rows,
        Suggestions = Suggestions,
        IsInRow = IsInRow,
        IsFirst = IsFirst,
        Advice = advice,
    };
}
