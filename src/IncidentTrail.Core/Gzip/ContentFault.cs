namespace IncidentTrail.Gzip;

/// <summary>Why the bytes of a log ended before they should: what it is, where, and what helps.</summary>
internal sealed record ContentFault(string Text, string Remedy)
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
        new($"bytes that are not gzip follow the data at byte {at}", "CloudTrail writes nothing there: treat the file as altered.");

    internal static ContentFault SecondMember(long at) =>
        new($"a second gzip member begins at byte {at}", "CloudTrail writes one member a file: it was appended later, or files were joined. Split them to read each.");

    internal static ContentFault TooLarge(long limit) =>
        new($"it inflates to more than {limit} bytes", "Raise -MaxInflatedSize where the file is known to be genuine.");
}
