using IncidentTrail.Integrity.Chains;
using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity;

/// <summary>A second word on a log: another digest of the same weight lists it with another hash.</summary>
/// <param name="Entry">What that digest says of it.</param>
/// <param name="By">That digest.</param>
internal sealed record OtherListing(DigestEntry Entry, JudgedDigest By);
