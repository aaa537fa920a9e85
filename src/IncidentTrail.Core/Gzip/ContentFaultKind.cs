namespace IncidentTrail.Gzip;

/// <summary>What a fault means for the bytes that came before it.</summary>
internal enum ContentFaultKind
{
    /// <summary>They are not all that was compressed, or not what was.</summary>
    Corrupt,

    /// <summary>The file ends in their middle.</summary>
    Cut,

    /// <summary>They are whole, and more follows that nobody compressed with them.</summary>
    Appended,

    /// <summary>They are more than may be read.</summary>
    TooLarge,
}
