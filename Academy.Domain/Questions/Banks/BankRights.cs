namespace Academy.Domain.Questions.Banks;

/// <summary>Whose banks are whose. Trainers and administrators reach the pages; these say which banks they find there.</summary>
public static class BankRights
{
    extension(IQueryable<Bank> banks)
    {
        /// <summary>The banks whose questions the person may write and change.</summary>
        public IQueryable<Bank> EditableBy(long employeeId, bool isAdministrator) => banks.Where(b =>
            isAdministrator || b.OwnerId == employeeId || b.Access == BankAccess.Editable || b.Shares.Any(s => s.EmployeeId == employeeId));

        /// <summary>The banks whose questions the person may see and put into quizzes.</summary>
        public IQueryable<Bank> UsableBy(long employeeId, bool isAdministrator) => banks.Where(b =>
            isAdministrator || b.OwnerId == employeeId || b.Access != BankAccess.Private || b.Shares.Any(s => s.EmployeeId == employeeId));
    }
}
