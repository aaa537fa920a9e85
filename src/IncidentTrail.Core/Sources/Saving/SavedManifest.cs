using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.Saving;

/// <summary>
/// What a folder of saved logs holds, a line a log, in the order of keys. While logs are saved, the run's own
/// <see cref="SavedJournal"/> takes the lines as they come; its end puts them into the manifest, with those of runs that were
/// killed. Of several runs into one folder the last does so for all.
/// </summary>
internal sealed class SavedManifest : IDisposable
{
    /// <summary>What its name ends with; the reader of folders leaves such files alone.</summary>
    public const string Extension = ".incidenttrail";

    private const string Name = "saved" + Extension;
    private const string AsideName = ".saved.new" + Extension;

    private readonly string _folder;
    private readonly object _lock = new();
    private readonly Dictionary<(string, string), SavedEntry> _known = [];
    private readonly Dictionary<(string, string), SavedEntry> _added = [];
    private SavedJournal? _journal;

    public SavedManifest(string folder)
    {
        _folder = folder;
        foreach (var entry in Read(folder))
            _known[entry.Place] = entry;
    }

    /// <summary>
    /// The lines that a folder's manifest and journals hold; a later one of a place replaces an earlier one. The journals are read
    /// first: a line leaves its journal when it is in the manifest, so whatever other runs do meanwhile, it is met in one of the two.
    /// Throws <see cref="TrailSourceException"/> where one of them cannot be read.
    /// </summary>
    public static IEnumerable<SavedEntry> Read(string folder)
    {
        var journals = SavedJournal.In(folder).SelectMany(SavedJournal.Lines).ToList();
        return Completed(folder).Concat(journals);
    }

    public SavedEntry? Find(string bucket, string key)
    {
        lock (_lock)
            return _known.GetValueOrDefault((bucket, key));
    }

    public void Add(SavedEntry entry)
    {
        lock (_lock)
        {
            _known[entry.Place] = _added[entry.Place] = entry;
            _journal ??= SavedJournal.Begin(_folder);
            _journal.Add(entry);
        }
    }

    /// <summary>
    /// Writes the manifest anew, aside, and drops the journals. A run that is stopped does so too. Where the manifest cannot be
    /// replaced, as on Windows while somebody reads it, its lines stay in the journals, which are read too, and the next run does it.
    /// </summary>
    public void Dispose()
    {
        lock (_lock)
        {
            var journal = _journal;
            _journal = null;
            if (journal is null && !SavedJournal.In(_folder).Any())
                return;
            try
            {
                // Also of a run that saved nothing: others must see that it completes the manifest.
                using var own = journal ?? SavedJournal.Begin(_folder);
                if (Complete(own) || journal is null)
                    own.Delete();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or TrailSourceException)
            {
                // As if this run had been killed just now.
            }
            _added.Clear();
        }
    }

    // False where another run goes on: it, or the one after it, takes over the journal of this one. Each run looks for the others'
    // journals while its own is there and locked, so of two that would complete the manifest at once one sees the other.
    private bool Complete(SavedJournal own)
    {
        var taken = new List<SavedJournal>();
        try
        {
            foreach (var path in SavedJournal.In(_folder).Where(path => !own.IsAt(path)))
            {
                if (SavedJournal.TakeOver(path) is not { } journal)
                    return false;
                taken.Add(journal);
            }
            var entries = new Dictionary<(string, string), SavedEntry>();
            foreach (var entry in Read(_folder).Concat(_added.Values))
                entries[entry.Place] = entry;
            Write(entries.Values);
            taken.ForEach(journal => journal.Delete());
            return true;
        }
        finally
        {
            taken.ForEach(journal => journal.Dispose());
        }
    }

    private void Write(IEnumerable<SavedEntry> entries) =>
        AsideFile.Replace(Path.Combine(_folder, Name), Path.Combine(_folder, AsideName), file =>
        {
            foreach (var entry in entries.OrderBy(e => e.BucketName, StringComparer.Ordinal).ThenBy(e => e.Key, StringComparer.Ordinal))
                file.Write(entry.ToLine());
        });

    private static IEnumerable<SavedEntry> Completed(string folder)
    {
        var path = Path.Combine(folder, Name);
        // A pipe would be waited for.
        return OneWayFile.Is(path) ? [] : SavedJournal.Lines(path);
    }
}
