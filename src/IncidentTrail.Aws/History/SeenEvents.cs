using System.Security.Cryptography;
using IncidentTrail.Aws.CloudTrail;

namespace IncidentTrail.Aws.History;

/// <summary>
/// The events of the last second a sweep has reached. A sweep that starts again there is answered with them once more, and
/// they are left out, as often as they were had: an event that comes twice by itself is not this class's to judge, and two
/// events may share an id.
/// </summary>
internal sealed class SeenEvents
{
    private readonly Dictionary<string, int> _had = new(StringComparer.Ordinal);
    private Dictionary<string, int> _again = new(StringComparer.Ordinal);

    /// <summary>The oldest time reached, in UTC; null before the first event.</summary>
    public DateTime? OldestUtc { get; private set; }

    /// <summary>Notes an event; false where it is one that was had before the sweep started again.</summary>
    public bool Add(LookupEvent entry)
    {
        if (entry.TimeUtc is { } time && (OldestUtc is null || time < OldestUtc))
        {
            if (Second(time) != Second(OldestUtc))
            {
                _had.Clear();
                _again.Clear();
            }

            OldestUtc = time;
        }

        var content = Convert.ToHexString(SHA256.HashData(entry.Json.Span));
        if (_again.TryGetValue(content, out var left) && left > 0)
        {
            _again[content] = left - 1;
            return false;
        }

        _had[content] = _had.GetValueOrDefault(content) + 1;
        return true;
    }

    /// <summary>Notes that the sweep starts again at the oldest time.</summary>
    public void StartAgain() => _again = new Dictionary<string, int>(_had, StringComparer.Ordinal);

    private static long? Second(DateTime? time) => time?.Ticks / TimeSpan.TicksPerSecond;
}
