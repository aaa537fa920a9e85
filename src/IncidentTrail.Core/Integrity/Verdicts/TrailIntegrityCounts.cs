namespace IncidentTrail;

/// <summary>How many digests or logs there are of each verdict.</summary>
public sealed class TrailIntegrityCounts
{
    private readonly int[] _counts = new int[Enum.GetValues<TrailIntegrityStatus>().Length];

    /// <summary>All of them.</summary>
    public int Total { get; private set; }

    /// <summary>Those that are Valid.</summary>
    public int Valid => Of(TrailIntegrityStatus.Valid);

    /// <summary>Those whose content is not what a digest says.</summary>
    public int HashMismatch => Of(TrailIntegrityStatus.HashMismatch);

    /// <summary>Those whose signature does not hold.</summary>
    public int SignatureInvalid => Of(TrailIntegrityStatus.SignatureInvalid);

    /// <summary>Those that are not there.</summary>
    public int Missing => Of(TrailIntegrityStatus.Missing);

    /// <summary>Those that lie at another place than they say.</summary>
    public int Moved => Of(TrailIntegrityStatus.Moved);

    /// <summary>Those that cannot be understood.</summary>
    public int InvalidFormat => Of(TrailIntegrityStatus.InvalidFormat);

    /// <summary>Those whose public key was not found.</summary>
    public int KeyNotFound => Of(TrailIntegrityStatus.KeyNotFound);

    /// <summary>Those that could not be read.</summary>
    public int Unreadable => Of(TrailIntegrityStatus.Unreadable);

    /// <summary>Those of which only the hash could be checked.</summary>
    public int HashOnly => Of(TrailIntegrityStatus.HashOnly);

    /// <summary>Those whose digest is not valid.</summary>
    public int Unvouched => Of(TrailIntegrityStatus.Unvouched);

    /// <summary>Those that no digest lists.</summary>
    public int Unlisted => Of(TrailIntegrityStatus.Unlisted);

    /// <summary>Those that no digest need list yet.</summary>
    public int NotYetCovered => Of(TrailIntegrityStatus.NotYetCovered);

    /// <summary>How many have this verdict.</summary>
    public int Of(TrailIntegrityStatus status) => _counts[(int)status];

    /// <summary>What there is, in one line.</summary>
    public override string ToString() => Total == 0 ? "0" : string.Join(
        ", ", Enum.GetValues<TrailIntegrityStatus>().Where(status => Of(status) > 0).Select(status => $"{Of(status)} {status}"));

    internal void Count(TrailIntegrityStatus status)
    {
        Total++;
        _counts[(int)status]++;
    }
}
