using System.Text;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.Saving;

/// <summary>
/// The lines of one run that saves logs, as they come, beside the manifest that they go into: a run that is killed loses none.
/// As long as the run goes on it holds a lock beside it; the lines themselves may be read by everybody at any time.
/// </summary>
internal sealed class SavedJournal : IDisposable
{
    private const string Beginning = ".saved.";
    private const string Ending = ".journal" + SavedManifest.Extension;
    private const string LockEnding = ".lock" + SavedManifest.Extension;

    private readonly string _path;
    private readonly FileStream _lock;
    private readonly FileStream? _file;

    private SavedJournal(string path, FileStream locked, FileStream? file)
    {
        _path = path;
        _lock = locked;
        _file = file;
    }

    /// <summary>
    /// The paths of the journals in a folder, that with the latest line last: where two hold a line of one log, the later tells what
    /// is there.
    /// </summary>
    public static IEnumerable<string> In(string folder) => !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(
        folder, $"{Beginning}*{Ending}", new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = true })
        .Where(path => !OneWayFile.Is(path)).OrderBy(File.GetLastWriteTimeUtc).ThenBy(path => path, StringComparer.Ordinal);

    /// <summary>Begins a journal in a folder. It is locked before it is there, so that nobody takes it over meanwhile.</summary>
    public static SavedJournal Begin(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Beginning}{Guid.NewGuid():N}{Ending}");
        var locked = Lock(path);
        try
        {
            return new SavedJournal(path, locked, new FileStream(path, FileMode.CreateNew, FileAccess.Write, SharedFile.Share));
        }
        catch
        {
            locked.Dispose();
            throw;
        }
    }

    /// <summary>Takes over the journal of a run that has ended; null where that goes on, or another run takes it over.</summary>
    public static SavedJournal? TakeOver(string path)
    {
        try
        {
            return new SavedJournal(path, Lock(path), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The lines of a journal or manifest; none where it is gone, since those of a journal are in the manifest then. Throws
    /// <see cref="TrailSourceException"/> where it cannot be read.
    /// </summary>
    public static IEnumerable<SavedEntry> Lines(string path)
    {
        using var text = Open(path);
        while (text is not null && NextLine(text, path) is { } line)
        {
            if (SavedEntry.Parse(line) is { } entry)
                yield return entry;
        }
    }

    /// <summary>True for the journal at a path.</summary>
    public bool IsAt(string path) => _path == path;

    public void Add(SavedEntry entry)
    {
        _file!.Write(entry.ToLine());
        _file.Flush();
    }

    /// <summary>
    /// Drops it: its lines are in the manifest. Where it cannot be deleted, as on Windows while somebody reads it who lets nobody
    /// delete, the next run does it.
    /// </summary>
    public void Delete()
    {
        _file?.Dispose();
        try
        {
            File.Delete(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As if this run had been killed just now.
        }
    }

    /// <summary>Lets go of it.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _lock.Dispose();
    }

    private static StreamReader? Open(string path)
    {
        try
        {
            return new StreamReader(SharedFile.Open(path), Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return File.Exists(path) ? throw new TrailSourceException(LogFaults.OfReading(path, e)) : null;
        }
    }

    private static string? NextLine(StreamReader text, string path)
    {
        try
        {
            return text.ReadLine();
        }
        catch (IOException e)
        {
            throw new TrailSourceException(LogFaults.OfReading(path, e));
        }
    }

    private static FileStream Lock(string path) => new(
        path[..^Ending.Length] + LockEnding, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
}
