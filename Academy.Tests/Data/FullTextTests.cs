using Academy.Domain.Data;
using Academy.Domain.Data.Searching;
using Academy.Tests.Hosting;
using CsCheck;

namespace Academy.Tests.Data;

public sealed class FullTextTests(OpenedAcademy opened) : IAsyncDisposable
{
    private const string Kind = "note";

    private readonly AcademyStore store = new(opened);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData("理", true)]
    [InlineData("客", true)]
    [InlineData("投诉", true)]
    [InlineData("诉在", true)]
    [InlineData("个工作日内", true)]
    [InlineData("工作 客户", true)]
    [InlineData("　客户　工作　", true)]
    [InlineData("15个工作日", true)]
    [InlineData("15 个工作日", true)]
    [InlineData("１５", true)]
    [InlineData("atm", true)]
    [InlineData("ＡＴＭ机具", true)]
    [InlineData("AT", true)]
    [InlineData("TM", false)]
    [InlineData("5个", false)]
    [InlineData("日客", false)]
    [InlineData("户投诉处", false)]
    [InlineData("客户 没有", false)]
    public async Task A_text_is_found_by_any_part_of_its_Chinese_and_by_the_beginnings_of_other_words(string typed, bool isFound)
    {
        await PutAsync("客户投诉在 15 个工作日内办理。客户报ATM 机具故障。");

        Assert.Equal(isFound ? 1 : 0, (await FindAsync(typed)).Count);
    }

    [Fact]
    public async Task A_Chinese_word_is_found_exactly_where_the_text_contains_it()
    {
        var text = One.Of("客", "户", "投", "诉", "处", "，", " ", "。\n").Array[1, 12].Select(string.Concat);
        var word = One.Of('客', '户', '投', '诉', '处').Array[1, 5].Select(characters => new string(characters));
        await Gen.Select(text.Array[1, 6], word.Array[1, 3]).SampleAsync(async (texts, words) =>
        {
            await PutAsync(texts);

            var expected = texts.Where(t => words.All(w => t.Contains(w, StringComparison.Ordinal))).Order(StringComparer.Ordinal);
            Assert.Equal(expected, (await FindAsync(string.Join(' ', words))).Select(e => e.Text).Order(StringComparer.Ordinal));
        }, iter: 150, threads: 1);
    }

    [Fact]
    public async Task A_word_of_letters_is_found_exactly_where_a_word_begins_with_it()
    {
        var word = One.Of('a', 'b', '7').Array[1, 3].Select(characters => new string(characters));
        await Gen.Select(word.Array[1, 4].Select(w => string.Join(' ', w)).Array[1, 6], word).SampleAsync(async (texts, typed) =>
        {
            await PutAsync(texts);

            var expected = texts
                .Where(t => t.Split(' ').Any(w => w.StartsWith(typed, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal);
            Assert.Equal(expected, (await FindAsync(typed.ToUpperInvariant())).Select(e => e.Text).Order(StringComparer.Ordinal));
        }, iter: 100, threads: 1);
    }

    [Fact]
    public async Task Whatever_is_typed_is_only_text()
    {
        await PutAsync("客户投诉", "a AND b");
        var piece = Gen.OneOf(
            One.Of(
                "\"", "*", "(", ")", "AND", "OR", "NOT", "NEAR(", "^", ":", "Title:", "-", "+", "{", "}", "'", ";", "\\", "\0", "%",
                "\uD842", "客户", "a", " "),
            Gen.String[0, 5]);
        await piece.Array[0, 12].Select(string.Concat).SampleAsync(async typed =>
        {
            var query = SearchQuery.Of(typed);
            foreach (var entry in await FindAsync(typed)) Assert.Contains(query.Mark(entry.Text), part => part.IsFound);
        }, iter: 300, threads: 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("，。\"*")]
    public async Task Nothing_typed_finds_nothing(string typed)
    {
        await PutAsync("客户投诉");

        Assert.Empty(await FindAsync(typed));
        Assert.Empty(await store.AskAsync((AcademyDb db) => db.FullText.CountAsync(SearchQuery.Of(typed), default)));
    }

    [Fact]
    public void What_is_typed_is_bounded()
    {
        var query = SearchQuery.Of(string.Concat(Enumerable.Repeat("客户 ", 5_000)));

        Assert.Equal(SearchQuery.MostCharacters, query.Text.Length);
        Assert.InRange(query.Terms.Count(), 1, 8);
    }

    [Fact]
    public async Task A_term_in_the_title_comes_first()
    {
        await PutAsync(
            "source",
            [new(Kind, "1", "source", "时限", "投诉要在时限里办完，投诉人要得到答复", ""), new(Kind, "2", "source", "投诉", "接待", "")]);

        Assert.Equal(["2", "1"], (await FindAsync("投诉")).Select(e => e.Key));
    }

    [Fact]
    public async Task A_changed_text_is_found_by_its_new_words_alone_and_a_removed_one_no_more()
    {
        await PutAsync("客户投诉", "残损币");
        await PutAsync("客户表扬");

        Assert.Empty(await FindAsync("投诉"));
        Assert.Empty(await FindAsync("残损"));
        Assert.Single(await FindAsync("表扬"));
    }

    [Fact]
    public async Task Texts_of_another_source_stay()
    {
        await PutAsync("客户投诉");

        await PutAsync("another", []);

        Assert.Single(await FindAsync("投诉"));
    }

    [Fact]
    public async Task What_is_taken_back_is_not_found()
    {
        await store.TellAsync(async (AcademyDb db) =>
        {
            await using var turn = await db.TakeTurnAsync(default);
            await db.FullText.PutAsync(Kind, "source", [new(Kind, "1", "source", "", "客户投诉", "")], default);
        });

        Assert.Empty(await FindAsync("投诉"));
    }

    [Fact]
    public async Task Texts_are_written_in_the_turn_of_what_they_say_or_not_at_all()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.TellAsync((AcademyDb db) =>
            db.FullText.PutAsync(Kind, "source", [new(Kind, "1", "source", "", "客户投诉", "")], default)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.TellAsync((AcademyDb db) =>
            db.FullText.RemoveAsync(Kind, ["1"], default)));

        Assert.Empty(await FindAsync("投诉"));
    }

    [Fact]
    public void Marks_stand_where_the_text_as_it_is_shown_has_the_terms()
    {
        Assert.Equal("在[１５ 个]工作日内答复[客户]", Show(SearchQuery.Of("15个 客户").Mark("在１５ 个工作日内答复客户")));
        Assert.Equal("[ATM] 与 aATM", Show(SearchQuery.Of("atm").Mark("ATM 与 aATM")));
        Assert.Equal("[㈱]客", Show(SearchQuery.Of("株").Mark("㈱客")));
    }

    [Fact]
    public void An_excerpt_begins_before_the_first_place_and_says_where_text_is_left_out()
    {
        var text = new string('前', 200) + "投诉" + new string('后', 200);

        Assert.Equal($"…{new string('前', 10)}[投诉]{new string('后', 28)}…", Show(SearchQuery.Of("投诉").Excerpt(text, 40)));
        Assert.Equal("短 [投诉]", Show(SearchQuery.Of("投诉").Excerpt("短\n投诉", 40)));
    }

    private static class One
    {
        public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
    }

    private static string Show(IEnumerable<ExcerptPart> parts) =>
        string.Concat(parts.Select(part => part.IsFound ? $"[{part.Text}]" : part.Text));

    private Task PutAsync(params string[] texts) =>
        PutAsync("source", [.. texts.Select((text, index) => new IndexedText(Kind, $"{index}", "source", "", text, ""))]);

    private Task PutAsync(string source, IndexedText[] entries) => store.TellAsync(async (AcademyDb db) =>
    {
        await using var turn = await db.TakeTurnAsync(default);
        await db.FullText.PutAsync(Kind, source, entries, default);
        await turn.CommitAsync(default);
    });

    private Task<IReadOnlyList<IndexedText>> FindAsync(string typed) =>
        store.AskAsync((AcademyDb db) => db.FullText.FindAsync(Kind, SearchQuery.Of(typed), 0, 100, default));
}
