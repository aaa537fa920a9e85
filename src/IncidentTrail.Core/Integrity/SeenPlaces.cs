using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace IncidentTrail.Integrity;

/// <summary>Which places were met, in 16 bytes each. The hash is one that nobody can find another place for.</summary>
internal sealed class SeenPlaces
{
    private readonly HashSet<UInt128> _seen = [];

    /// <summary>Adds a place; false where it was met before.</summary>
    public bool Add(string location) => _seen.Add(Hash(location));

    public bool Contains(string location) => _seen.Contains(Hash(location));

    internal static UInt128 Hash(string location)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(location.AsSpan()), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
