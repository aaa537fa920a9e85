using System.Text;

namespace IncidentTrail.Sources.Saving;

/// <summary>
/// What a folder of saved logs holds, a line a log, in the order of keys. While logs are saved, a journal of the run's own beside
/// it takes the lines as they come: a run that is killed loses nothing, and the next one takes its journal over. Of several runs
/// into one folder the last puts all their lines into the manifest.
/// </summary>
internal sealed class SavedManifest : IDisposable
{
    /// <summary>What its name ends with; the reader of folders leaves such files alone.</summary>
    public const string Extension = ".incidenttrail";

    private const string Name = "saved" + Extension;
    private const string JournalEnding = ".journal";

    private readonly string _folder;
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly object _lock = new();
    private readonly Dictionary<(string, string), SavedEntry> _known = [];
    private readonly Dictionary<(string, string), SavedEntry> _added = [];
    private FileStream? _journal;

    public SavedManifest(string folder)
    {
        _folder = folder;
        foreach (var entry in Read(folder))
            _known[entry.Place] = entry;
    }

    /// <summary>The lines that a folder's manifest and journals hold, as they come; a later one of a place replaces an earlier one.</summary>
    public static IEnumerable<SavedEntry> Read(string folder) => Lines(Path.Combine(folder, Name)).Concat(Journals(folder).SelectMany(Lines));

    public SavedEntry? Find(string bucket, string key)
    {
        lock (_lock)
            return _known.GetValueOrDefault((bucket, key));
    }

    public void Add(SavedEntry entry)
    {
        var line = entry.ToLine();
        lock (_lock)
        {
            _known[entry.Place] = _added[entry.Place] = entry;
            _journal ??= OpenJournal();
            _journal.Write(line);
            _journal.Flush();
        }
    }

    /// <summary>Writes the manifest anew, aside, and drops the journals. A run that is stopped does so too.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _journal?.Dispose();
            _journal = null;
            var journals = Journals(_folder).ToList();
            if (journals.Count == 0 && _added.Count == 0)
                return;
            if (!Complete(journals))
                return;
            journals.ForEach(File.Delete);
            _added.Clear();
        }
    }

    // False where another run goes on: it, or the one after it, takes over the journal of this one. Whoever completes the manifest
    // holds all journals, so that no two do it at once and undo each other's lines.
    private bool Complete(List<string> journals)
    {
        var held = new List<FileStream>();
        try
        {
            if (!journals.TrueForAll(journal => Hold(journal, held)))
                return false;
            var entries = new Dictionary<(string, string), SavedEntry>();
            foreach (var entry in Lines(Path.Combine(_folder, Name)).Concat(held.SelectMany(Lines)).Concat(_added.Values))
                entries[entry.Place] = entry;
            Write(entries.Values);
            return true;
        }
        finally
        {
            held.ForEach(journal => journal.Dispose());
        }
    }

    private static bool Hold(string journal, List<FileStream> held)
    {
        try
        {
            held.Add(new FileStream(journal, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
            return true;
        }
        catch (FileNotFoundException)
        {
            // Another run has put its lines into the manifest.
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Write(IEnumerable<SavedEntry> entries)
    {
        var aside = Path.Combine(_folder, $".{Name}.{_run}.partial");
        try
        {
            using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                foreach (var entry in entries.OrderBy(e => e.BucketName, StringComparer.Ordinal).ThenBy(e => e.Key, StringComparer.Ordinal))
                    stream.Write(entry.ToLine());
            }
            File.Move(aside, Path.Combine(_folder, Name), overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private FileStream OpenJournal()
    {
        Directory.CreateDirectory(_folder);
        return new FileStream(Path.Combine(_folder, $".{Name}.{_run}{JournalEnding}"), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    private static IEnumerable<string> Journals(string folder) => !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(
        folder, $".{Name}*{JournalEnding}", new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = true })
        .Where(journal => !OneWayFile.Is(journal)).Order(StringComparer.Ordinal);

    private static IEnumerable<SavedEntry> Lines(string path)
    {
        // A pipe would be waited for.
        if (!File.Exists(path) || OneWayFile.Is(path))
            yield break;
        FileStream? file = null;
        try
        {
            file = FileSource.Open(path);
        }
        catch (IOException) when (path.EndsWith(JournalEnding, StringComparison.Ordinal))
        {
            // Its lines are being put into the manifest.
        }
        foreach (var entry in file is null ? [] : Lines(file))
            yield return entry;
    }

    private static IEnumerable<SavedEntry> Lines(Stream file)
    {
        using var text = new StreamReader(file, Encoding.UTF8);
        while (text.ReadLine() is { } line)
        {
            if (SavedEntry.Parse(line) is { } entry)
                yield return entry;
        }
    }
}
