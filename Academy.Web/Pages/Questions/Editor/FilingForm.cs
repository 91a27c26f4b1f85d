using Academy.Domain.Questions.Versions;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>Where a question is filed, as fields of a form.</summary>
public sealed class FilingForm
{
    public string? Name { get; set; }
    public long? CategoryId { get; set; }
    public string? Tags { get; set; }

    public static FilingForm Of(Question question) => new()
    {
        Name = question.Name,
        CategoryId = question.CategoryId,
        Tags = string.Join('、', question.Tags.Select(t => t.Tag).Order(StringComparer.Ordinal)),
    };

    public Filing Read() => new(Name, CategoryId, QuestionTag.Read(Tags));
}
