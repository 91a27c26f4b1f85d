using Academy.Domain.Questions.Versions;

namespace Academy.Web.Pages.Questions;

/// <summary>What can be done with a question, or with several of a bank at once.</summary>
public enum SelectionAct { Move, Tag, Grade, Send, Approve, Return, Confirm, Retire, Restore }

public static class SelectionActs
{
    /// <summary>The acts that ask for something before they are done.</summary>
    public static bool Asks(SelectionAct act) =>
        act is SelectionAct.Move or SelectionAct.Tag or SelectionAct.Grade or SelectionAct.Return or SelectionAct.Retire;

    /// <summary>The acts for which something is entered or chosen.</summary>
    public static bool TakesEntries(SelectionAct act) => Asks(act) && act != SelectionAct.Retire;

    /// <summary>What makes sense for questions that stand so.</summary>
    public static IEnumerable<SelectionAct> Offered(QuestionState? state) => Enum.GetValues<SelectionAct>().Where(act => act switch
    {
        SelectionAct.Restore => state == QuestionState.Retired,
        SelectionAct.Retire => state != QuestionState.Retired,
        SelectionAct.Send => state is null or QuestionState.Draft,
        SelectionAct.Approve => state is null or QuestionState.Draft or QuestionState.InReview,
        SelectionAct.Return => state == QuestionState.InReview,
        SelectionAct.Confirm => state is null or QuestionState.Approved,
        _ => true,
    });
}
