using System.Globalization;
using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>
/// A time as PowerShell hands it around: a DateTime in every comparison, sum and format. An export, which asks a value for its
/// own text, gets ISO text with the zone; of a DateTime that is the culture's, without one.
/// </summary>
public sealed class TimeValue : PSObject
{
    private readonly DateTime _time;

    private TimeValue(DateTime time)
        : base(time) => _time = time;

    /// <summary>The time, as <c>2026-03-10T14:02:11Z</c> or <c>2026-03-10T15:02:11+01:00</c>.</summary>
    public override string ToString() => _time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    /// <summary>The value for a time of an object; null for none.</summary>
    public static TimeValue? Of(DateTime? time) => time is { } known ? new TimeValue(known) : null;
}
