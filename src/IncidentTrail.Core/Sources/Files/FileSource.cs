using System.Runtime.CompilerServices;
using IncidentTrail.Forms;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Archives;
using IncidentTrail.Sources.Files;
using IncidentTrail.Sources.Names;
using IncidentTrail.Sources.Places;

namespace IncidentTrail;

/// <summary>Log files on disk: files as they are given, folders with everything below them in the order of keys.</summary>
public sealed class FileSource : IOpeningSource
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

    /// <summary>The paths, each a file or a folder.</summary>
    internal IReadOnlyList<string> Paths => _paths;

    /// <inheritdoc/>
    public string Name => _paths.Count == 1 ? _paths[0] : $"{_paths.Count} paths";

    /// <inheritdoc/>
    public object Identity => _whole ?? this;

    /// <summary>Few: more files in flight only keep more memory busy.</summary>
    public int ReadAheadFor(TrailQuery query) => Environment.ProcessorCount + 2;

    /// <inheritdoc/>
    public IAsyncEnumerable<TrailSourceItem> ListAsync(TrailQuery query, TrailSourceCoverage entry, CancellationToken token) =>
        ListAsync(query, entry, logs: null, token);

    IAsyncEnumerable<TrailSourceItem> IOpeningSource.ListToReadAsync(
        TrailQuery query, TrailSourceCoverage entry, ICollection<IDisposable> opened, CancellationToken token)
    {
        var logs = new OpenedLogs(OpenBudget.OfProcess);
        opened.Add(logs);
        return ListAsync(query, entry, logs, token);
    }

    private async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, OpenedLogs? logs, [EnumeratorCancellation] CancellationToken token)
    {
        var filter = new LogFilter(query);
        var passed = new PassedOver(filter);
        if (!filter.Window.IsUnbounded && !entry.Facts.ContainsKey("DeliverySlack"))
            WindowCoverage.Note(entry, query, filter.Window, DateTime.UtcNow);
        try
        {
            foreach (var item in List(query.MaxInflatedSize, passed, token, logs))
                yield return item;
        }
        finally
        {
            passed.State(entry);
        }
        // Of paths that come one after the other, none knows what the others hold.
        if (_whole is null && passed.OfAccounts(Name) is { } notice)
            yield return new SourceNotice(notice);
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>The files, found as they are asked for; those that are no event logs are there to be counted.</summary>
    internal IEnumerable<TrailSourceItem> List(long maxInflatedSize, PassedOver passed, CancellationToken token, OpenedLogs? logs = null)
    {
        for (var i = 0; i < _paths.Count; i++)
        {
            var path = _paths[i];
            var items = Directory.Exists(path) ? Folder(path, maxInflatedSize, passed, logs, token)
                : !File.Exists(path) && ArchiveOf(path) is { } archive ? InArchive(archive, ref i, maxInflatedSize, passed, token)
                : Named(path, maxInflatedSize, passed, token);
            foreach (var item in items)
                yield return item;
        }
    }

    // A file somebody names is read for what it holds, whatever its name says.
    private static IEnumerable<TrailSourceItem> Named(string path, long maxInflatedSize, PassedOver passed, CancellationToken token)
    {
        if (OneWayFile.Is(path))
            return [new FoundLog(TrailLogLocation.FromPath(path), stop => OneWayFile.OpenAsync(path, stop))];
        var log = Log(path);
        if (Archive(log, maxInflatedSize) is { } archive)
            return archive.Items(mayBeEmpty: false, wanted: null, passed, token);
        passed.Read(log);
        // Of a log of CloudTrail's whoever reads it says so.
        return !log.IsDelivered && BlankFile.Is(path, log.Size)
            ? [new SourceNotice(TrailNotice.Gap($"{path} is empty: it holds no record.")), ToRead(log)]
            : [ToRead(log)];
    }

    private static IEnumerable<TrailSourceItem> Folder(string path, long maxInflatedSize, PassedOver passed, OpenedLogs? logs, CancellationToken token)
    {
        if (!passed.WantsKindOf(path))
        {
            yield return new SourceNotice(TrailNotice.Gap($"{path} is a folder of logs of a kind that is not asked for: nothing was looked at. Ask for it with -EventCategory (Management, Data, Insight, NetworkActivity)."));
            yield break;
        }
        var account = new FolderAccount(path);
        var before = passed.Count;
        foreach (var found in FolderWalk.Files(path, passed))
        {
            token.ThrowIfCancellationRequested();
            if (found.Notice is { } notice)
            {
                account.Said();
                yield return new SourceNotice(notice);
                continue;
            }
            var opened = logs?.Open(found);
            var log = opened?.Log ?? Log(found);
            // What holds something is no pipe.
            if (!(log.Size > 0) && OneWayFile.Is(log.Location))
            {
                account.Said();
                yield return new SourceNotice(TrailNotice.Gap($"{log.Location} is a pipe or a device and was not read: name it itself."));
                continue;
            }
            var kind = LogPlace.Of(log);
            if (kind is LogPlaceKind.Log or LogPlaceKind.Unknown && Archive(log, maxInflatedSize) is { } archive)
            {
                foreach (var item in archive.Items(mayBeEmpty: true, wanted: null, passed, token))
                {
                    if (item is FoundLog)
                        account.Take(LogPlaceKind.Log, log.Location);
                    yield return item;
                }
                continue;
            }
            var first = kind == LogPlaceKind.Unknown ? LogSniff.FirstOf(log.Location) : null;
            if (first is not null)
                kind = LogSniff.KindOf(first, log.Location);
            if (kind == LogPlaceKind.Unread)
            {
                var form = LogSniff.FormOf(first)!;
                account.Said();
                yield return new SkippedLog(log);
                yield return new SourceNotice(TrailNotice.Gap($"{log.Location} was not read: it is {form.Text} {form.Remedy}"));
                continue;
            }
            var isRead = account.Take(kind, log.Location);
            if (isRead)
                passed.Read(log);
            yield return isRead ? ToRead(log, opened) : new SkippedLog(log);
        }
        foreach (var notice in account.Notices(mayBeEmpty: passed.Count > before || passed.IsTrail))
            yield return new SourceNotice(notice);
    }

    // Those that follow each other from one archive are read together: it may have to be read from its beginning.
    private IEnumerable<TrailSourceItem> InArchive(string archive, ref int i, long maxInflatedSize, PassedOver passed, CancellationToken token)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal) { _paths[i] };
        while (i + 1 < _paths.Count && ArchiveOf(_paths[i + 1]) == archive)
            wanted.Add(_paths[++i]);
        return InArchive(archive, wanted, maxInflatedSize, passed, token);
    }

    private static IEnumerable<TrailSourceItem> InArchive(string archive, HashSet<string> wanted, long maxInflatedSize, PassedOver passed, CancellationToken token)
    {
        if (Archive(Log(archive), maxInflatedSize) is { } opened)
        {
            foreach (var item in opened.Items(mayBeEmpty: true, wanted, passed, token))
                yield return item;
        }
        foreach (var missing in wanted)
            yield return new FoundLog(TrailLogLocation.FromPath(missing), _ => throw new TrailSourceException(ArchiveFaults.NotThere(missing)));
    }

    /// <summary>The archive that a place lies in; null where it lies in none.</summary>
    internal static string? ArchiveOf(string path)
    {
        for (var at = path.IndexOf(ArchiveFolder.Mark, StringComparison.Ordinal); at > 0; at = path.IndexOf(ArchiveFolder.Mark, at + 1, StringComparison.Ordinal))
        {
            if (File.Exists(path[..at]))
                return path[..at];
        }
        return null;
    }

    /// <summary>True for a file that is read as the folder that it was.</summary>
    internal static bool IsArchive(string path) => Archive(Log(path), TrailQuery.DefaultMaxInflatedSize) is not null;

    // Names of logs are believed: nobody opens a trail's thousands of files for the question.
    private static ArchiveFolder? Archive(TrailLog log, long maxInflatedSize)
    {
        if (log.IsDelivered || !(log.Size > 0) || LogPlace.IsNamedAsJson(log.Location))
            return null;
        var first = LogSniff.FirstOf(log.Location);
        if (first is [0x1F, 0x8B, ..])
            return FirstBytes.Of(InflatedFile.FirstBytes(log.Location, 512)) == LogForms.Tar ? new ArchiveFolder(log.Location, null, maxInflatedSize) : null;
        return FirstBytes.Of(first) is { } form && (form == LogForms.Zip || form == LogForms.Tar) ? new ArchiveFolder(log.Location, form, maxInflatedSize) : null;
    }

    private static FoundLog ToRead(TrailLog log, OpenedLog? opened = null)
    {
        Func<TrailLog, CancellationToken, ValueTask<Stream>> open = opened is null
            ? static (log, _) => ValueTask.FromResult<Stream>(new LogFile(log))
            : (log, _) => ValueTask.FromResult<Stream>(new LogFile(log, opened.Take()));
        return new FoundLog(log, open) { IsFile = true };
    }

    private static TrailLog Log(string path)
    {
        var file = Content(path);
        return file.Exists ? TrailLogLocation.FromPath(path, file.Length, file.LastWriteTimeUtc) : TrailLogLocation.FromPath(path);
    }

    private static TrailLog Log(in WalkedFile found)
    {
        var file = Content(found.Path);
        return file.Exists
            ? TrailLogLocation.FromPath(found.Place, found.Path, found.Name, file.Length, file.LastWriteTimeUtc)
            : TrailLogLocation.FromPath(found.Place, found.Path, found.Name);
    }

    // Size and time are those of what is read, and not of a link to it.
    private static FileInfo Content(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || !file.Attributes.HasFlag(FileAttributes.ReparsePoint))
            return file;
        try
        {
            return file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever opens it says what is wrong with it.
            return file;
        }
    }
}
