namespace IncidentTrail;

/// <summary>The verdict on one digest or log.</summary>
public enum TrailIntegrityStatus
{
    /// <summary>It is what CloudTrail wrote: the digest's signature holds, and of a log the hash in such a digest.</summary>
    Valid,

    /// <summary>Its content is not what a digest says: changed, or with bytes appended behind it.</summary>
    HashMismatch,

    /// <summary>The signature of a digest does not hold, or what it says of its predecessor does not fit the real one.</summary>
    SignatureInvalid,

    /// <summary>A digest names it, or the hour asks for it, and it is not there.</summary>
    Missing,

    /// <summary>A digest in a bucket lies at another place than it says.</summary>
    Moved,

    /// <summary>It cannot be understood as what it should be.</summary>
    InvalidFormat,

    /// <summary>The public key that a digest names is not among the keys.</summary>
    KeyNotFound,

    /// <summary>It could not be read: denied, archived, or cut.</summary>
    Unreadable,

    /// <summary>Its hash fits, and no signature could be checked: there was no key to ask, or no signature.</summary>
    HashOnly,

    /// <summary>Its hash fits, and the digest that says so is not valid itself.</summary>
    Unvouched,

    /// <summary>No digest lists this log.</summary>
    Unlisted,

    /// <summary>No digest lists this log, which was delivered so recently that none need do so yet.</summary>
    NotYetCovered,
}
