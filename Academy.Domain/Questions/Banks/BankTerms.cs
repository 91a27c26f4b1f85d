using Academy.Domain.Auditing;
using Academy.Domain.Data;

namespace Academy.Domain.Questions.Banks;

/// <summary>What a bank is called, and who may do what with it.</summary>
public sealed record BankTerms(string Title, string Description, BankAccess Access, bool RequiresReview) : IFacts
{
    public const int LongestTitle = 200;
    public const int LongestDescription = 400;

    public string Title
    {
        get;
        init => field = OneLine.Of(value);
    } = OneLine.Of(Title);

    public static BankTerms Of(Bank bank) => new(bank.Title, bank.Description, bank.Access, bank.RequiresReview);

    /// <summary>Why no bank can have these terms.</summary>
    public LibrarianRefusal? Refusal()
    {
        if (Title.Length == 0) return LibrarianRefusal.TitleMissing;
        if (Title.Length > LongestTitle) return LibrarianRefusal.TitleTooLong;
        return Description.Length > LongestDescription ? LibrarianRefusal.DescriptionTooLong : null;
    }

    /// <summary>Tells one state of the terms from another.</summary>
    public string AsSeen() => Fingerprint.Of(this);

    public void PutInto(Bank bank) =>
        (bank.Title, bank.Description, bank.Access, bank.RequiresReview) = (Title, Description, Access, RequiresReview);
}
