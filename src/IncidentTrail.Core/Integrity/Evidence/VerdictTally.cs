using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>
/// Two lists of verdicts, compared: what a package says that was found, and what is found in it now. What could not be read
/// then is not in the package.
/// </summary>
internal sealed class VerdictTally
{
    private readonly Dictionary<UInt128, int> _left = [];

    /// <summary>True where both lists say the same.</summary>
    public bool IsEven => _left.Count == 0;

    /// <summary>Takes a verdict that is found now.</summary>
    public void Found(TrailIntegrityResult row) => Take($"{row.Kind}", $"{row.Status}", row.Location, 1);

    /// <summary>Takes a verdict that the package holds.</summary>
    public void Held(EvidenceRow row) => Take(row.Kind, row.Status, row.Location, -1);

    private void Take(string kind, string status, string location, int count)
    {
        var verdict = status == nameof(TrailIntegrityStatus.Unreadable) ? nameof(TrailIntegrityStatus.Missing) : status;
        var place = SeenPlaces.Hash($"{kind} {verdict} {DigestName.FileName(location)}");
        var sum = _left.GetValueOrDefault(place) + count;
        if (sum == 0)
            _left.Remove(place);
        else
            _left[place] = sum;
    }
}
