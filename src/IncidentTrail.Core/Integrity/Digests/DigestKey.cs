using System.Security.Cryptography;

namespace IncidentTrail.Integrity.Digests;

/// <summary>
/// A public key of CloudTrail. AWS gives them as PKCS#1 (<c>RSAPublicKey</c>), and has documented one as
/// SubjectPublicKeyInfo; a digest names its key by the MD5 of the form that AWS gave.
/// </summary>
internal sealed class DigestKey
{
    // An RSA object is not for several threads at once.
    private readonly object _lock = new();
    private readonly RSA _rsa;

    private DigestKey(RSA rsa, ReadOnlySpan<byte> der)
    {
        _rsa = rsa;
        Der = der.ToArray();
        Fingerprints = [.. new[] { Md5(der), Md5(rsa.ExportRSAPublicKey()), Md5(rsa.ExportSubjectPublicKeyInfo()) }.Distinct()];
    }

    /// <summary>By what a digest may name it, in lower-case hex: first the form it was given in, then the others.</summary>
    public IReadOnlyList<string> Fingerprints { get; }

    /// <summary>The key in the form it was given in.</summary>
    public byte[] Der { get; }

    /// <summary>Reads a key of either form. Throws <see cref="FormatException"/> where it is none.</summary>
    public static DigestKey Parse(ReadOnlySpan<byte> der)
    {
        var rsa = RSA.Create();
        // Each import throws on the other's form.
        if (TryImport(rsa.ImportRSAPublicKey, der) || TryImport(rsa.ImportSubjectPublicKeyInfo, der))
            return new DigestKey(rsa, der);
        rsa.Dispose();
        throw new FormatException("it is no RSA public key, neither as PKCS#1 nor as SubjectPublicKeyInfo");
    }

    /// <summary>Whether a signature (PKCS#1 v1.5, SHA-256) of a hash is this key's.</summary>
    public bool Verifies(byte[] sha256, byte[] signature)
    {
        lock (_lock)
            return _rsa.VerifyHash(sha256, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static bool TryImport(ImportDer import, ReadOnlySpan<byte> der)
    {
        try
        {
            import(der, out var read);
            return read == der.Length;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // No protection: the name that AWS gives a key.
    private static string Md5(ReadOnlySpan<byte> der) => Convert.ToHexString(MD5.HashData(der)).ToLowerInvariant();

    private delegate void ImportDer(ReadOnlySpan<byte> der, out int read);
}
