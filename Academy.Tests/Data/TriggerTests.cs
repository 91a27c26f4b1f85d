using Academy.Tests.Hosting;

namespace Academy.Tests.Data;

/// <summary>
/// What the store itself watches over. A table that is built anew loses its triggers with the
/// old one: each is named here.
/// </summary>
public sealed class TriggerTests(OpenedAcademy opened)
{
    private static readonly string[] Kept = ["Attestations", "AuditEntries", "Completions"];
    private static readonly string[] KeptToo =
    [
        "ArchiveEntries", "Certificates", "DrillBatches", "EditionCuts", "EditionHeads", "Editions", "FinalBoards", "FinalRows",
        "Finalizations", "Marks", "Renewals", "Reviews", "Revocations",
        "Settlements", "SheetChanges",
    ];

    private static readonly string[] Followed = ["Assignments", "Branches", "Courses", "Employees", "Positions", "Postings", "Quizzes"];

    [Fact]
    public async Task A_migrated_store_has_every_trigger_on_its_table()
    {
        string[] expected =
        [
            .. Kept.SelectMany(table => new[] { $"{table}Stay BEFORE UPDATE ON {table}", $"{table}Remain BEFORE DELETE ON {table}" }),
            .. KeptToo.SelectMany(table =>
                new[] { $"{table}AreNotChanged BEFORE UPDATE ON {table}", $"{table}AreNotDeleted BEFORE DELETE ON {table}" }),
            .. Kept.Concat(KeptToo).Select(table =>
                $"{table}AreNotReplaced BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {KeyOf(table)})"),
            .. Followed.SelectMany(table => new[]
            {
                $"{table}Added AFTER INSERT ON {table}",
                $"{table}Changed AFTER UPDATE{ColumnsOf(table)} ON {table}",
                $"{table}Removed AFTER DELETE ON {table}",
            }),
            "ObjectionsAreNotChanged BEFORE UPDATE ON Objections WHEN OLD.State <> 'Open'",
            "ObjectionsAreNotDeleted BEFORE DELETE ON Objections",
            "ObjectionsAreNotReplaced BEFORE INSERT ON Objections WHEN EXISTS (SELECT 1 FROM Objections WHERE Id = NEW.Id)",
            "ScoreSheetsAreNotChanged BEFORE UPDATE ON ScoreSheets WHEN OLD.HandedInAt IS NOT NULL",
            "ScoreSheetsAreNotDeleted BEFORE DELETE ON ScoreSheets WHEN OLD.HandedInAt IS NOT NULL",
            "ScoreSheetsAreNotReplaced BEFORE INSERT ON ScoreSheets WHEN EXISTS "
                + "(SELECT 1 FROM ScoreSheets WHERE ContestantId = NEW.ContestantId AND JudgeId = NEW.JudgeId)",
            "PaperVerdictsAreNotDeleted BEFORE DELETE ON PaperVerdicts",
            "QuestionVersionsAdded AFTER INSERT ON QuestionVersions",
            "QuestionVersionsChanged AFTER UPDATE OF State, SupersededAt, Type, GradedUnder ON QuestionVersions",
            "QuestionVersionsRemoved AFTER DELETE ON QuestionVersions",
            "QuestionsChanged AFTER UPDATE OF BankId, CategoryId, RetiredAt ON Questions",
            "QuestionTagsAdded AFTER INSERT ON QuestionTags",
            "QuestionTagsRemoved AFTER DELETE ON QuestionTags",
            "BanksReviewed AFTER UPDATE OF RequiresReview ON Banks",
        ];

        Assert.Equal(expected.Order(StringComparer.Ordinal), await TriggersAsync());
    }

    private static string KeyOf(string table) => table switch
    {
        "ArchiveEntries" => "Id = NEW.Id OR (EmployeeId = NEW.EmployeeId AND Number = NEW.Number) OR (Source = NEW.Source AND "
            + "Revision = NEW.Revision) OR ReversesId = NEW.ReversesId",
        "EditionCuts" => "\"From\" = NEW.\"From\"",
        "EditionHeads" => "Kind = NEW.Kind AND \"From\" = NEW.\"From\"",
        "Editions" => "Kind = NEW.Kind AND EmployeeId = NEW.EmployeeId AND \"From\" = NEW.\"From\"",
        "Attestations" => "Id = NEW.Id OR (CourseId = NEW.CourseId AND Edition = NEW.Edition AND EmployeeId = NEW.EmployeeId)",
        "Certificates" => "Id = NEW.Id OR Number = NEW.Number OR Code = NEW.Code OR (EmployeeId = NEW.EmployeeId AND "
            + "SchemeId = NEW.SchemeId AND Ordinal = NEW.Ordinal)",
        "Completions" => "Id = NEW.Id OR (EmployeeId = NEW.EmployeeId AND SubjectKind = NEW.SubjectKind AND SubjectId = NEW.SubjectId "
            + "AND Number = NEW.Number)",
        "DrillBatches" => "RunId = NEW.RunId AND Number = NEW.Number",
        "FinalBoards" => "EventId = NEW.EventId",
        "FinalRows" => "EventId = NEW.EventId AND Place = NEW.Place",
        "Finalizations" => "CompetitionId = NEW.CompetitionId",
        "Renewals" => "OfId = NEW.OfId OR CertificateId = NEW.CertificateId",
        "Revocations" => "CertificateId = NEW.CertificateId",
        "Settlements" => "ContestantId = NEW.ContestantId",
        "SheetChanges" => "ContestantId = NEW.ContestantId AND JudgeId = NEW.JudgeId AND Revision = NEW.Revision",
        _ => "Id = NEW.Id",
    };

    private static string ColumnsOf(string table) => table == "Employees" ? " OF UserName, Name, PinyinKey" : "";

    private async Task<List<string>> TriggersAsync()
    {
        await using var store = new AcademyStore(opened);
        await using var connection = store.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT substr(sql, length('CREATE TRIGGER ') + 1, instr(sql, "
            + "' BEGIN ') - length('CREATE TRIGGER ') - 1) FROM sqlite_master WHERE type = 'trigger'";
        await using var reader = await command.ExecuteReaderAsync();
        var triggers = new List<string>();
        while (await reader.ReadAsync()) triggers.Add(reader.GetString(0));
        return [.. triggers.Order(StringComparer.Ordinal)];
    }
}
