using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>
/// Two lists of verdicts, compared: what a package says that was found, and what is found in it now. What could not be read
/// then is not in the package.
/// </summary>
internal sealed class VerdictTally
{
    private readonly Dictionary<UInt128, int> _left = [];
    private readonly Dictionary<UInt128, int> _unread = [];

    /// <summary>True where both lists say the same. What could not be read is found missing only where another file tells of it.</summary>
    public bool IsEven => _left.All(left => left.Value < 0 && -left.Value <= _unread.GetValueOrDefault(left.Key));

    /// <summary>Takes a verdict that is found now.</summary>
    public void Found(TrailIntegrityResult row) => Take($"{row.Kind}", $"{row.Status}", row.Location, 1);

    /// <summary>Takes a verdict that the package holds.</summary>
    public void Held(EvidenceRow row)
    {
        var place = Take(row.Kind, row.Status, row.Location, -1);
        if (row.Status == nameof(TrailIntegrityStatus.Unreadable))
            _unread[place] = _unread.GetValueOrDefault(place) + 1;
    }

    private UInt128 Take(string kind, string status, string location, int count)
    {
        var verdict = status == nameof(TrailIntegrityStatus.Unreadable) ? nameof(TrailIntegrityStatus.Missing) : status;
        var place = SeenPlaces.Hash($"{kind} {verdict} {DigestName.FileName(location)}");
        var sum = _left.GetValueOrDefault(place) + count;
        if (sum == 0)
            _left.Remove(place);
        else
            _left[place] = sum;
        return place;
    }
}
