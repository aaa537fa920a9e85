namespace IncidentTrail.Tests.Integrity;

/// <summary>A digest as the chain maker made it.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="Json">Its text.</param>
/// <param name="Signature">Its signature, in hex.</param>
/// <param name="Logs">The keys of its logs.</param>
internal sealed record MadeDigest(string Bucket, string Key, string Json, string Signature, IReadOnlyList<string> Logs)
{
    public (string, string) Place => (Bucket, Key);
}
