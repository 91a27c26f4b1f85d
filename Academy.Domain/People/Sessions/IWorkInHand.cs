namespace Academy.Domain.People.Sessions;

/// <summary>Knows whether somebody has something in hand that they must not be sent away from.</summary>
public interface IWorkInHand
{
    /// <param name="employeeId">Who may have begun something.</param>
    /// <param name="begunBy">When they must have begun it at the latest.</param>
    /// <param name="now">When it must still go on.</param>
    /// <param name="ct">Stops the reading.</param>
    Task<bool> IsThereAsync(long employeeId, DateTimeOffset begunBy, DateTimeOffset now, CancellationToken ct);
}
