namespace IncidentTrail.Aws.History;

/// <summary>
/// The account an access key belongs to, where the key tells. AWS does not document the form; it serves only to let the
/// sweeps of one account share their pace without asking another service, and is never shown as a fact.
/// </summary>
internal static class AccessKeyAccount
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The 12-digit account, or null for a key that does not hold one.</summary>
    public static string? Of(string accessKey)
    {
        if (accessKey.Length != 20)
            return null;
        ulong bits = 0;
        // Ten characters after the prefix are 50 bits: a mark, the account in 40 bits, and what tells the keys apart.
        foreach (var c in accessKey.AsSpan(4, 10))
        {
            var value = Base32.IndexOf(c);
            if (value < 0)
                return null;
            bits = (bits << 5) | (uint)value;
        }

        var isMarked = bits >> 49 == 1;
        var account = (bits >> 9) & 0xFF_FFFF_FFFF;
        return isMarked && account < 1_000_000_000_000 ? account.ToString("D12") : null;
    }
}
