using System.Runtime.CompilerServices;
using IncidentTrail.Sources;

namespace IncidentTrail;

/// <summary>Log files on disk: files as they are given, folders with everything below them in the order of keys.</summary>
public sealed class FileSource : ITrailSource
{
    private readonly IReadOnlyList<string> _paths;

    /// <summary>Makes a source of full paths, each a file or a folder.</summary>
    public FileSource(IReadOnlyList<string> paths) => _paths = paths;

    /// <inheritdoc/>
    public string Name => _paths.Count == 1 ? _paths[0] : $"{_paths.Count} paths";

    /// <summary>Few: more files in flight only keep more memory busy.</summary>
    public int ReadAhead => Environment.ProcessorCount + 2;

    /// <inheritdoc/>
    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailCoverage coverage, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var item in List(token))
            yield return item;
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>The files, found as they are asked for; those that are no event logs are there to be counted.</summary>
    internal IEnumerable<TrailSourceItem> List(CancellationToken token)
    {
        foreach (var path in _paths)
        {
            if (!Directory.Exists(path))
            {
                var item = Item(new FileInfo(path), path, named: true);
                if (BlankFile.Is(path, item.Log!.Size))
                    yield return TrailSourceItem.ForNotice(TrailNotice.Warning($"{path} is empty: it holds no record."));
                yield return item;
                continue;
            }
            foreach (var found in FolderWalk.Files(path))
            {
                token.ThrowIfCancellationRequested();
                yield return found.File is { } file
                    ? Item(file, file.FullName, named: false)
                    : TrailSourceItem.ForNotice(found.Notice!);
            }
        }
    }

    private static TrailSourceItem Item(FileInfo file, string path, bool named)
    {
        // It may have been written since its folder was listed, and nobody is to miss what it holds.
        if (file.Exists && file.Length == 0)
            file.Refresh();
        var log = file.Exists
            ? TrailLogLocation.FromPath(path, file.Length, file.LastWriteTimeUtc)
            : TrailLogLocation.FromPath(path);
        // A file somebody names is read for what it holds; in a folder its place tells what to leave alone.
        if (!named && (log.Kind is TrailLogKind.Digest or TrailLogKind.Aggregated or TrailLogKind.OtherService
            || log.Size == 0 || !LogSniff.MayBeLog(path)))
            return TrailSourceItem.ForSkippedLog(log);
        return TrailSourceItem.ForLog(log, _ => ValueTask.FromResult<Stream>(Open(path)));
    }

    /// <summary>Opens a log file so that a writer does not stand in the way.</summary>
    internal static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
