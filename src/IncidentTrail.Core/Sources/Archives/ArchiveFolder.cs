using IncidentTrail.Forms;
using IncidentTrail.Sources.Names;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.Archives;

/// <summary>An archive read as the folder that it was: its files are logs whose place is <c>archive.zip!/path/in/it</c>.</summary>
/// <param name="path">The archive.</param>
/// <param name="form">Its form; null for tar that is compressed as a whole.</param>
/// <param name="maxInflatedSize">As much as a log may inflate to.</param>
internal sealed class ArchiveFolder(string path, LogForm? form, long maxInflatedSize)
{
    /// <summary>Between an archive and a path in it.</summary>
    internal const string Mark = "!/";

    // An archive may hold several files of one name: a place stands for all of them.
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>The logs in it, and what is to be said of the others.</summary>
    /// <param name="mayBeEmpty">True where nobody named it: then it need not hold logs.</param>
    /// <param name="wanted">The places of the files that are to be read, whatever they are; null for all that are logs.</param>
    /// <param name="passed">What is left out of those that are logs, and counts it.</param>
    /// <param name="token">Gives up.</param>
    internal IEnumerable<TrailSourceItem> Items(bool mayBeEmpty, HashSet<string>? wanted, PassedOver passed, CancellationToken token)
    {
        var before = passed.Logs;
        var account = new FolderAccount(path);
        (string? First, long Count) encrypted = (null, 0);
        TrailFault? fault = null;
        using var zip = form == LogForms.Zip ? new ZipFiles(new ArchiveLimit(path, maxInflatedSize)) : null;
        using var entries = (zip?.Entries() ?? Tar(wanted, passed).Entries()).GetEnumerator();
        while (fault is null && Next(entries, out fault) is { } entry)
        {
            token.ThrowIfCancellationRequested();
            var log = LogOf(entry);
            if (wanted is null ? !passed.Takes(log.Location) : !IsWanted(wanted, log.Location))
                continue;
            if (wanted?.Remove(log.Location) == true)
                _given.Add(log.Location);
            var kind = wanted is null ? LogPlace.Of(log) : LogPlaceKind.Log;
            if (entry.IsEncrypted && kind is LogPlaceKind.Log or LogPlaceKind.Unknown)
            {
                encrypted = (encrypted.First ?? entry.Name, encrypted.Count + 1);
                account.Said();
                yield return new SkippedLog(log);
                continue;
            }
            if (kind == LogPlaceKind.Unknown)
                kind = LogSniff.KindOf(First(entry), log.Location);
            var isRead = account.Take(kind, log.Location);
            if (isRead)
                passed.Read(log);
            yield return isRead ? new FoundLog(log, _ => ValueTask.FromResult(entry.Open())) { Held = entry.Held } : new SkippedLog(log);
        }
        if (encrypted.First is { } first)
            yield return new SourceNotice(TrailNotice.Fault(ArchiveFaults.Encrypted(path, first, encrypted.Count)));
        if (fault is not null)
        {
            account.Said();
            yield return new FoundLog(TrailLogLocation.FromPath(path), _ => throw new TrailSourceException(fault));
        }
        if (wanted is not null)
            yield break;
        foreach (var notice in account.Notices(mayBeEmpty || passed.Logs > before || passed.IsTrail))
            yield return new SourceNotice(notice);
    }

    private TarFiles Tar(HashSet<string>? wanted, PassedOver passed)
    {
        // Nothing inflates in a plain archive.
        var limit = new ArchiveLimit(path, form is null ? maxInflatedSize : long.MaxValue);
        return new TarFiles(form is null ? () => InflatedFile.Open(limit) : () => SharedFile.Open(path), limit, entry =>
            LogOf(entry) is var log && (wanted is null ? LogPlace.Of(log) is LogPlaceKind.Log or LogPlaceKind.Unknown && !passed.IsOutside(log.Location) : IsWanted(wanted, log.Location)));
    }

    private bool IsWanted(HashSet<string> wanted, string place) => wanted.Contains(place) || _given.Contains(place);

    private TrailLog LogOf(ArchiveEntry entry) => TrailLogLocation.FromPath(path + Mark + entry.Name, entry.Size, entry.ModifiedUtc);

    private ArchiveEntry? Next(IEnumerator<ArchiveEntry> entries, out TrailFault? fault)
    {
        fault = null;
        try
        {
            return entries.MoveNext() ? entries.Current : null;
        }
        catch (TrailSourceException e)
        {
            fault = e.Fault;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            fault = ArchiveFaults.Damaged(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = LogFaults.OfReading(path, e);
        }
        return null;
    }

    private static byte[] First(ArchiveEntry entry)
    {
        try
        {
            using var content = entry.Open();
            var first = new byte[EngineLimits.LookedAt];
            return first[..content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is TrailSourceException or IOException or InvalidDataException)
        {
            // It is named as a log is read: the reader says why it cannot be.
            return [(byte)'{'];
        }
    }
}
