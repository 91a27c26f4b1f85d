using Academy.Domain.Data;
using Academy.Domain.Data.Searching;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Versions;

/// <summary>How a question stands: how far its latest text has come, unless it is retired.</summary>
public enum QuestionState { Draft, InReview, Approved, Retired }

/// <summary>What a question wants for.</summary>
public enum QuestionWant { ClauseCheck, Explanation, Clause }

/// <summary>Which questions of a bank somebody looks for; what is null leaves nothing out.</summary>
public sealed record QuestionFilter
{
    /// <summary>In the text, the key or the name.</summary>
    public string? Text { get; init; }
    public QuestionType? Type { get; init; }

    /// <summary>The drawers that it may be in; empty for those in none.</summary>
    public IReadOnlyCollection<long>? Categories { get; init; }
    public string? Tag { get; init; }
    public int? Difficulty { get; init; }

    /// <summary>Without one, all that are not retired.</summary>
    public QuestionState? State { get; init; }
    public QuestionWant? Want { get; init; }

    /// <summary>The latest versions of the bank's questions that fit.</summary>
    public IQueryable<QuestionVersion> In(Bank bank, AcademyDb db)
    {
        var bankId = bank.Id;
        var versions = InState(db.QuestionVersions.Latest().Where(v => v.Question.BankId == bankId));
        if (Type is { } type) versions = versions.Where(v => v.Type == type);
        if (Difficulty is { } difficulty) versions = versions.Where(v => v.Difficulty == difficulty);
        if (Tag is { } tag) versions = versions.Where(v => v.Question.Tags.Any(t => t.Tag == tag));
        return Wanting(Filed(versions), db).Saying(Text, [bank.Slug], db);
    }

    private IQueryable<QuestionVersion> InState(IQueryable<QuestionVersion> versions) => State switch
    {
        null => versions.Where(v => v.Question.RetiredAt == null),
        QuestionState.Retired => versions.Where(v => v.Question.RetiredAt != null),
        QuestionState.Draft => versions.Where(v => v.Question.RetiredAt == null && v.State == VersionState.Draft),
        QuestionState.InReview => versions.Where(v => v.Question.RetiredAt == null && v.State == VersionState.InReview),
        _ => versions.Where(v => v.Question.RetiredAt == null && v.State == VersionState.Approved),
    };

    private IQueryable<QuestionVersion> Filed(IQueryable<QuestionVersion> versions) => Categories switch
    {
        null => versions,
        { Count: 0 } => versions.Where(v => v.Question.CategoryId == null),
        _ => versions.Where(v => Categories.Contains(v.Question.CategoryId!.Value)),
    };

    private IQueryable<QuestionVersion> Wanting(IQueryable<QuestionVersion> versions, AcademyDb db)
    {
        if (Want is QuestionWant.Explanation) return versions.Where(v => !v.IsExplained);
        if (Want is QuestionWant.Clause) return versions.Where(v => v.Topic == null);
        if (Want is null) return versions;

        var flagged = db.FlaggedVersions().Select(v => v.Id);
        return versions.Where(v => flagged.Contains(v.Id));
    }
}

public static class QuestionSearch
{
    extension(IQueryable<QuestionVersion> versions)
    {
        /// <summary>
        /// Those of some banks that say what somebody typed, in the text, the key or the name; all when nothing was typed.
        /// </summary>
        public IQueryable<QuestionVersion> Saying(string? typed, IReadOnlyCollection<string> banks, AcademyDb db)
        {
            var query = SearchQuery.Of(typed);
            if (query.IsEmpty) return versions;

            var like = LikePattern.Holding(query.Text);
            var found = banks.Select(bank => db.FullText.Keys(BankIndex.Kind, bank, query))
                .Aggregate((some, more) => some.Union(more));
            return versions.Where(v => found.Contains(v.Question.Key)
                || EF.Functions.Like(v.Question.Key, like, LikePattern.Escape)
                || EF.Functions.Like(v.Question.Name!, like, LikePattern.Escape));
        }
    }
}
