using System.IO.Compression;
using System.Security.Cryptography;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Evidence;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Tests.Integrity.Evidence;

/// <summary>Packages in a folder of their own, made of made trails, and what a test of them finds.</summary>
internal sealed class MadePackage : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evidence").FullName;

    /// <summary>Where the package is.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What writing it gave.</summary>
    public TrailEvidence? Written { get; private set; }

    /// <summary>The verdicts that it was written with.</summary>
    public List<TrailIntegrityResult> Rows { get; } = [];

    /// <summary>What was said while it was written.</summary>
    public List<TrailNotice> Said { get; } = [];

    /// <summary>What lies beside the package.</summary>
    public IEnumerable<string> Beside => Directory.EnumerateFileSystemEntries(_folder).Where(path => path != Path && !path.EndsWith("copy", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Makes one of a bucket.</summary>
    public Task OfBucketAsync(ChainMaker made, bool asArchive = false, IntegrityScope? scope = null, bool withKeys = true) =>
        WriteAsync(new MadeBucket(made.Objects), [], made, asArchive, scope, withKeys);

    /// <summary>Makes one of a copy on disk, with its signatures or bare.</summary>
    public Task OfCopyAsync(
        ChainMaker made, bool asArchive = false, bool isBare = false, IntegrityScope? scope = null, Action<string>? editCopy = null)
    {
        var copy = System.IO.Path.Combine(_folder, "copy");
        if (isBare)
            MadeCopy.Write(made, copy);
        else
            MadeCopy.Save(made, copy);
        editCopy?.Invoke(copy);
        return WriteAsync(new LocalCopy([copy]), [copy], made, asArchive, scope, withKeys: true);
    }

    /// <summary>Makes one of a copy that is an archive, or a folder with one in it.</summary>
    public Task OfArchivedCopyAsync(ChainMaker made, bool inFolder)
    {
        var copy = System.IO.Path.Combine(_folder, "copy");
        var unpacked = System.IO.Path.Combine(_folder, "unpacked");
        MadeCopy.Save(made, unpacked);
        Directory.CreateDirectory(copy);
        var archive = System.IO.Path.Combine(copy, "trail.zip");
        ZipFile.CreateFromDirectory(unpacked, archive);
        Directory.Delete(unpacked, recursive: true);
        var named = inFolder ? copy : archive;
        return WriteAsync(new LocalCopy([named]), [named], made, asArchive: false, scope: null, withKeys: true);
    }

    /// <summary>Tests it.</summary>
    public async Task<PackageVerdicts> TestAsync(IDigestKeys? keys = null, IntegrityScope? narrowed = null)
    {
        using IEvidenceFiles files = Directory.Exists(Path) ? new EvidenceFolder(Path) : EvidenceArchive.Of(Path)!;
        var found = new PackageVerdicts();
        await foreach (var item in new EvidenceTest(files, keys, narrowed, 4).RunAsync(CancellationToken.None))
            found.Take(item);
        return found;
    }

    /// <summary>The files of the package, as paths in it.</summary>
    public List<string> Names()
    {
        if (Directory.Exists(Path))
            return [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(path => System.IO.Path.GetRelativePath(Path, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        using var zip = ZipFile.OpenRead(Path);
        return [.. zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    /// <summary>The bytes of a file in it.</summary>
    public byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>Writes a file of it, there or not.</summary>
    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
    }

    public void Delete(string name) => File.Delete(PathOf(name));

    /// <summary>Makes an archive of the folder as most programs do: an entry for each folder, too.</summary>
    public void ZipWithFolders()
    {
        var folder = Path;
        Path += ".zip";
        ZipFile.CreateFromDirectory(folder, Path);
        Edit(zip =>
        {
            foreach (var below in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
                zip.CreateEntry(System.IO.Path.GetRelativePath(folder, below).Replace('\\', '/') + "/");
        });
    }

    /// <summary>Has an archive in place of the folder.</summary>
    public void Become(byte[] archive)
    {
        Path += ".zip";
        File.WriteAllBytes(Path, archive);
    }

    /// <summary>Changes the archive.</summary>
    public void Edit(Action<ZipArchive> edit)
    {
        using var zip = ZipFile.Open(Path, ZipArchiveMode.Update);
        edit(zip);
    }

    /// <summary>Makes the manifest anew, as somebody would who changed something and knows how it is made.</summary>
    public void Reseal()
    {
        var manifest = new EvidenceManifest();
        foreach (var name in Names().Where(name => name != EvidenceNames.Manifest))
            manifest.Add(name, Convert.ToHexString(SHA256.HashData(Read(name))).ToLowerInvariant());
        Write(EvidenceNames.Manifest, manifest.ToBytes());
    }

    private string PathOf(string name) => System.IO.Path.Combine([Path, .. name.Split('/')]);

    private async Task WriteAsync(IIntegrityPlace place, string[] roots, ChainMaker made, bool asArchive, IntegrityScope? scope, bool withKeys)
    {
        Path = System.IO.Path.Combine(_folder, asArchive ? "evidence.zip" : "evidence");
        var request = new EvidenceRequest { AskedBy = "auditor@desk", ModuleVersion = "1.2.3" };
        var export = new EvidenceExport(
            Path, place, new EvidencePaths(roots), withKeys ? MadeKeys.Usual : null, scope ?? Verdicts.Scope(made), request, 4);
        await foreach (var item in export.RunAsync(CancellationToken.None))
        {
            if (item.Result is { } row)
                Rows.Add(row);
            if (item.Notice is { } notice)
                Said.Add(notice);
        }
        Written = export.Written;
    }
}
