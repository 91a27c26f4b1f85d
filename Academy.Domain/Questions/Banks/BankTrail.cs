using Academy.Domain.Auditing;
using Academy.Domain.People;

namespace Academy.Domain.Questions.Banks;

/// <summary>What the trail tells of here.</summary>
public static class BankTrail
{
    public static readonly AuditSubject Bank = new(nameof(Bank));

    public static readonly Act BankAdded = new(nameof(BankAdded));
    public static readonly Act BankEdited = new(nameof(BankEdited));
    public static readonly Act QuestionsSuspended = new(nameof(QuestionsSuspended));
    public static readonly Act BankShared = new(nameof(BankShared));
    public static readonly Act BankUnshared = new(nameof(BankUnshared));
    public static readonly Act CategoryAdded = new(nameof(CategoryAdded));
    public static readonly Act CategoryEdited = new(nameof(CategoryEdited));
    public static readonly Act CategoryRemoved = new(nameof(CategoryRemoved));
    public static readonly Act BankExported = new(nameof(BankExported));

    public static readonly Changes ChangesOfBank = new(Bank, [BankAdded, BankEdited]);
    public static readonly Changes ChangesOfCategories = new(Bank, [CategoryAdded, CategoryEdited, CategoryRemoved]);
}

internal sealed record ShareFacts(string Trainer) : IFacts
{
    public static ShareFacts Of(Employee trainer) => new($"{trainer.UserName} {trainer.Name}");
}

/// <summary>How many questions went out of force until somebody else approves them.</summary>
internal sealed record SuspensionFacts(int Questions) : IFacts;

internal sealed record CategoryFacts(string Category, string? Parent) : IFacts
{
    public static CategoryFacts Of(Category category) => new(category.Title, category.Parent?.Title);
}
