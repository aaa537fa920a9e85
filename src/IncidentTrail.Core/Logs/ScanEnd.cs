namespace IncidentTrail.Logs;

/// <summary>Why a scan stopped.</summary>
internal enum ScanEnd
{
    /// <summary>The bytes ended; the next piece, if any, is not whole yet.</summary>
    NeedMore,

    /// <summary>The list's closing bracket was passed.</summary>
    ListEnd,

    /// <summary>Enough was split for once; more may follow.</summary>
    Limit,

    /// <summary>A piece's brackets do not match: it is broken, and where it ends is not known.</summary>
    Mismatch,
}
