using Academy.Domain.Data;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;

namespace Academy.Tests.Quizzes;

/// <summary>What papers are drawn from is read once, and again as soon as it has changed.</summary>
public sealed class KeptSuppliesTests(OpenedAcademy opened) : IAsyncDisposable
{
    private static readonly Blueprint Paper = new(
        [new Section(QuestionType.SingleChoice, Points.Of(5), ["counterfeit-currency"], 2, [])], true, true);

    private readonly AcademyStore store = new(opened);
    private readonly KeptSupplies supplies = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Whoever_starts_finds_what_was_read_for_the_one_before()
    {
        var first = await SupplyAsync();
        store.Execute(
            "UPDATE Questions SET Name = 'another name'; UPDATE Employees SET Name = '新名'; UPDATE QuestionVersions SET Difficulty = 3");

        Assert.Same(first, await SupplyAsync());
        Assert.NotSame(first, await SupplyAsync(scheme: MarkingScheme.HalfWhenIncomplete));
        Assert.NotSame(first, await SupplyAsync(Paper with { ShufflesOptions = false }));
    }

    [Fact]
    public async Task Those_who_start_at_once_wait_for_one_reading()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SupplyAsync())));

        Assert.Single(all.Distinct());
    }

    [Theory]
    [InlineData("UPDATE QuestionVersions SET State = 'Draft' WHERE Id = {0}")]
    [InlineData("UPDATE QuestionVersions SET SupersededAt = 1 WHERE Id = {0}")]
    [InlineData("UPDATE QuestionVersions SET Type = 'MultipleChoice' WHERE Id = {0}")]
    [InlineData("UPDATE QuestionVersions SET GradedUnder = 0 WHERE Id = {0}")]
    [InlineData("UPDATE Questions SET RetiredAt = 1 WHERE Id = (SELECT QuestionId FROM QuestionVersions WHERE Id = {0})")]
    [InlineData("UPDATE Questions SET BankId = BankId + 1 WHERE Id = (SELECT QuestionId FROM QuestionVersions WHERE Id = {0})")]
    public async Task What_may_no_longer_be_drawn_is_gone_at_once(string change)
    {
        var candidate = (await SupplyAsync()).All.First();

        store.Execute(string.Format(System.Globalization.CultureInfo.InvariantCulture, change, candidate.VersionId));

        Assert.DoesNotContain(candidate, (await SupplyAsync()).All);
    }

    [Fact]
    public async Task What_gets_and_loses_a_tag_may_be_drawn_and_no_longer()
    {
        var tagged = Paper with { Sections = [Paper.Sections[0] with { Tags = ["新员工"] }] };
        var candidate = (await SupplyAsync()).All.First();
        Assert.Empty((await SupplyAsync(tagged)).All);

        store.Execute($"INSERT INTO QuestionTags (QuestionId, Tag) VALUES ({candidate.QuestionId}, '新员工')");
        Assert.Equal([candidate], (await SupplyAsync(tagged)).All);

        store.Execute("DELETE FROM QuestionTags WHERE Tag = '新员工'");
        Assert.Empty((await SupplyAsync(tagged)).All);
    }

    private Task<Supply> SupplyAsync(Blueprint? paper = null, MarkingScheme scheme = MarkingScheme.AllOrNothing) =>
        store.AskAsync((AcademyDb db) => supplies.OfAsync(db, paper ?? Paper, scheme, default));
}
