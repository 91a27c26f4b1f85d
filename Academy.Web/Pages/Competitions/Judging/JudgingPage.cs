using System.Security.Claims;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>A contestant with who it is.</summary>
public sealed record JudgedPerson(Contestant Contestant, string Number, string Name, string Branch, string BranchEnglish)
{
    public string Told => $"{Number} {Name}";
}

/// <summary>What judges look for.</summary>
public static class JudgingLists
{
    extension(AcademyDb db)
    {
        public IQueryable<JudgedPerson> Persons(IQueryable<Contestant> contestants) =>
            from contestant in contestants
            join person in db.Users on contestant.EmployeeId equals person.Id
            join branch in db.Set<Branch>() on contestant.BranchId equals branch.Id
            orderby person.UserName
            select new JudgedPerson(contestant, person.UserName!, person.Name, branch.Name, branch.EnglishName);
    }

    /// <summary>Whether somebody settles what judges differ about, were they not a judge of the contestant.</summary>
    public static bool MaySettle(this ClaimsPrincipal person, Competition competition) =>
        person.IsInAny(Roles.Teaching) || competition.ChiefJudgeId == person.Id;
}
