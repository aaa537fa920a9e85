namespace IncidentTrail.Sources.Places;

/// <summary>What a file's place and name say of it, before a byte of it is read.</summary>
internal enum LogPlaceKind
{
    /// <summary>A log to be read.</summary>
    Log,

    /// <summary>Its first bytes have to tell.</summary>
    Unknown,

    /// <summary>A form that is not read and may hold records.</summary>
    Unread,

    /// <summary>A log of 0 bytes: CloudTrail writes none, so a copy has failed.</summary>
    Empty,

    /// <summary>A digest, aggregated events, or another service's log, in its own folder: left alone without a word.</summary>
    OtherKind,

    /// <summary>What a system or this module leaves beside files, which nobody misses.</summary>
    Leftover,
}
