using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Writing;

/// <summary>Gathers what a format cannot hold, question by question.</summary>
internal sealed class WritingLosses
{
    private readonly List<WritingMessage> all = [];

    public IReadOnlyList<WritingMessage> All => [.. all.Distinct()];

    public void Add(DraftQuestion question, WritingLoss loss, string detail = "") => all.Add(new(question.Position, loss, detail));

    public void AddIf(bool isLost, DraftQuestion question, WritingLoss loss, string detail = "")
    {
        if (isLost) Add(question, loss, detail);
    }
}
