using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;

namespace IncidentTrail.Incidents.Linking;

/// <summary>The incidents that successful calls name, found again by ARN or by bare id.</summary>
internal sealed class IncidentIndex(IncidentNames names)
{
    private readonly List<IncidentFile> _all = [];
    private readonly Dictionary<string, IncidentFile> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IncidentFile>> _byId = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<(string Plan, string Id), List<IncidentFile>>? _byPlanAndId;

    // By the number of each name that was looked for and found.
    private IncidentFile?[] _byName = [];

    internal IReadOnlyList<IncidentFile> All => _all;

    /// <summary>Opens a file for each incident that a successful call of Incident Manager names, those with an ARN first.</summary>
    internal void Open(CallList calls)
    {
        List<IncidentName> ids = [];
        foreach (var call in calls)
        {
            if (call.Named is not { } named || call.Failed || !call.Kind.IsOwn)
                continue;
            if (!named.IsRecord)
                ids.Add(named);
            else if (OfKey(named) is null)
                Open(named);
        }
        foreach (var id in ids)
        {
            if (Find(id).Count == 0)
                Open(id);
        }
    }

    /// <summary>The incidents a text may mean.</summary>
    internal IReadOnlyList<IncidentFile> Find(string named) => Find(names.Of(named));

    /// <summary>The incidents a name may mean: one for an ARN, each whose id ends it for a bare id.</summary>
    internal IReadOnlyList<IncidentFile> Find(IncidentName named)
    {
        if (OfKey(named) is { } file)
            return file.Alone;
        if (named.IsRecord || !_byId.TryGetValue(ArnText.LastPart(named.Text), out var list))
            return [];
        return named.Text.LastIndexOf('/') is not (var slash and > 0) ? list
            : ByPlanAndId().GetValueOrDefault((named.Text[..slash], ArnText.LastPart(named.Text).ToUpperInvariant()), []);
    }

    /// <summary>The incident that is known by the very name; null where none is.</summary>
    internal IncidentFile? OfKey(IncidentName named)
    {
        if (named.Number < _byName.Length && _byName[named.Number] is { } known)
            return known;
        if (!_byKey.TryGetValue(named.Key, out var file))
            return null;
        if (named.Number >= _byName.Length)
            Array.Resize(ref _byName, Math.Max(names.Count, 2 * _byName.Length));
        return _byName[named.Number] = file;
    }

    private void Open(IncidentName named)
    {
        var file = new IncidentFile(named);
        _byKey.Add(named.Key, file);
        _all.Add(file);
        var id = ArnText.LastPart(named.Text);
        Add(_byId, id, file);
        if (_byPlanAndId is not null)
            AddByPlan(_byPlanAndId, file);
    }

    // Asked for by calls that name plan and id, which few do.
    private Dictionary<(string Plan, string Id), List<IncidentFile>> ByPlanAndId()
    {
        if (_byPlanAndId is null)
        {
            _byPlanAndId = [];
            _all.ForEach(file => AddByPlan(_byPlanAndId, file));
        }
        return _byPlanAndId;
    }

    private static void AddByPlan(Dictionary<(string Plan, string Id), List<IncidentFile>> files, IncidentFile file)
    {
        if (file.Parts?.Name is { } plan)
            Add(files, (plan, ArnText.LastPart(file.Arn).ToUpperInvariant()), file);
    }

    private static void Add<TKey>(Dictionary<TKey, List<IncidentFile>> files, TKey key, IncidentFile file)
        where TKey : notnull
    {
        if (!files.TryGetValue(key, out var list))
            files.Add(key, list = []);
        list.Add(file);
    }
}
