using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>The terms of a bank as a form has them.</summary>
public sealed class BankForm
{
    public string? Title { get; set; }
    public string? Description { get; set; }
    public BankAccess Access { get; set; } = BankAccess.Private;
    public bool RequiresReview { get; set; }

    public BankTerms Terms => new(OneLine.Of(Title), Description?.Trim() ?? "", Access, RequiresReview);

    public static BankForm Of(Bank bank) =>
        new() { Title = bank.Title, Description = bank.Description, Access = bank.Access, RequiresReview = bank.RequiresReview };

    public static string FieldOf(LibrarianRefusal refusal) => refusal switch
    {
        LibrarianRefusal.DescriptionTooLong => "Form.Description",
        LibrarianRefusal.SavedBefore or LibrarianRefusal.ChangedMeanwhile or LibrarianRefusal.ReviewStays => "",
        _ => "Form.Title",
    };
}
