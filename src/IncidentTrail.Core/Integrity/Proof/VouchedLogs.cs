using System.Security.Cryptography;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Proof;

/// <summary>The logs that digests list, by their place, each with its hash and the verdict on the digest.</summary>
internal sealed class VouchedLogs
{
    private readonly Dictionary<UInt128, (byte[] Hash, TrailIntegrityStatus By)> _logs = [];
    private readonly HashSet<UInt128> _met = [];

    /// <summary>How many of them were not met.</summary>
    public int NotMet => _logs.Count - _met.Count;

    /// <summary>Adds a log, which comes once, with all that the digests say of it.</summary>
    public void Add(ListedLog log) =>
        _logs.Add(SeenPlaces.Hash(log.Place.Location), (HashOf(log.ProvenHash), log.By.Status));

    /// <summary>Notes that a file was met where one may be listed.</summary>
    public void Meet(TrailLog log)
    {
        var place = SeenPlaces.Hash(log.Location);
        lock (_met)
        {
            if (_logs.ContainsKey(place))
                _met.Add(place);
        }
    }

    /// <summary>True where a digest lists a log.</summary>
    public bool Lists(TrailLog log) => _logs.ContainsKey(SeenPlaces.Hash(log.Location));

    /// <summary>The verdict on a log that is listed.</summary>
    public TrailIntegrityStatus StatusOf(TrailLog log, ReadContent content)
    {
        var (hash, by) = _logs[SeenPlaces.Hash(log.Location)];
        return ListedLog.StatusOf(content, Convert.ToHexString(hash), by);
    }

    // No content has a hash that is none.
    private static byte[] HashOf(string hash)
    {
        try
        {
            return hash.Length == 2 * SHA256.HashSizeInBytes ? Convert.FromHexString(hash) : [];
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
