using Academy.Domain.Archives;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Scoring;

namespace Academy.Domain.Opening;

/// <summary>What the people of the demonstration bank learned and reached in two years, as the bank's old lists had it.</summary>
internal sealed class RehearsedArchive(AcademyDb db, BankZone zone, DateOnly today, IReadOnlyList<Employee> people)
{
    private const string Administrator = "A0001";
    private const int Quarters = 8;
    private const int MonthsOfQuarter = 3;
    private const int DaysOfQuarter = 90;

    private static readonly (string Title, int Minutes)[] Lectures =
    [
        ("文明规范服务集中培训", 180), ("反假货币实务培训", 240), ("反洗钱与客户身份识别讲座", 120), ("消费者权益保护案例研讨", 90),
        ("柜面操作风险防控晨会", 45), ("适老化服务现场观摩", 120), ("点钞与传票技能集训", 240), ("防范电信网络诈骗宣讲", 90),
        ("投诉处理情景演练", 150), ("存款保险知识讲座", 60), ("厅堂服务礼仪工作坊", 180), ("员工行为守则学习会", 90),
    ];

    private readonly Random random = new(2024);

    public Task LoadAsync(CancellationToken ct)
    {
        db.DemandTurn();
        return db.RecordAsync([.. Told().OrderBy(happening => happening.At)], ct);
    }

    private IEnumerable<Happening> Told() =>
        Enumerable.Range(0, Quarters).SelectMany(LecturesOf)
            .Concat(ExamsOf(1)).Concat(ExamsOf(0)).Concat(ContestOf(1)).Concat(ContestOf(0));

    /// <summary>Two lectures a quarter, which not everybody attends.</summary>
    private IEnumerable<Happening> LecturesOf(int quarter)
    {
        var first = today.AddYears(-2).AddMonths(quarter * MonthsOfQuarter);
        foreach (var index in new[] { quarter, quarter + (Lectures.Length / 2) })
        {
            var ((title, minutes), day) = (Lectures[index % Lectures.Length], first.AddDays(5 + random.Next(DaysOfQuarter / 2)));
            foreach (var person in people.Where(_ => random.Next(10) > 0))
            {
                yield return Of(person, ArchiveKind.Learning, $"lecture-{quarter}-{index}", day, title) with { Minutes = minutes };
            }
        }
    }

    private IEnumerable<Happening> ExamsOf(int yearsAgo)
    {
        var day = today.AddYears(-yearsAgo).AddDays(-60);
        foreach (var person in people.Where(_ => random.Next(15) > 0))
        {
            var score = Points.Of(random.Next(62, 100));
            yield return Of(person, ArchiveKind.QuizResult, $"exam-{day.Year}", day, $"{day.Year} 年度岗位知识统考") with
            {
                Score = score,
                MaxScore = Points.Of(100),
                HasPassed = score >= Points.Of(70),
            };
        }
    }

    private IEnumerable<Happening> ContestOf(int yearsAgo)
    {
        var (day, discipline) = (today.AddYears(-yearsAgo).AddDays(-120), Discipline.Keypad);
        var results = people.Where(_ => random.Next(3) == 0)
            .Select(person => (Person: person, Score: Points.Of(110 + random.Next(100)))).ToList();
        foreach (var (rank, (person, score)) in results.OrderByDescending(result => result.Score).Rank(result => result.Score))
        {
            yield return Of(person, ArchiveKind.ContestResult, $"contest-{day.Year}", day, $"{day.Year} 年业务技能大赛") with
            {
                Discipline = discipline.Slug,
                Score = score,
                Rank = rank,
                Field = results.Count,
            };
        }
    }

    private Happening Of(Employee person, ArchiveKind kind, string what, DateOnly day, string title) => new(
        person.Id, kind, $"history:{what}/{person.Number}", zone.At(day, new TimeOnly(15, 30)), $"history:{what}", title)
    {
        BranchId = person.BranchId,
        PositionId = person.PositionId,
        ByNumber = Administrator,
    };
}
