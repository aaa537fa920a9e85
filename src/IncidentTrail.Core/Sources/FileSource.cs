using System.Runtime.CompilerServices;
using IncidentTrail.Sources;

namespace IncidentTrail;

/// <summary>Log files on disk: files as they are given, folders with everything below them in the order of keys.</summary>
public sealed class FileSource : ITrailSource
{
    private readonly IReadOnlyList<string> _paths;
    private readonly object? _whole;

    /// <summary>Makes a source of full paths, each a file or a folder.</summary>
    public FileSource(IReadOnlyList<string> paths)
        : this(paths, whole: null)
    {
    }

    /// <param name="paths">Full paths, each a file or a folder.</param>
    /// <param name="whole">What the paths are a part of, where they come one after the other.</param>
    internal FileSource(IReadOnlyList<string> paths, object? whole)
    {
        _paths = paths;
        _whole = whole;
    }

    /// <inheritdoc/>
    public string Name => _paths.Count == 1 ? _paths[0] : $"{_paths.Count} paths";

    /// <inheritdoc/>
    public object Identity => _whole ?? this;

    /// <summary>Few: more files in flight only keep more memory busy.</summary>
    public int ReadAheadFor(TrailQuery query) => Environment.ProcessorCount + 2;

    /// <inheritdoc/>
    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
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
                var named = Log(new FileInfo(path), path);
                if (BlankFile.Is(path, named.Size))
                    yield return new SourceNotice(TrailNotice.Warning($"{path} is empty: it holds no record."));
                // A file somebody names is read for what it holds.
                yield return ToRead(named, path);
                continue;
            }
            foreach (var found in FolderWalk.Files(path))
            {
                token.ThrowIfCancellationRequested();
                yield return found.File is { } file
                    ? InFolder(file)
                    : new SourceNotice(found.Notice!);
            }
        }
    }

    // In a folder its place tells what to leave alone.
    private static TrailSourceItem InFolder(FileInfo file)
    {
        var log = Log(file, file.FullName);
        return log.Kind is TrailLogKind.Digest or TrailLogKind.Aggregated or TrailLogKind.OtherService
            || log.Size == 0 || !LogSniff.MayBeLog(file.FullName)
            ? new SkippedLog(log)
            : ToRead(log, file.FullName);
    }

    private static FoundLog ToRead(TrailLog log, string path) => new(log, _ => ValueTask.FromResult<Stream>(Open(path)));

    private static TrailLog Log(FileInfo file, string path)
    {
        // It may have been written since its folder was listed, and nobody is to miss what it holds.
        if (file.Exists && file.Length == 0)
            file.Refresh();
        return file.Exists
            ? TrailLogLocation.FromPath(path, file.Length, file.LastWriteTimeUtc)
            : TrailLogLocation.FromPath(path);
    }

    /// <summary>Opens a log file so that a writer does not stand in the way.</summary>
    internal static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
