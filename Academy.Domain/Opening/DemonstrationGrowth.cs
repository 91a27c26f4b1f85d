using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening;

/// <summary>Grows the demonstration bank to a size worth measuring. Runs with the same arguments grow it the same way.</summary>
public sealed class DemonstrationGrowth(AcademyDb db, Registrar registrar, TimeProvider clock)
{
    private const string GrownPrefix = "G";
    private const int AttemptsPerCommit = 500;
    private const string Surnames = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤";
    private const string GivenNames = "安柏川岱恩帆歌涵嘉楷岚铭宁沛清容书婷薇希雅昱卓澄知远明秋瑞思棠文晓妍泽静宜";

    private readonly Random random = new(2026);

    /// <summary>Adds people until there are <paramref name="employees"/>, then attempts until there are <paramref name="responses"/>.</summary>
    public async Task GrowAsync(int employees, int responses, CancellationToken ct)
    {
        await AddPeopleAsync(employees - await db.Employees.CountAsync(ct), ct);
        await AddAttemptsAsync(responses - await db.Responses.CountAsync(ct), ct);
    }

    private async Task AddPeopleAsync(int missing, CancellationToken ct)
    {
        if (missing <= 0) return;

        var outlets = await db.Branches.Where(b => b.Kind == BranchKind.Outlet).Select(b => b.Id).ToListAsync(ct);
        var positions = await db.Positions.Select(p => p.Id).ToListAsync(ct);
        var hash = await db.Employees.Where(e => e.PasswordHash != null).Select(e => e.PasswordHash!).FirstAsync(ct);
        var grown = await db.Employees.CountAsync(e => e.NormalizedUserName!.StartsWith(GrownPrefix), ct);
        var role = (await registrar.RoleIdsAsync(ct))[Roles.Employee];
        foreach (var chunk in Enumerable.Range(grown + 1, missing).Chunk(2000))
        {
            var people = chunk.Select(n => NewPerson(n, outlets, positions, hash)).ToList();
            db.AddRange(people);
            await db.SaveChangesAsync(ct);
            db.UserRoles.AddRange(people.Select(p => new IdentityUserRole<long> { UserId = p.Id, RoleId = role }));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private Employee NewPerson(int number, List<long> outlets, List<long> positions, string hash)
    {
        var given = $"{Pick(GivenNames)}{Pick(GivenNames)}";
        var person = new Employee(
            string.Create(CultureInfo.InvariantCulture, $"{GrownPrefix}{number:D6}"), Pick(Surnames) + given,
            outlets[random.Next(outlets.Count)], positions[random.Next(positions.Count)],
            DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-random.Next(30, 3000)))
        { GivenName = given };
        person.SortBy(string.Create(CultureInfo.InvariantCulture, $"{number:D6}"));
        person.ChoosePassword(hash);
        return person;
    }

    private async Task AddAttemptsAsync(int missing, CancellationToken ct)
    {
        if (missing <= 0) return;

        var people = await db.Employees.AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct);
        var taken = await db.Attempts.GroupBy(a => new { a.EmployeeId, a.QuizId }).ToDictionaryAsync(g => (g.Key.EmployeeId, g.Key.QuizId), g => g.Count(), ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var turn = 0; missing > 0;)
        {
            db.ChangeTracker.Clear();
            var quizzes = await db.Quizzes.Published().Where(q => q.ClosesAt == null).OrderBy(q => q.Id).ToListAsync(ct);
            var inForce = await db.Set<Questions.QuestionVersion>().Where(v => v.SupersededAt == null).Include(v => v.Question.Bank).ToListAsync(ct);
            for (var i = 0; i < AttemptsPerCommit && missing > 0; i++, turn++)
            {
                var person = people[turn % people.Count];
                var quiz = quizzes[turn / people.Count % quizzes.Count];
                var number = taken[(person.Id, quiz.Id)] = taken.GetValueOrDefault((person.Id, quiz.Id)) + 1;
                var started = clock.GetUtcNow() - TimeSpan.FromDays(1 + random.Next(700)) - TimeSpan.FromSeconds(random.Next(30_000));
                var attempt = new RehearsedSitting(quiz, inForce, random)
                    .Take(person, number, started, TimeSpan.FromMinutes(5 + random.Next(12)), 0.6 + (0.4 * random.NextDouble()));
                db.Add(attempt);
                if (attempt.Completion is { } completion) db.Add(completion);
                missing -= attempt.Responses.Count;
            }

            await db.SaveChangesAsync(ct);
        }
    }

    private char Pick(string letters) => letters[random.Next(letters.Length)];
}
