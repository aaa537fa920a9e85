using System.IO.Compression;
using System.Security.Cryptography;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>A package that is being written, beside the place where it will be; what is not published is removed.</summary>
internal sealed class EvidenceDraft : IDisposable
{
    private readonly string _destination;

    /// <summary>Makes the folder of the draft.</summary>
    public EvidenceDraft(string destination)
    {
        _destination = destination;
        Folder = Path.Combine(Path.GetDirectoryName(destination)!, $".{Path.GetFileName(destination)}.{Guid.NewGuid():N}.partial");
        Written(() => Directory.CreateDirectory(Folder));
    }

    /// <summary>Where it is written.</summary>
    public string Folder { get; }

    /// <summary>True for a destination that is to be one file.</summary>
    public static bool IsArchive(string destination) => destination.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Begins a file, of which nothing is kept back to be written when it is closed.</summary>
    public FileStream Begin(string name) => Written(() => new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0));

    /// <summary>Writes on in a file that was begun.</summary>
    public static void Append(FileStream file, byte[] bytes) => Written(() =>
    {
        file.Write(bytes);
        return bytes;
    });

    /// <summary>Writes a file.</summary>
    public void Write(string name, byte[] bytes) => Written(() =>
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return name;
    });

    /// <summary>The SHA-256 of a file, in lower-case hex.</summary>
    public string Sum(string name)
    {
        using var file = File.OpenRead(PathOf(name));
        return Convert.ToHexString(SHA256.HashData(file)).ToLowerInvariant();
    }

    /// <summary>Moves the package to its place.</summary>
    /// <param name="names">All files, in the order in which an archive holds them.</param>
    /// <param name="token">Gives up.</param>
    public void Publish(IReadOnlyList<string> names, CancellationToken token) => Written(() =>
    {
        if (!IsArchive(_destination))
        {
            Directory.Move(Folder, _destination);
            return names;
        }
        var archive = Folder + ".zip";
        try
        {
            Pack(archive, names, token);
            File.Move(archive, _destination, overwrite: false);
        }
        finally
        {
            File.Delete(archive);
        }
        return names;
    });

    /// <summary>Removes what is left.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private string PathOf(string name) => Path.Combine([Folder, .. name.Split('/')]);

    // Logs are compressed as CloudTrail did it.
    private void Pack(string archive, IReadOnlyList<string> names, CancellationToken token)
    {
        using var zip = new ZipArchive(new FileStream(archive, FileMode.CreateNew), ZipArchiveMode.Create);
        foreach (var name in names)
        {
            token.ThrowIfCancellationRequested();
            var level = name.StartsWith(EvidenceNames.Content, StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
            using var entry = zip.CreateEntry(name, level).Open();
            using var file = File.OpenRead(PathOf(name));
            file.CopyTo(entry);
        }
    }

    private static T Written<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvidenceNotWrittenException(e);
        }
    }
}
