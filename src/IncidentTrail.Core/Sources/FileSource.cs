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
                    yield return new SourceNotice(TrailNotice.Gap($"{path} is empty: it holds no record."));
                // A file somebody names is read for what it holds.
                yield return ToRead(named, path);
                continue;
            }
            foreach (var item in Folder(path, token))
                yield return item;
        }
    }

    private static IEnumerable<TrailSourceItem> Folder(string path, CancellationToken token)
    {
        var account = new FolderAccount(path);
        foreach (var found in FolderWalk.Files(path))
        {
            token.ThrowIfCancellationRequested();
            if (found.Notice is { } notice)
            {
                account.Said();
                yield return new SourceNotice(notice);
                continue;
            }
            var log = Log(found.File!, found.File!.FullName);
            yield return account.Take(KindOf(log), log.Location) ? ToRead(log, log.Location) : new SkippedLog(log);
        }
        foreach (var notice in account.Notices())
            yield return new SourceNotice(notice);
    }

    private static LogPlaceKind KindOf(TrailLog log) =>
        LogPlace.Of(log) is var kind && kind == LogPlaceKind.Unknown && LogSniff.BeginsAsLog(log.Location) ? LogPlaceKind.Log : kind;

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
