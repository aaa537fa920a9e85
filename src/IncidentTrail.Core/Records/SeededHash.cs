namespace IncidentTrail.Records;

/// <summary>
/// A hash of 128 bits that stands for the bytes given to a <see cref="SeededHasher"/>: what has the same is taken for the same.
/// </summary>
internal readonly record struct SeededHash(ulong High, ulong Low);
