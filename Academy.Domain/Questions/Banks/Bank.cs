namespace Academy.Domain.Questions.Banks;

/// <summary>What trainers other than the owner may do with a bank. Those it is shared with by name may edit it in any case.</summary>
public enum BankAccess { Editable, Usable, Private }

/// <summary>A collection of questions on one subject (题库).</summary>
public sealed class Bank
{
    /// <summary>No bank that anybody sees is called so.</summary>
    internal const string AnteroomSlug = "~";

    private Bank() { }

    public Bank(string slug) => Slug = slug;

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Title { get; set; } = "";
    public string Description { get; set; } = "";

    /// <summary>The trainer who keeps it; null for the academy's own.</summary>
    public long? OwnerId { get; set; }

    public BankAccess Access { get; set; }

    /// <summary>Whether somebody else than the author must approve a question before graded quizzes draw it.</summary>
    public bool RequiresReview { get; set; }

    public ICollection<Category> Categories { get; } = [];
    public ICollection<BankShare> Shares { get; } = [];

    /// <summary>Whether the drawer that another is to stand under is one of its own.</summary>
    public bool HasPlaceFor(CategoryTerms terms) => terms.ParentId is not { } parent || Categories.Any(c => c.Id == parent);
}

/// <summary>Somebody who may edit a bank beside its owner.</summary>
public sealed class BankShare
{
    private BankShare() { }

    public BankShare(long employeeId) => EmployeeId = employeeId;

    public long BankId { get; private set; }
    public long EmployeeId { get; private set; }
}
