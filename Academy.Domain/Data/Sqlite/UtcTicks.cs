using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Academy.Domain.Data;

internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
