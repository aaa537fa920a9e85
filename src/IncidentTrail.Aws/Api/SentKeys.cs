using Amazon.Runtime;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// Looks for what no key holds, whoever gave it: .NET sends a line end in a header as one, and what is behind it as a header of its own.
/// </summary>
internal static class SentKeys
{
    private const char Undecodable = '\uFFFD';

    /// <summary>The same keys; throws <see cref="TrailSourceException"/> where they cannot be any.</summary>
    public static ImmutableCredentials Checked(ImmutableCredentials keys)
    {
        if (!IsHeader(keys.AccessKey))
            throw CredentialFaults.NoKey("access key");
        if (keys.SecretKey?.Any(c => char.IsControl(c) || c == Undecodable) == true)
            throw CredentialFaults.NoKey("secret key");
        return IsHeader(keys.Token) ? keys : throw CredentialFaults.NoKey("session token");
    }

    private static bool IsHeader(string? text) => text?.Any(c => char.IsControl(c) || !char.IsAscii(c)) != true;
}
