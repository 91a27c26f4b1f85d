using Academy.Domain.Questions.Marking;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Questions.Asking;

namespace Academy.Web.Pages.Quizzes;

public static class AskedSlots
{
    extension(Slot slot)
    {
        /// <summary>What the slot asks, with what was answered there.</summary>
        public AskedQuestion Asked(MarkingScheme scheme, Response? response = null) =>
            new(slot.Number, slot.Question, slot.OptionOrder, slot.Worth, scheme)
            {
                Material = AskedQuestion.MaterialOf(slot.Version.Text, slot.Part),
                Stored = response?.Value,
                Revision = response?.Revision ?? 0,
            };
    }
}
