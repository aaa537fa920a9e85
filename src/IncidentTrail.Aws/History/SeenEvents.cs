using System.Security.Cryptography;
using IncidentTrail.Aws.CloudTrail;

namespace IncidentTrail.Aws.History;

/// <summary>
/// The events of the last second a sweep has reached. A sweep that starts again there is answered with them once more,
/// and they are left out.
/// </summary>
internal sealed class SeenEvents
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>The oldest time reached, in UTC; null before the first event.</summary>
    public DateTime? OldestUtc { get; private set; }

    /// <summary>Notes an event; false where it was noted before.</summary>
    public bool Add(LookupEvent entry)
    {
        if (entry.TimeUtc is { } time && (OldestUtc is null || time < OldestUtc))
        {
            if (Second(time) != Second(OldestUtc))
                _keys.Clear();
            OldestUtc = time;
        }

        return _keys.Add(entry.EventId is { Length: > 0 } id ? id : Convert.ToHexString(SHA256.HashData(entry.Json.Span)));
    }

    private static long? Second(DateTime? time) => time?.Ticks / TimeSpan.TicksPerSecond;
}
