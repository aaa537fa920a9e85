using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity;

/// <summary>
/// Opens what log integrity needs of AWS: digests and logs in a bucket, and CloudTrail's public keys. The adapter's connector
/// is one too.
/// </summary>
internal interface IIntegrityConnector
{
    /// <summary>
    /// A bucket's digests and logs, with the keys that CloudTrail gives. Finds the credentials and may ask for an MFA code;
    /// throws <see cref="TrailSourceException"/> where there are none.
    /// </summary>
    IntegritySource OpenBucket(TrailConnection connection, TrailBucket bucket, IntegrityScope scope, IntegrityReach reach, CancellationToken token);

    /// <summary>The same of a trail, from its bucket; the scope is narrowed to the trail.</summary>
    IntegritySource OpenTrail(TrailConnection connection, TrailReference trail, IntegrityScope scope, IntegrityReach reach, CancellationToken token);

    /// <summary>
    /// The keys that CloudTrail gives, for a copy; null where nothing names credentials. Throws
    /// <see cref="TrailSourceException"/> where some are named and cannot be used. Disposed by who opened it, where it can be.
    /// </summary>
    IDigestKeys? OpenKeys(TrailConnection connection, IntegrityScope scope, CancellationToken token);
}
