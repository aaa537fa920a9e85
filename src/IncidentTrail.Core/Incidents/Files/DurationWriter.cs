using System.Globalization;

namespace IncidentTrail.Incidents.Files;

/// <summary>Computes the spans of an incident from its start, each from two events, or says why it cannot.</summary>
internal sealed class DurationWriter(IncidentFile file)
{
    /// <param name="linked">The event the span ends with; null where it is not in what was read.</param>
    /// <param name="what">What the end is, as words.</param>
    /// <param name="missing">What to say where there is no end.</param>
    internal TrailDuration To(LinkedCall? linked, string what, string missing)
    {
        if (linked is not { Call: { TimeUtc: { } ended } call } end)
            return new TrailDuration { Basis = missing, Begun = file.Start };
        if (file.Start is not { TimeUtc: { } began } start)
        {
            return new TrailDuration
            {
                Basis = "not known: the incident began before what was read", Ended = call,
            };
        }
        // What ends before a repetition does not end before the incident began: that is no fault.
        if (file.StartIsRepeat)
        {
            return new TrailDuration
            {
                Basis = "not known: the incident began before what was read, and the StartIncident read is a repetition",
                Begun = start, Ended = call,
            };
        }
        var seconds = (long)(ended - began).TotalSeconds;
        return new TrailDuration
        {
            Seconds = seconds,
            Begun = start,
            Ended = call,
            Link = end.Link,
            Basis = string.Create(CultureInfo.InvariantCulture, $"from StartIncident at {began:s}Z to {what} at {ended:s}Z")
                + (end.Link == TrailLink.Inferred ? $", inferred: {end.Basis}" : null)
                + (seconds < 0 ? "; it ends before it begins, so a time or the link is wrong" : null),
        };
    }

    internal static string Utc(DateTime time) => string.Create(CultureInfo.InvariantCulture, $"{time:s}Z");
}
