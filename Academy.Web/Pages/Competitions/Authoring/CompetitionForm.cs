using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>
/// A discipline that a competition may have, and how many tries, or how many judges where they write the result down, or which quiz is
/// answered; none for one that it has not.
/// </summary>
public sealed class EventForm
{
    public string Discipline { get; set; } = "";
    public int? Tries { get; set; }
    public long? QuizId { get; set; }
    public bool TieByTime { get; set; }

    internal bool IsHeld => Tries is > 0 or < 0 || QuizId is not null || TieByTime;

    internal EventTerms Terms => Domain.Competitions.Drills.Discipline.Named(Discipline) switch
    {
        { IsJudged: true } => new EventTerms(Discipline, 1, Tries ?? 0, QuizId, TieByTime),
        { IsKnowledge: true } => new EventTerms(Discipline, Tries ?? 1, 0, QuizId, TieByTime),
        _ => new EventTerms(Discipline, Tries ?? 0, 0, QuizId, TieByTime),
    };
}

/// <summary>A competition as fields of a form, moments in bank time.</summary>
public sealed class CompetitionForm
{
    private const int UsualDays = 7;
    private const int UsualTries = 2;

    public string? Title { get; set; }
    public string? Notice { get; set; }
    public string? OpensAt { get; set; }
    public string? ClosesAt { get; set; }

    /// <summary>Empty where boards do not freeze.</summary>
    public string? FreezesAt { get; set; }
    public List<EventForm> Events { get; set; } = [];
    public ResultForm Results { get; set; } = new();
    public EligibilityForm Eligibility { get; set; } = new();

    /// <summary>Null where nobody is named.</summary>
    public long? ChiefJudge { get; set; }

    /// <summary>A week from tomorrow on, in every discipline that people have in the browser.</summary>
    public static CompetitionForm New(DateOnly today) => new()
    {
        OpensAt = FormMoment.Write(today.AddDays(1).ToDateTime(new TimeOnly(9, 0))),
        ClosesAt = FormMoment.Write(today.AddDays(1 + UsualDays).ToDateTime(new TimeOnly(18, 0))),
        Events =
        [
            .. Discipline.Compared.Select(discipline => new EventForm
            {
                Discipline = discipline.Slug,
                Tries = discipline.IsJudged ? null : UsualTries,
            }),
            .. Quizzes([]),
        ],
    };

    public static CompetitionForm Of(CompetitionTerms terms, BankZone zone) => new()
    {
        Title = terms.Title,
        Notice = terms.Notice,
        OpensAt = FormMoment.Write(terms.OpensAt, zone),
        ClosesAt = FormMoment.Write(terms.ClosesAt, zone),
        FreezesAt = terms.FreezesAt is { } at ? FormMoment.Write(at, zone) : null,
        ChiefJudge = terms.ChiefJudgeId,
        Events =
        [
            .. Discipline.Compared.Select(discipline => new EventForm
            {
                Discipline = discipline.Slug,
                Tries = terms.Events.Where(e => e.Discipline == discipline.Slug).Max(e => (int?)Math.Max(e.Tries, e.Judges)),
            }),
            .. Quizzes([.. terms.Events.Where(e => e.QuizId is not null)]),
        ],
        Results = ResultForm.Of(terms.Results),
        Eligibility = EligibilityForm.Of(terms.Eligibility),
    };

    /// <summary>The quizzes that it has, and room for one more.</summary>
    private static IEnumerable<EventForm> Quizzes(IReadOnlyList<EventTerms> held) => held
        .Select(e => new EventForm { Discipline = e.Discipline, QuizId = e.QuizId, TieByTime = e.TieByTime })
        .Append(new EventForm { Discipline = Discipline.Knowledge.Slug })
        .Take(EventTerms.MostQuizzes);

    /// <summary>The field that a refusal is about; empty for the whole.</summary>
    public static string FieldOf(CompetitionRefusal refusal) => refusal switch
    {
        CompetitionRefusal.TitleMissing or CompetitionRefusal.TitleTooLong => nameof(Title),
        CompetitionRefusal.NoticeTooLong => nameof(Notice),
        CompetitionRefusal.OpeningMissing or CompetitionRefusal.OpensTooFarOff => nameof(OpensAt),
        CompetitionRefusal.ClosingMissing or CompetitionRefusal.ClosesBeforeItOpens or CompetitionRefusal.TooLong
            or CompetitionRefusal.ClosesInThePast => nameof(ClosesAt),
        CompetitionRefusal.FreezesOutside => nameof(FreezesAt),
        CompetitionRefusal.AwardsOutOfRange => nameof(ResultForm.AwardRule),
        CompetitionRefusal.AwardTitleTooLong => nameof(ResultForm.FirstTitle),
        CompetitionRefusal.TeamsOutOfRange => nameof(ResultForm.TeamBest),
        CompetitionRefusal.ObjectionHoursOutOfRange => nameof(ResultForm.ObjectionHours),
        CompetitionRefusal.NoEvents or CompetitionRefusal.TriesOutOfRange or CompetitionRefusal.JudgesOutOfRange
            or CompetitionRefusal.QuizMissing or CompetitionRefusal.TooManyQuizzes or CompetitionRefusal.UnknownQuiz
            or CompetitionRefusal.QuizUnlimited or CompetitionRefusal.QuizHidesScores or CompetitionRefusal.QuizTellsAnswers
            or CompetitionRefusal.QuizNotOpen or CompetitionRefusal.QuizTaken or CompetitionRefusal.DrillTwice => nameof(Events),
        CompetitionRefusal.NoSuchJudge => nameof(ChiefJudge),
        CompetitionRefusal.LevelOutOfRange or CompetitionRefusal.NoSuchUnit => nameof(Eligibility),
        CompetitionRefusal.NoSuchRound or CompetitionRefusal.RoundNotOver or CompetitionRefusal.RoundLacksEvent =>
            nameof(Eligibility) + nameof(EligibilityForm.Earlier),
        CompetitionRefusal.RanksOutOfRange => nameof(Eligibility) + nameof(EligibilityForm.Ranks),
        _ => "",
    };

    /// <summary>The competition that the form says; null, and told to <paramref name="refuse"/>, where a moment is none.</summary>
    public CompetitionTerms? Read(BankZone zone, Action<CompetitionRefusal> refuse)
    {
        var (opens, closes) = (FormMoment.Read(OpensAt, zone), FormMoment.Read(ClosesAt, zone));
        if (opens is null) refuse(CompetitionRefusal.OpeningMissing);
        if (closes is null) refuse(CompetitionRefusal.ClosingMissing);
        if (!string.IsNullOrWhiteSpace(FreezesAt) && FormMoment.Read(FreezesAt, zone) is null) refuse(CompetitionRefusal.FreezesOutside);
        if (opens is null || closes is null) return null;

        var events = Events.Where(e => e.IsHeld).Select(e => e.Terms);
        var notice = Notice?.ReplaceLineEndings("\n").Trim() ?? "";
        return new CompetitionTerms(
            OneLine.Of(Title), notice, opens.Value, closes.Value, [.. events], FormMoment.Read(FreezesAt, zone), ChiefJudge,
            Results.Read())
        {
            Eligibility = Eligibility.Read(),
        };
    }
}
