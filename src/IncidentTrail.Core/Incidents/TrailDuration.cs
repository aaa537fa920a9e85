using System.Globalization;

namespace IncidentTrail;

/// <summary>A span between two events of an incident, or why there is none.</summary>
public sealed class TrailDuration
{
    /// <summary>The span in whole seconds, as CloudTrail's times allow; null where it is not known. Negative is a fault.</summary>
    public long? Seconds { get; init; }

    /// <summary>The same span.</summary>
    public TimeSpan? Span => Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>The event it is counted from; null where there is none.</summary>
    public TrailEvent? From { get; init; }

    /// <summary>The event it is counted to; null where there is none.</summary>
    public TrailEvent? To { get; init; }

    /// <summary>Whether both events are the incident's beyond doubt.</summary>
    public TrailLink Link { get; init; }

    /// <summary>What the span rests on, or why there is none.</summary>
    public required string Basis { get; init; }

    /// <summary>True where the end lies before the beginning: one of the two times, or the link, is wrong.</summary>
    public bool IsFault => Seconds < 0;

    /// <summary>The span as people read it, with what is doubtful about it.</summary>
    public override string ToString()
    {
        if (Seconds is not { } seconds)
            return TextForDisplay.Plain(Basis);
        var text = Words(seconds);
        if (IsFault)
            return $"{text} (fault: ends before it begins)";
        return Link == TrailLink.Inferred ? text + " (inferred)" : text;
    }

    internal static string Words(long seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Abs(seconds));
        var sign = seconds < 0 ? "-" : string.Empty;
        var parts = new[] { (span.Days, "d"), (span.Hours, "h"), (span.Minutes, "min"), (span.Seconds, "s") }
            .Where(p => p.Item1 > 0)
            .Select(p => p.Item1.ToString(CultureInfo.InvariantCulture) + " " + p.Item2);
        return sign + (string.Join(' ', parts) is { Length: > 0 } text ? text : "0 s");
    }
}
