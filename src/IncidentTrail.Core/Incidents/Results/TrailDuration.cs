using System.Dynamic;
using System.Globalization;
using System.Linq.Expressions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Results;
using IncidentTrail.Times;

namespace IncidentTrail;

/// <summary>
/// A span between two events of an incident, or why there is none. It compares with spans and others of its kind, and is its
/// seconds where a number is wanted. One that is not known is in no comparison greater or less, sorts before all that
/// are, and is no number.
/// </summary>
public sealed class TrailDuration
    : IComparable<TrailDuration>, IComparable, IEquatable<TrailDuration>, IFormattable, IDynamicMetaObjectProvider
{
    /// <summary>What the text of a span ends with that rests on an inference.</summary>
    internal const string Inferred = " (inferred)";

    /// <summary>The span in whole seconds, as CloudTrail's times allow; null where it is not known. Negative is a fault.</summary>
    public long? Seconds
    {
        get => (long?)Span?.TotalSeconds;
        init => Span = value is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>The same span.</summary>
    public TimeSpan? Span { get; private init; }

    /// <summary>The span in days; null where it is not known.</summary>
    public double? TotalDays => Span?.TotalDays;

    /// <summary>The span in hours; null where it is not known.</summary>
    public double? TotalHours => Span?.TotalHours;

    /// <summary>The span in minutes; null where it is not known.</summary>
    public double? TotalMinutes => Span?.TotalMinutes;

    /// <summary>The span in seconds; null where it is not known.</summary>
    public double? TotalSeconds => Span?.TotalSeconds;

    /// <summary>The event it is counted from; null where there is none.</summary>
    public TrailEvent? From => Begun?.Event;

    /// <summary>The event it is counted to; null where there is none.</summary>
    public TrailEvent? To => Ended?.Event;

    /// <summary>The call it is counted from, of which an event is made when somebody asks.</summary>
    internal IncidentCall? Begun { get; init; }

    /// <summary>The call it is counted to.</summary>
    internal IncidentCall? Ended { get; init; }

    /// <summary>Whether both events are the incident's beyond doubt; null where there is no span.</summary>
    public TrailLink? Link { get; init; }

    /// <summary>What the span rests on, or why there is none.</summary>
    public required string Basis { get; init; }

    /// <summary>True where the end lies before the beginning: one of the two times, or the link, is wrong.</summary>
    public bool IsFault => Seconds < 0;

    /// <summary>A span that somebody gives, to compare with.</summary>
    public static implicit operator TrailDuration(TimeSpan span) =>
        new() { Span = span, Basis = "as given" };

    /// <summary>The span; an <see cref="InvalidCastException"/> says why where there is none.</summary>
    public static explicit operator TimeSpan(TrailDuration duration) => duration.Span
        ?? throw new InvalidCastException($"There is no duration: {TextForDisplay.Plain(duration.Basis)}.");

    /// <summary>The span in seconds; an <see cref="InvalidCastException"/> says why where there is none.</summary>
    public static explicit operator double(TrailDuration duration) => ((TimeSpan)duration).TotalSeconds;

    /// <summary>A span that somebody types, to compare with: <c>30m</c>, <c>1h30m</c>, <c>00:30:00</c>. PowerShell asks for it beside a text.</summary>
    /// <exception cref="FormatException">It is none; a number has no unit.</exception>
    public static TrailDuration Parse(string text) =>
        TrailTimeText.TryParseSpan(text, out var span, out var problem) ? span : throw new FormatException(TextForDisplay.Plain(problem));

    /// <summary>Orders by length; what is not known comes first.</summary>
    public int CompareTo(TrailDuration? other) => other is null ? 1 : Nullable.Compare(Span, other.Span);

    /// <summary>Orders by length; what is not known comes first.</summary>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        TrailDuration other => CompareTo(other),
        TimeSpan span => CompareTo((TrailDuration)span),
        _ => throw new ArgumentException("A duration compares with a duration or a TimeSpan.", nameof(obj)),
    };

    /// <summary>Whether the other is as long, whichever events it lies between.</summary>
    public bool Equals(TrailDuration? other) => other is not null && Span == other.Span;

    /// <summary>Whether the other is a duration as long, whichever events it lies between.</summary>
    public override bool Equals(object? obj) => obj is TrailDuration other && Equals(other);

    /// <summary>The same for durations that are as long.</summary>
    public override int GetHashCode() => Span.GetHashCode();

    DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(Expression parameter) =>
        new DurationComparison(parameter, this);

    /// <summary>The span as people read it, with what is doubtful about it.</summary>
    public override string ToString()
    {
        if (Seconds is not { } seconds)
            return TextForDisplay.Plain(Basis);
        var text = Words(seconds);
        if (IsFault)
            return $"{text} (fault: ends before it begins)";
        return Link == TrailLink.Inferred ? text + Inferred : text;
    }

    /// <summary>The span as a TimeSpan's format says (<c>hh\:mm\:ss</c>), in every culture alike; without a format, or where there is no span, the text.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null) =>
        string.IsNullOrEmpty(format) || Span is not { } span ? ToString() : span.ToString(format, CultureInfo.InvariantCulture);

    internal static string Words(long seconds) => Words(seconds, parts: 4);

    /// <summary>The two largest units, for a column of a table: <c>1 h 32 min</c>.</summary>
    internal static string Short(long seconds) => Words(seconds, parts: 2);

    private static string Words(long seconds, int parts)
    {
        var span = TimeSpan.FromSeconds(Math.Abs(seconds));
        var sign = seconds < 0 ? "-" : string.Empty;
        int[] counts = [span.Days, span.Hours, span.Minutes, span.Seconds];
        string[] units = ["d", "h", "min", "s"];
        var words = new List<string>();
        var largest = Array.FindIndex(counts, count => count > 0);
        for (var i = Math.Max(largest, 0); i < Math.Min(largest + parts, counts.Length); i++)
        {
            if (counts[i] > 0)
                words.Add(counts[i].ToString(CultureInfo.InvariantCulture) + " " + units[i]);
        }
        return sign + (words.Count > 0 ? string.Join(' ', words) : "0 s");
    }
}
