using System.Security.Cryptography;
using System.Text;

namespace IncidentTrail.SampleTrail;

/// <summary>
/// Identifiers in AWS's forms, made from a text that says what they name: the same text, the same id.
/// </summary>
internal static class Ids
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Uuid(string seed)
    {
        byte[] bytes = Hash(seed)[..16];
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>A principal's id: the prefix that tells its kind (AIDA, AROA), and 17 characters.</summary>
    public static string Principal(string prefix, string seed) => prefix + "EXAMPLE" + Letters(seed, 10);

    /// <summary>An access key's id: AKIA or ASIA, and 16 characters.</summary>
    public static string AccessKey(string prefix, string seed) => prefix + "EXAMPLE" + Letters("key " + seed, 9);

    public static string Hex(string seed, int digits) => Convert.ToHexString(Hash(seed)).ToLowerInvariant()[..digits];

    private static string Letters(string seed, int count) =>
        string.Concat(Hash(seed).Take(count).Select(value => Base32[value % Base32.Length]));

    private static byte[] Hash(string seed) => SHA256.HashData(Encoding.UTF8.GetBytes(seed));
}
