using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;

namespace Academy.Tests.Quizzes;

/// <summary>Papers of versions that are at hand, found by the same queries as those of a store.</summary>
internal static class Supplies
{
    public static Supply SupplyOf(this Blueprint blueprint, IReadOnlyCollection<QuestionVersion> versions)
    {
        var all = versions.AsQueryable();
        var pools = blueprint.Sections.Select(section => section.IsFixed ? [] : all.DrawnBy(section).ToList());
        return new Supply(blueprint, all.NamedBy(blueprint).ToList(), pools);
    }

    public static IReadOnlyList<Slot>? DrawPaper(this Blueprint blueprint, IReadOnlyCollection<QuestionVersion> versions, Random random) =>
        blueprint.Draw(blueprint.SupplyOf(versions), random) is { } drawn
            ? blueprint.LayOut(drawn, versions.ToDictionary(v => v.Id), random)
            : null;

    /// <summary>What the store would have set.</summary>
    public static void Settle(object entity, string property, object value) =>
        entity.GetType().GetProperty(property)!.SetValue(entity, value);
}
