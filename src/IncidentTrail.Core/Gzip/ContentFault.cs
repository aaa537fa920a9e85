namespace IncidentTrail.Gzip;

/// <summary>Why the bytes of a log ended before they should: what it is, where, and what helps.</summary>
/// <param name="Text">What it is, and where.</param>
/// <param name="Remedy">What helps.</param>
/// <param name="RemedyOfDelivered">What it means in a log that CloudTrail delivered, where that is more.</param>
internal sealed record ContentFault(string Text, string Remedy, string? RemedyOfDelivered = null)
{
    private const string FetchAgain = "Fetch the file again from the bucket and compare its size there.";

    internal static ContentFault Truncated(long at) =>
        new($"the gzip data ends at byte {at}, in the middle", FetchAgain);

    internal static ContentFault Corrupt(long after) =>
        new($"the gzip data is corrupt after {after} inflated bytes", FetchAgain);

    internal static ContentFault WrongChecksum() =>
        new("the gzip checksum does not fit the content", FetchAgain);

    internal static ContentFault WrongLength() =>
        new("the gzip length does not fit the content", FetchAgain);

    internal static ContentFault Junk(long at) =>
        new($"bytes that are not gzip follow the data at byte {at}", "What stands before them was read: get the file again from where it came.",
            "CloudTrail writes nothing there: treat the file as altered.");

    internal static ContentFault TooDeep(int layers) =>
        new($"it is gzip in gzip, more than {layers} times", "Inflate it with gunzip -c and read what comes out.");

    internal static ContentFault TooLarge(long limit) =>
        new($"it inflates to more than {limit} bytes", "Raise -MaxInflatedSize where the file is known to be genuine.");
}
