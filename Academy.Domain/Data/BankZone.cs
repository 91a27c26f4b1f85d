namespace Academy.Domain.Data;

/// <summary>The zone of the bank's clocks. Instants are UTC in the store; only people see bank time.</summary>
public sealed class BankZone(TimeZoneInfo zone)
{
    public DateTimeOffset ToBankTime(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToBankTime(instant).DateTime);

    public TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(ToBankTime(instant).DateTime);

    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
