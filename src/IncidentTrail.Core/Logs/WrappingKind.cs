namespace IncidentTrail.Logs;

/// <summary>Why an object is looked at.</summary>
internal enum WrappingKind
{
    /// <summary>It stands where records stand: what is none is said.</summary>
    Listed,

    /// <summary>It is a message, which may be no record.</summary>
    Message,

    /// <summary>It is somewhere inside an object that may hold a record anywhere: only what is certainly one is taken.</summary>
    Searched,
}
