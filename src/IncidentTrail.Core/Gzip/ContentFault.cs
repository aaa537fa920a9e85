namespace IncidentTrail.Gzip;

/// <summary>Why the bytes of a log ended before they should: what it is, where, and what helps.</summary>
/// <param name="Text">What it is, and where.</param>
/// <param name="Remedy">What helps.</param>
/// <param name="RemedyOfDelivered">What it means in a log that CloudTrail delivered, where that is more.</param>
internal sealed record ContentFault(string Text, string Remedy, string? RemedyOfDelivered = null)
{
    /// <summary>What it means for the bytes that came before it.</summary>
    internal ContentFaultKind Kind { get; private init; }

    /// <summary>What is said of many logs at once where the cause lies in none of them; null where each is to be looked at.</summary>
    internal string? OfMany { get; private init; }

    internal static ContentFault Truncated(long at) =>
        new($"the gzip data ends at byte {at}, in the middle", EngineRemedies.GzipBroken) { Kind = ContentFaultKind.Cut };

    internal static ContentFault Corrupt(long after) =>
        new($"the gzip data is corrupt after {after} inflated bytes", EngineRemedies.GzipBroken);

    internal static ContentFault WrongChecksum() =>
        new("the gzip checksum does not fit the content", EngineRemedies.GzipBroken);

    internal static ContentFault WrongLength() =>
        new("the gzip length does not fit the content", EngineRemedies.GzipBroken);

    internal static ContentFault Junk(long at) =>
        new($"bytes that are not gzip follow the data at byte {at}", EngineRemedies.GzipJunk,
            EngineRemedies.GzipJunkDelivered)
        { Kind = ContentFaultKind.Appended };

    /// <summary>A member behind the one that CloudTrail writes: a fault only where a log must be as it was signed.</summary>
    internal static ContentFault Appended(long at) =>
        new($"a second gzip member begins at byte {at}", EngineRemedies.GzipJunkDelivered) { Kind = ContentFaultKind.Appended };

    internal static ContentFault TooDeep(int layers) =>
        new($"it is gzip in gzip, more than {layers} times", EngineRemedies.GzipTooDeep);

    internal static ContentFault TooScattered() =>
        new("it is gzip in gzip, in so many parts that it would be inflated again and again", EngineRemedies.GzipTooDeep);

    internal static ContentFault TooLarge(long limit) =>
        new($"it inflates to more than {limit} bytes", EngineRemedies.GzipTooLarge) { Kind = ContentFaultKind.TooLarge, OfMany = $"inflate to more than {limit} bytes" };
}
