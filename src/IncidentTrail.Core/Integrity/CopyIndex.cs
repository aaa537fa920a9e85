using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources.Names;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Integrity;

/// <summary>
/// The files of a copy, by their names: an object is found by its name, and where several files have it, by how much of its
/// folder they share. A file that was inflated is found too.
/// </summary>
internal sealed class CopyIndex
{
    private readonly List<(string Path, LogFolder Place)> _folders = [];
    private readonly List<(string Name, int Folder, int Next)> _files = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private Dictionary<(string? AccountId, string? Region), DateTime>? _deliveries;

    /// <summary>Adds a file.</summary>
    public void Add(string folder, string name)
    {
        if (_folders.Count == 0 || _folders[^1].Path != folder)
            _folders.Add((folder, LogFolder.Of(folder)));
        var plain = PlaceNames.Plain(name);
        var next = _byName.GetValueOrDefault(plain, -1);
        _byName[plain] = _files.Count;
        _files.Add((name, _folders.Count - 1, next));
    }

    /// <summary>The files that are named as digests.</summary>
    public IEnumerable<TrailLog> Digests() =>
        Enumerable.Range(0, _files.Count).Where(i => DigestName.Parse(_files[i].Name) is not null).Select(File);

    /// <summary>The files that are named as logs, or lie where logs do.</summary>
    public IEnumerable<TrailLog> Logs() =>
        Enumerable.Range(0, _files.Count).Select(File).Where(UnlistedLog.IsByPlace);

    /// <summary>The other files that may be read as logs: their content has to tell.</summary>
    public IEnumerable<TrailLog> Others() => Enumerable.Range(0, _files.Count).Select(File)
        .Where(file => !UnlistedLog.IsByPlace(file) && LogPlace.Of(file) is LogPlaceKind.Log or LogPlaceKind.Unknown);

    /// <summary>The files that an object is here.</summary>
    public IReadOnlyList<TrailLog> Find(string key)
    {
        if (!_byName.TryGetValue(PlaceNames.Plain(DigestName.FileName(key)), out var at))
            return [];
        if (_files[at].Next < 0)
            return [File(at)];
        var best = new List<int>();
        var most = -1;
        for (; at >= 0; at = _files[at].Next)
        {
            var shared = Shared(_folders[_files[at].Folder].Path, key);
            if (shared > most)
                best.Clear();
            if (shared >= most)
                best.Add(at);
            most = Math.Max(most, shared);
        }
        return [.. best.Select(File)];
    }

    /// <summary>The last delivery of the logs that are of a digest's account and Region, in UTC, by their names; null where none is there.</summary>
    public DateTime? LastDelivery(DigestName name, IntegrityScope scope)
    {
        _deliveries ??= Logs().Where(log => log.DeliveryTimeUtc is not null && !scope.IsToCome(log.DeliveryTimeUtc))
            .GroupBy(log => (log.AccountId, log.Region), log => log.DeliveryTimeUtc!.Value).ToDictionary(logs => logs.Key, logs => logs.Max());
        return _deliveries.TryGetValue((name.AccountId, name.Region), out var last) ? last : null;
    }

    private TrailLog File(int index)
    {
        var (name, at, _) = _files[index];
        var (folder, place) = _folders[at];
        return TrailLogLocation.FromPath(place, Path.Join(folder, name), name);
    }

    // How many folders above the file the two have in common.
    private static int Shared(string folder, string key)
    {
        var here = folder.Split('/', '\\');
        var there = key.Split('/')[..^1];
        var shared = 0;
        while (shared < Math.Min(here.Length, there.Length) && here[^(shared + 1)] == there[^(shared + 1)])
            shared++;
        return shared;
    }
}
