using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>What papers may be drawn from. No text is read for it.</summary>
public static class SupplyQueries
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// What a blueprint may ask under a marking scheme: what the scheme cannot mark is never drawn. Without a scheme,
        /// whatever is in use.
        /// </summary>
        public async Task<Supply> SupplyAsync(Blueprint blueprint, MarkingScheme? scheme, CancellationToken ct)
        {
            var versions = scheme is { } given ? db.QuestionVersions.FitUnder(given) : db.QuestionVersions;
            var named = blueprint.Names.Count == 0 ? [] : await versions.In(db.Banks).NamedBy(blueprint).ToListAsync(ct);
            var pools = new List<IReadOnlyCollection<Candidate>>();
            foreach (var section in blueprint.Sections) pools.Add(section.IsFixed ? [] : await versions.DrawnBy(section).ToListAsync(ct));
            return new Supply(blueprint, named, pools);
        }

        public async Task<IReadOnlyList<Shortage>> ShortagesAsync(Blueprint blueprint, MarkingScheme scheme, CancellationToken ct) =>
            blueprint.ShortagesOf(await db.SupplyAsync(blueprint, scheme, ct));
    }

    extension(IQueryable<QuestionVersion> versions)
    {
        /// <summary>Those of the banks; what waits outside them to come in is not there yet.</summary>
        private IQueryable<QuestionVersion> In(IQueryable<Bank> banks) => versions.Where(v => banks.Any(b => b.Id == v.Question.BankId));

        /// <summary>What sections choose their questions by.</summary>
        public IQueryable<Drawable> Drawables() => versions.Select(v => new Drawable(
            v.QuestionId, v.Type, v.Question.Bank.Slug, v.Question.CategoryId, v.Question.Tags.Select(t => t.Tag).ToList()));

        /// <summary>What a section draws from, as <see cref="Section.Draws"/> says.</summary>
        public IQueryable<Candidate> DrawnBy(Section section)
        {
            var (type, banks, categories, tags) = (section.Type, section.Banks, section.Categories, section.Tags);
            if (type == QuestionType.Description) return versions.Where(_ => false).Select(v => new Candidate(v.QuestionId, v.Id));

            var held = versions.InForce().Where(v => v.Type == type && banks.Contains(v.Question.Bank.Slug));
            if (categories.Count > 0)
                held = held.Where(v => v.Question.CategoryId != null && categories.Contains(v.Question.CategoryId.Value));
            if (tags.Count > 0) held = held.Where(v => v.Question.Tags.Any(t => tags.Contains(t.Tag)));
            return held.Select(v => new Candidate(v.QuestionId, v.Id));
        }

        /// <summary>
        /// The versions of the questions that a blueprint names which may be meant: those in force, and those that it pins, which
        /// in a bank that demands reviews somebody must stand for who did not write them.
        /// </summary>
        public IQueryable<NamedVersion> NamedBy(Blueprint blueprint)
        {
            var keys = blueprint.Names.Select(name => name.Key).Distinct().ToList();
            var pinned = blueprint.Names.Where(name => name.Version is not null).Select(name => name.Key).ToList();
            return versions
                .Where(v => v.State == VersionState.Approved && v.Question.RetiredAt == null && keys.Contains(v.Question.Key))
                .Where(v => v.SupersededAt == null
                    || (pinned.Contains(v.Question.Key) && (v.IsVouchedFor == true || !v.Question.Bank.RequiresReview)))
                .Select(v => new NamedVersion(
                    v.Question.Key, v.Number, v.SupersededAt == null, v.Type, v.Question.Bank.Slug, v.QuestionId, v.Id));
        }
    }
}
