using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>What the address of a bank's list, and of an act on what it shows, says of the questions that are wanted.</summary>
public abstract class BankFilterPage(AcademyDb db, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    /// <summary>Stands for the questions in no drawer.</summary>
    public const long Unfiled = 0;

    [FromQuery(Name = "q")] public string? Text { get; set; }
    [FromQuery(Name = "type")] public QuestionType? Type { get; set; }
    [FromQuery(Name = "category")] public long? CategoryId { get; set; }
    [FromQuery(Name = "tag")] public string? Tag { get; set; }
    [FromQuery(Name = "difficulty")] public int? Difficulty { get; set; }
    [FromQuery(Name = "state")] public QuestionState? State { get; set; }
    [FromQuery(Name = "want")] public QuestionWant? Want { get; set; }

    public CategoryTree Tree { get; private set; } = new([]);

    protected IQueryable<QuestionVersion> Found
    {
        get
        {
            Tree = new CategoryTree(Bank.Categories);
            return new QuestionFilter
            {
                Text = Text,
                Type = Type,
                Categories = CategoryId switch { null => null, Unfiled => [], { } id => Tree.Within(id) },
                Tag = string.IsNullOrWhiteSpace(Tag) ? null : Tag.Trim(),
                Difficulty = Difficulty,
                State = State,
                Want = Want,
            }.In(Bank, Db);
        }
    }
}
