namespace IncidentTrail.Drawings;

/// <summary>How a drawing is made.</summary>
/// <param name="Width">The cells of a line.</param>
/// <param name="TimeZone">Whose clock it shows.</param>
/// <param name="Signs">The signs it is made of.</param>
internal sealed record DrawingOptions(int Width, TimeZoneInfo TimeZone, DrawingSigns Signs)
{
    /// <summary>A time on the clock that the drawing shows.</summary>
    internal DateTime Clock(DateTime timeUtc) => TimeZoneInfo.ConvertTimeFromUtc(timeUtc, TimeZone);

    /// <summary>The offset of that clock, as <c>+02:00</c>.</summary>
    internal string Offset(DateTime timeUtc)
    {
        var offset = TimeZone.GetUtcOffset(timeUtc);
        return (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", System.Globalization.CultureInfo.InvariantCulture);
    }
}
