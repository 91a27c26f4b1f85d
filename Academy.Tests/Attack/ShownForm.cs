using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Academy.Tests.Attack;

/// <summary>A form as a page shows it, with what a browser would send of it.</summary>
internal sealed record ShownForm(string Page, string Action, bool HasFiles, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private static readonly byte[] Usual = "1. 双击一次是一次。（ ）\n答案：对\n"u8.ToArray();

    public static IReadOnlyList<ShownForm> On(string page, IHtmlDocument document) =>
        [.. document.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Select(form => Of(page, document, form))];

    /// <summary>What the form is for, whichever row it is about and whoever sees it.</summary>
    public string Kind => string.Concat(Action.Split('?')[0].Select(c => char.IsAsciiDigit(c) ? '#' : c))
        + string.Concat(Fields.Select(sent => sent.Key).Where(name => !name.Any(char.IsAsciiDigit)).Distinct().Select(name => $" {name}"));

    /// <summary>Where it goes, whichever thing it is about.</summary>
    public string Act => string.Join(
        '/', Action.Split('?')[0].Split('/').Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? "#" : part));

    /// <summary>The same with something else in its texts, so that what edits finds something to do.</summary>
    public ShownForm Changed() => this with
    {
        Fields = [.. Fields.Select(field => field.Value.Any(c => c is >= '一' and <= '鿿') ? new(field.Key, $"{field.Value}改") : field)],
    };

    /// <param name="fields">What is filled in.</param>
    /// <param name="file">What is sent in place of a file that the form is for; null for one that it is.</param>
    public HttpContent Send(IEnumerable<KeyValuePair<string, string>> fields, (string Name, byte[] Content)? file = null)
    {
        if (!HasFiles) return new FormUrlEncodedContent(fields);

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(field => field.Key.Length > 0)) parts.Add(new StringContent(value), name);
        parts.Add(new ByteArrayContent(file?.Content ?? Usual), "Upload", file?.Name ?? "题.txt");
        parts.Add(new ByteArrayContent(file?.Content ?? Usual), "file", file?.Name ?? "题.md");
        return parts;
    }

    private static ShownForm Of(string page, IHtmlDocument document, IHtmlFormElement form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in document.QuerySelectorAll("[name]").Where(element => BelongsTo(form, element)))
            fields.AddRange(Sent(element));
        if (form.QuerySelector("button[name]") is IHtmlButtonElement { Name: { } name } button) fields.Add(new(name, button.Value ?? ""));
        var address = form.GetAttribute("action") is { Length: > 0 } action ? action : page;
        return new(page, address, form.GetAttribute("enctype") == "multipart/form-data", fields);
    }

    private static bool BelongsTo(IHtmlFormElement form, IElement element) =>
        element.GetAttribute("form") is { } id ? id == form.Id : element.Closest("form") == form;

    private static IEnumerable<KeyValuePair<string, string>> Sent(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } tick => tick.IsChecked ? [new(tick.Name!, tick.Value)] : [],
        IHtmlInputElement { Type: "file" or "submit" } => [],
        IHtmlInputElement input => [new(input.Name!, input.Value.Length > 0 || !input.IsRequired ? input.Value : Filling(input))],
        IHtmlTextAreaElement area => [new(area.Name!, area.Value.Length > 0 || !area.IsRequired ? area.Value : "双击")],
        IHtmlSelectElement select => select.SelectedOptions.Select(option => KeyValuePair.Create(select.Name!, option.Value)),
        _ => [],
    };

    private static string Filling(IHtmlInputElement input) => (input.Type, input.Name) switch
    {
        ("number", _) => "1",
        ("date", _) => "2026-12-31",
        ("datetime-local", _) => "2026-12-31T10:00",
        (_, "EmployeeNumber" or "Code") => "N0001",
        (_, "PinyinKey") => "shuang ji",
        (_, "Slug" or "Address") => "pressed-twice",
        _ => "双击",
    };
}
