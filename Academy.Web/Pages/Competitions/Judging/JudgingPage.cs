using System.Security.Claims;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.EntityFrameworkCore;

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

        /// <summary>Those about whom a judge may still write: of competitions that have begun and whose results are open.</summary>
        public IQueryable<Contestant> ToJudge(long judgeId, DateTimeOffset now)
        {
            var (sheets, own) = (db.ScoreSheets, db.Contestants.Entered().Where(c => c.EmployeeId == judgeId && c.IsRanked));
            return db.Contestants.AsNoTracking().Unsettled().Where(c =>
                c.JudgedAt == null
                && c.EmployeeId != judgeId && !own.Any(o => o.EventId == c.EventId)
                && c.Event.Competition.PublishedAt != null && c.Event.Competition.FinalizedAt == null
                && c.Event.Competition.OpensAt <= now
                && !sheets.Any(s => s.ContestantId == c.Id && s.JudgeId == judgeId && s.HandedInAt != null));
        }
    }

    /// <summary>Whether somebody settles what judges differ about, were they not a judge of the contestant.</summary>
    public static bool MaySettle(this ClaimsPrincipal person, Competition competition) =>
        person.IsInAny(Roles.Teaching) || competition.ChiefJudgeId == person.Id;
}
