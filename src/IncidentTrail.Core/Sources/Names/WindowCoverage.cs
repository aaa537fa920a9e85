namespace IncidentTrail.Sources.Names;

/// <summary>States which deliveries a source was asked for, and what that leaves out.</summary>
internal static class WindowCoverage
{
    private const string WindowEnd = "WindowEndUtc";

    internal static void Note(TrailSourceCoverage entry, TrailQuery query, DeliveryWindow window, DateTime nowUtc)
    {
        entry.State("DeliveredFromUtc", window.FromUtc);
        entry.State("DeliveredUntilUtc", window.UntilUtc);
        entry.State("DeliverySlack", query.DeliverySlack);
        if (window.UntilUtc is { } until && until < nowUtc && query.DeliverySlack < TrailQuery.MaxDeliverySlack)
        {
            entry.Note(FormattableString.Invariant(
                $"Logs delivered from {until:yyyy-MM-dd HH:mm}Z on (the window's end and a slack of {Text(query.DeliverySlack)}) were not ")
                + "looked for; CloudTrail tries to deliver for up to 30 days. -DeliverySlack 30d looks for all of them.");
        }
    }

    /// <summary>Says once of a source that a window has not ended yet: what it gives is not all that the window will hold.</summary>
    internal static void NoteEnd(TrailSourceCoverage entry, TrailQuery query, DateTime nowUtc)
    {
        if (!(query.EndTimeUtc > nowUtc) || entry.Facts.ContainsKey(WindowEnd))
            return;
        entry.State(WindowEnd, query.EndTimeUtc);
        entry.Note(FormattableString.Invariant(
            $"The window ends in the future, at {query.EndTimeUtc:yyyy-MM-dd HH:mm:ss}Z: calls made after this reading are not in the answer."));
    }

    /// <summary>A span in one unit, as in <c>15 min</c>.</summary>
    internal static string Text(TimeSpan span)
    {
        var (number, unit) = span.Ticks % TimeSpan.TicksPerDay == 0 ? (span.TotalDays, "d")
            : span.Ticks % TimeSpan.TicksPerHour == 0 ? (span.TotalHours, "h")
            : span.Ticks % TimeSpan.TicksPerMinute == 0 ? (span.TotalMinutes, "min") : (span.TotalSeconds, "s");
        return FormattableString.Invariant($"{number:0.###} {unit}");
    }
}
