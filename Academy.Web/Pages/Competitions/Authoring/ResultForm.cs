using Academy.Domain.Competitions;
using Academy.Domain.Data;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>What the results of a competition bring, as fields of a form; what is left out is as usual.</summary>
public sealed class ResultForm
{
    private static readonly ResultTerms Usual = ResultTerms.Usual;

    public AwardRule AwardRule { get; set; } = Usual.Awards.Rule;
    public int First { get; set; } = Usual.Awards.First;
    public int Second { get; set; } = Usual.Awards.Second;
    public int Third { get; set; } = Usual.Awards.Third;

    /// <summary>Empty where nothing says so.</summary>
    public int? Cap { get; set; }
    public string? FirstTitle { get; set; } = Usual.Titles.First;
    public string? SecondTitle { get; set; } = Usual.Titles.Second;
    public string? ThirdTitle { get; set; } = Usual.Titles.Third;
    public AllRoundFormula AllRound { get; set; } = Usual.AllRound;
    public int TeamBest { get; set; } = Usual.Teams.Best;
    public int TeamFloor { get; set; } = Usual.Teams.Floor;
    public int ObjectionHours { get; set; } = Usual.ObjectionHours;

    public static ResultForm Of(ResultTerms terms) => new()
    {
        AwardRule = terms.Awards.Rule,
        First = terms.Awards.First,
        Second = terms.Awards.Second,
        Third = terms.Awards.Third,
        Cap = terms.Awards.Cap,
        FirstTitle = terms.Titles.First,
        SecondTitle = terms.Titles.Second,
        ThirdTitle = terms.Titles.Third,
        AllRound = terms.AllRound,
        TeamBest = terms.Teams.Best,
        TeamFloor = terms.Teams.Floor,
        ObjectionHours = terms.ObjectionHours,
    };

    public ResultTerms Read() => new(
        new AwardTerms(AwardRule, First, Second, Third, Cap),
        new TitleTerms(OneLine.Of(FirstTitle), OneLine.Of(SecondTitle), OneLine.Of(ThirdTitle)),
        AllRound, new TeamTerms(TeamBest, TeamFloor), ObjectionHours);
}
