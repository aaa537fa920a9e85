using System.Text;

namespace IncidentTrail.Sources.Saving;

/// <summary>
/// What a folder of saved logs holds, a line a log, in the order of keys. While logs are saved, a journal beside it takes
/// the lines as they come: a run that is killed loses nothing, and the next one takes the journal over.
/// </summary>
internal sealed class SavedManifest : IDisposable
{
    /// <summary>What its name ends with; the reader of folders leaves such files alone.</summary>
    public const string Extension = ".incidenttrail";

    private readonly string _path;
    private readonly string _journalPath;
    private readonly object _lock = new();
    private readonly Dictionary<(string, string), SavedEntry> _entries = [];
    private FileStream? _journal;

    public SavedManifest(string folder)
    {
        (_path, _journalPath) = Paths(folder);
        foreach (var entry in Read(folder))
            _entries[entry.Place] = entry;
    }

    /// <summary>The lines that a folder's manifest and journal hold, as they come; a later one of a place replaces an earlier one.</summary>
    public static IEnumerable<SavedEntry> Read(string folder)
    {
        var (manifest, journal) = Paths(folder);
        foreach (var path in (string[])[manifest, journal])
        {
            // A pipe would be waited for.
            if (!File.Exists(path) || OneWayFile.Is(path))
                continue;
            foreach (var line in File.ReadLines(path, Encoding.UTF8))
            {
                if (SavedEntry.Parse(line) is { } entry)
                    yield return entry;
            }
        }
    }

    public SavedEntry? Find(string bucket, string key)
    {
        lock (_lock)
            return _entries.GetValueOrDefault((bucket, key));
    }

    public void Add(SavedEntry entry)
    {
        lock (_lock)
        {
            _entries[entry.Place] = entry;
            _journal ??= OpenJournal();
            _journal.Write(entry.ToLine());
            _journal.Flush();
        }
    }

    /// <summary>Writes the manifest anew, aside, and drops the journal. A run that is stopped does so too.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_journal is null && !File.Exists(_journalPath))
                return;
            _journal?.Dispose();
            _journal = null;
            var aside = _journalPath + ".partial";
            using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write))
            {
                foreach (var entry in _entries.Values.OrderBy(e => e.BucketName, StringComparer.Ordinal).ThenBy(e => e.Key, StringComparer.Ordinal))
                    stream.Write(entry.ToLine());
            }

            File.Move(aside, _path, overwrite: true);
            File.Delete(_journalPath);
        }
    }

    private static (string Manifest, string Journal) Paths(string folder) =>
        (Path.Combine(folder, "saved" + Extension), Path.Combine(folder, $".saved{Extension}.journal"));

    // Nobody else may write it meanwhile: two runs into one folder would undo each other's lines. A line that a killed run
    // left unfinished must not swallow the next one.
    private FileStream OpenJournal()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_journalPath)!);
        var journal = new FileStream(_journalPath, FileMode.Append, FileAccess.Write, FileShare.Read);
        journal.WriteByte((byte)'\n');
        return journal;
    }
}
