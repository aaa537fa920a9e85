using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>The files of a package, each compared with the manifest as it is read: what is used is what was compared.</summary>
/// <param name="files">The files.</param>
/// <param name="manifest">The manifest; null where there is none.</param>
internal sealed class CheckedFiles(IEvidenceFiles files, EvidenceManifest? manifest)
{
    private readonly ConcurrentDictionary<string, (TrailIntegrityStatus Status, string? Reason, string? Sha256)> _verdicts = new(StringComparer.Ordinal);

    /// <summary>The bytes of a file.</summary>
    public Stream Open(string name)
    {
        try
        {
            using var stored = files.Open(name);
            if (stored.Length > EngineLimits.LargestProven)
                throw EvidenceFaults.TooLarge(PlaceOf(name));
            var bytes = new byte[stored.Length];
            stored.ReadExactly(bytes);
            var sum = Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();
            _verdicts[name] = manifest?.Sums.GetValueOrDefault(name) == sum ? (TrailIntegrityStatus.Valid, null, sum)
                : (TrailIntegrityStatus.HashMismatch, "Its SHA-256 is not the one that the manifest names: it was changed.", sum);
            return new MemoryStream(bytes, writable: false);
        }
        catch (Exception e) when (e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            var fault = (e as TrailSourceException)?.Fault ?? LogFaults.OfReading(PlaceOf(name), e);
            _verdicts[name] = (TrailIntegrityStatus.Unreadable, fault.Message, null);
            throw;
        }
    }

    /// <summary>A file as text; null where it is not there or cannot be read.</summary>
    public string? Text(string name)
    {
        if (!files.Names.Contains(name))
            return null;
        try
        {
            using var reader = new StreamReader(Open(name), Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The row of a file that the manifest names. It is read, where it was not yet.</summary>
    public TrailIntegrityResult Check(string name)
    {
        if (!files.Names.Contains(name))
            return Row(name, TrailIntegrityStatus.Missing, "The manifest names it.");
        if (!_verdicts.ContainsKey(name))
            Text(name);
        var (status, reason, sum) = _verdicts[name];
        return Row(name, status, reason, sum);
    }

    /// <summary>The row of what belongs in no package.</summary>
    public static TrailIntegrityResult Row(OddFile odd) => new()
    {
        Kind = TrailIntegrityKind.File, Status = TrailIntegrityStatus.Unlisted, Reason = odd.Why, Location = odd.Location,
    };

    /// <summary>The row of a file.</summary>
    public TrailIntegrityResult Row(string name, TrailIntegrityStatus status, string? reason, string? sha256 = null) => new()
    {
        Kind = name == EvidenceNames.Manifest ? TrailIntegrityKind.Manifest : TrailIntegrityKind.File, Status = status, Reason = reason,
        Location = PlaceOf(name), Sha256 = sha256,
    };

    private string PlaceOf(string name) => $"{files.Root}/{name}";
}
