namespace Academy.Domain.Questions.Banks;

/// <summary>Somebody who works on banks: trainers on those that are open to them, administrators on all.</summary>
public sealed record BankUser(long Id, bool IsAdministrator);
