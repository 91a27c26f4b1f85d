using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Academy.Domain.Scoring;

/// <summary>How points are stored.</summary>
internal sealed class PointsColumn() : ValueConverter<Points, long>(points => points.Hundredths, hundredths => new Points(hundredths));
