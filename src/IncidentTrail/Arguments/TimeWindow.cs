using System.Globalization;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>The window that -StartTime and -EndTime name.</summary>
/// <param name="StartUtc">Its first instant, in UTC; null where it has no beginning.</param>
/// <param name="EndUtc">Its end, exclusive, in UTC; null where it has none.</param>
internal readonly record struct TimeWindow(DateTime? StartUtc, DateTime? EndUtc)
{
    private const string ToTheTick = "yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'";

    /// <summary>The window of the bound parameters; an empty one ends the cmdlet, and so do two beginnings.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="startTime">Its -StartTime.</param>
    /// <param name="endTime">Its -EndTime.</param>
    /// <param name="last">Its -Last; null where it was not given.</param>
    /// <param name="sinceUtc">Where that ends: when the command was given.</param>
    internal static TimeWindow Of(ICmdlet cmdlet, DateTime startTime, DateTime endTime, TimeSpan? last, DateTime sinceUtc)
    {
        var window = Of(cmdlet, startTime, endTime);
        if (last is null)
            return window;
        if (window.StartUtc is not null)
            cmdlet.ThrowTerminatingError(TrailErrors.Argument("Last", "-Last and -StartTime both say where the window begins: give one of them."));
        if (last <= TimeSpan.Zero)
            cmdlet.ThrowTerminatingError(TrailErrors.Argument("Last", "-Last is a span back from now, such as 30m, 2h or 7d."));
        var lastFromUtc = sinceUtc - DateTime.MinValue > last ? sinceUtc - last.Value : DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);
        if (lastFromUtc >= window.EndUtc)
        {
            cmdlet.ThrowTerminatingError(TrailErrors.Argument(
                "EndTime", FormattableString.Invariant($"-EndTime ({window.EndUtc:u}) is not after the beginning of -Last ({lastFromUtc:u}): the window is empty.")));
        }
        return window with { StartUtc = lastFromUtc };
    }

    /// <summary>The window of the bound parameters; an empty one ends the cmdlet.</summary>
    internal static TimeWindow Of(ICmdlet cmdlet, DateTime startTime, DateTime endTime)
    {
        var start = cmdlet.Bound("StartTime", startTime)?.ToUniversalTime();
        var end = cmdlet.Bound("EndTime", endTime)?.ToUniversalTime();
        if (start >= end)
        {
            var (from, until) = (Text(start.Value, "u"), Text(end.Value, "u"));
            if (from == until)
                (from, until) = (Text(start.Value, ToTheTick), Text(end.Value, ToTheTick));
            cmdlet.ThrowTerminatingError(TrailErrors.Argument("EndTime", $"-EndTime ({until}) is not after -StartTime ({from}): the window is empty."));
        }
        return new TimeWindow(start, end);
    }

    private static string Text(DateTime time, string form) => time.ToString(form, CultureInfo.InvariantCulture);

    /// <summary>How long after the window's end a delivery is looked for; what no delivery takes ends the cmdlet.</summary>
    internal static TimeSpan Slack(ICmdlet cmdlet, TimeSpan deliverySlack)
    {
        if (deliverySlack < TimeSpan.Zero || deliverySlack > TrailQuery.MaxDeliverySlack)
        {
            cmdlet.ThrowTerminatingError(TrailErrors.Argument(
                "DeliverySlack", "-DeliverySlack is from 0 to 30 days: CloudTrail tries no longer to deliver a log."));
        }
        return deliverySlack;
    }
}
