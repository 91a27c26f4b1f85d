namespace Academy.Domain.Data.Migrations
{
    /// <summary>What the tables of question banks hold from the start, and what guards them.</summary>
    internal static class QuestionBanksSql
    {
        // All that was there before was the academy's own, in force and before the employees.
        public const string BackFill = """
            UPDATE QuestionVersions SET State = 'Approved', IsLatest = CASE WHEN SupersededAt IS NULL THEN 1 ELSE 0 END;
            UPDATE Quizzes SET PublishedAt = 0;
            """;

        // Lists read beside the text what it says of itself.
        public const string BackFillOfLists = """
            UPDATE QuestionVersions SET
              Difficulty = json_extract(Text, '$.difficulty'),
              Topic = json_extract(Text, '$.topic'),
              IsExplained = json_extract(Text, '$.explanation') <> '';
            """;

        public static readonly string[] Kept = ["Marks", "Reviews"];

        public static string Guard(string table) => $"""
            CREATE TRIGGER {table}AreNotChanged BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} are never changed'); END;
            CREATE TRIGGER {table}AreNotDeleted BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} are never deleted'); END;
            """;
    }
}
