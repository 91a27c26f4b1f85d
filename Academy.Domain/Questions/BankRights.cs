namespace Academy.Domain.Questions;

/// <summary>Whose banks are whose: administrators keep all of them, trainers their own and what others let them.</summary>
public static class BankRights
{
    extension(IQueryable<Bank> banks)
    {
        public IQueryable<Bank> EditableBy(long employeeId, bool isAdministrator) => isAdministrator
            ? banks
            : banks.Where(b => b.Access == BankAccess.Editable || b.OwnerId == employeeId || b.Shares.Any(s => s.EmployeeId == employeeId));

        public IQueryable<Bank> UsableBy(long employeeId, bool isAdministrator) => isAdministrator
            ? banks
            : banks.Where(b => b.Access != BankAccess.Private || b.OwnerId == employeeId || b.Shares.Any(s => s.EmployeeId == employeeId));
    }
}
