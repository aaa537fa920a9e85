namespace IncidentTrail.Aws.CloudTrail;

/// <summary>One entry of a page of LookupEvents: what is needed to order it, and its bytes as answered.</summary>
internal readonly record struct LookupEvent(DateTime? TimeUtc, ReadOnlyMemory<byte> Json);
