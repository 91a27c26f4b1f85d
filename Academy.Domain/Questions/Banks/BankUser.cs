namespace Academy.Domain.Questions.Banks;

/// <summary>Somebody who works on banks: trainers on those that are open to them, administrators on all.</summary>
public sealed record BankUser(long Id, bool IsAdministrator)
{
    /// <summary>Whoever does not teach any more works on none, whatever they own or was shared with them.</summary>
    public bool Teaches { get; init; } = true;
}
