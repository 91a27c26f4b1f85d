namespace Academy.Domain.Data.Migrations
{
    public partial class PeopleAndAssignments
    {
        /// <summary>
        /// What was recorded before: everybody has worked where they are, and what was finished or passed is completed.
        /// Lessons get their first edition when the content is read again at the next start, and with it the course.
        /// </summary>
        private const string BackfillSql =
            """
            INSERT INTO Postings (EmployeeId, BranchId, PositionId, Employment, "From")
            SELECT Id, BranchId, PositionId, 'Active', '2000-01-01' FROM Employees;

            INSERT INTO Completions (EmployeeId, SubjectKind, SubjectId, Edition, BranchId, CompletedAt)
            SELECT p.EmployeeId, 'Course', l.CourseId, 1, e.BranchId, MAX(p.FinishedAt)
            FROM Progress p JOIN Lessons l ON l.Id = p.LessonId JOIN Employees e ON e.Id = p.EmployeeId
            WHERE p.FinishedAt IS NOT NULL
            GROUP BY p.EmployeeId, l.CourseId
            HAVING COUNT(*) = (SELECT COUNT(*) FROM Lessons o WHERE o.CourseId = l.CourseId);

            INSERT INTO Completions (EmployeeId, SubjectKind, SubjectId, Edition, BranchId, CompletedAt)
            SELECT EmployeeId, 'Quiz', QuizId, 0, BranchId, SubmittedAt FROM Attempts WHERE HasPassed AND SubmittedAt IS NOT NULL ORDER BY SubmittedAt;

            UPDATE Courses SET Edition = 0;
            """;

        /// <summary>Words of the texts in SearchTexts, as pairs of neighboring characters; the row numbers are those of the texts.</summary>
        private const string SearchIndexSql =
            """
            CREATE VIRTUAL TABLE SearchIndex USING fts5(Title, Text, content='', contentless_delete=1, tokenize='unicode61');
            """;

        /// <summary>The trail and the records that people rely on for years can be added to and nothing else, whatever a program tries.</summary>
        private const string AppendOnlySql =
            """
            CREATE TRIGGER AuditEntriesStay BEFORE UPDATE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
            CREATE TRIGGER AuditEntriesRemain BEFORE DELETE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
            CREATE TRIGGER AttestationsStay BEFORE UPDATE ON Attestations BEGIN SELECT RAISE(ABORT, 'An attestation is never changed.'); END;
            CREATE TRIGGER AttestationsRemain BEFORE DELETE ON Attestations BEGIN SELECT RAISE(ABORT, 'An attestation is never changed.'); END;
            CREATE TRIGGER CompletionsStay BEFORE UPDATE ON Completions BEGIN SELECT RAISE(ABORT, 'A completion is never changed.'); END;
            CREATE TRIGGER CompletionsRemain BEFORE DELETE ON Completions BEGIN SELECT RAISE(ABORT, 'A completion is never changed.'); END;
            """;
    }
}
