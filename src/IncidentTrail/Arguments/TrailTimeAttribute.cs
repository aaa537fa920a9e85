using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.Times;

namespace IncidentTrail.PowerShell;

/// <summary>
/// Reads a time as people give it: a DateTime (of no kind: local), a DateTimeOffset, a DateOnly (its midnight, local), ISO text, or a span back from now
/// (<c>30m</c>, <c>2h</c>, <c>7d</c>). A bare number is refused: PowerShell would take it for ticks since the year 1.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrailTimeAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// Whether the time ends a window: of a local time that comes twice, when clocks go back, an end is the later one and
    /// a start the earlier.
    /// </summary>
    public bool IsEnd { get; set; }

    /// <summary>Gives the time as a DateTime of kind Utc.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        switch (inputData is PSObject wrapped ? wrapped.BaseObject : inputData)
        {
            case DateTime { Kind: DateTimeKind.Utc } utc:
                return utc;
            case DateTime { Kind: DateTimeKind.Unspecified } clock:
                return TrailTimeText.ToUtc(clock, TimeZoneInfo.Local, IsEnd);
            // It carries which of two it is, where .NET knows that there are two.
            case DateTime local:
                return TimeZoneInfo.Local.IsAmbiguousTime(local)
                    ? local.ToUniversalTime() : TrailTimeText.ToUtc(local, TimeZoneInfo.Local, IsEnd);
            case DateTimeOffset offset:
                return offset.UtcDateTime;
            case TimeSpan span:
                return Back(span);
            case DateOnly day:
                return TrailTimeText.ToUtc(day.ToDateTime(TimeOnly.MinValue), TimeZoneInfo.Local, IsEnd);
            case null:
                throw new ArgumentTransformationMetadataException("A time is missing.");
            case IConvertible:
                // As typed: PowerShell reads 7d as the decimal 7 and 30s as the Int16 30, and keeps the text beside the number.
                return Parse(inputData.ToString()!, LostUnit.Of(inputData));
            case var other when other.ToString() is null or "":
                throw new ArgumentTransformationMetadataException("A time is missing.");
            case System.Collections.IEnumerable:
                throw new ArgumentTransformationMetadataException("A list is no time: give one of what it holds.");
            case var other:
                throw new ArgumentTransformationMetadataException($"'{TextForDisplay.Plain($"{other}")}' is no time.");
        }
    }

    // As text both are refused: a start in the future would find nothing, without a word.
    private static DateTime Back(TimeSpan span)
    {
        var now = DateTime.UtcNow;
        return span < TimeSpan.Zero
            ? throw new ArgumentTransformationMetadataException($"'{span}' is negative. A span already goes back from now: write it without a sign.")
            : span.Ticks > now.Ticks ? throw new ArgumentTransformationMetadataException($"'{span}' back from now lies before the year 1.")
            : now - span;
    }

    private DateTime Parse(string text, string hint) =>
        TrailTimeText.TryParseArgument(text, DateTime.UtcNow, TimeZoneInfo.Local, out var time, out var problem, IsEnd)
            ? time : throw new ArgumentTransformationMetadataException(TextForDisplay.Plain(problem) + hint);
}
