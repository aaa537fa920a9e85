using IncidentTrail.Actions;

namespace IncidentTrail.Incidents;

/// <summary>The incidents that successful calls name, found again by ARN or by bare id.</summary>
internal sealed class IncidentIndex
{
    private readonly Dictionary<string, IncidentFile> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IncidentFile>> _byId = new(StringComparer.OrdinalIgnoreCase);

    // One incident is named by dozens of calls.
    private readonly Dictionary<string, IncidentName> _read = new(StringComparer.Ordinal);

    internal IEnumerable<IncidentFile> All => _byKey.Values;

    /// <summary>What a call names: an ARN, an id, or nothing.</summary>
    internal IncidentName? NamedBy(IncidentCall call) =>
        (call.IncidentRecordArn ?? call.IncidentAmongResources()) is { } named && !RequestText.IsMasked(named) ? Read(named) : null;

    /// <summary>Opens a file for each incident that a successful call names, those with an ARN first.</summary>
    internal void Open(IReadOnlyList<(IncidentCall Call, IncidentName? Named)> calls)
    {
        var names = calls.Where(c => !c.Call.Failed).Select(c => c.Named).OfType<IncidentName>().Distinct().ToList();
        foreach (var arn in names.Where(n => n.IsRecord))
            Open(arn);
        foreach (var id in names.Where(n => !n.IsRecord))
        {
            if (Find(id).Count == 0)
                Open(id);
        }
    }

    /// <summary>The incidents a text may mean.</summary>
    internal IReadOnlyList<IncidentFile> Find(string named) => Find(Read(named));

    /// <summary>The incidents a name may mean: one for an ARN, each whose id ends it for a bare id.</summary>
    internal IReadOnlyList<IncidentFile> Find(IncidentName named)
    {
        if (_byKey.TryGetValue(named.Key, out var file))
            return [file];
        if (named.IsRecord || !_byId.TryGetValue(ArnText.LastPart(named.Text), out var list))
            return [];
        return named.Text.LastIndexOf('/') is var slash and > 0 ? OfPlan(list, named.Text[..slash]) : list;
    }

    private static List<IncidentFile> OfPlan(List<IncidentFile> files, string plan) =>
        files.FindAll(f => f.Parts?.Name == plan);

    // The ARN's Region is empty, and where it is not it does not tell one incident from another. The id is a number in
    // hexadecimal digits, whose case is writing; the plan's name is a name.
    private IncidentName Read(string named)
    {
        if (!_read.TryGetValue(named, out var read))
        {
            read = IncidentArn.TryParse(named, out var arn)
                ? new IncidentName(named, $"{arn.AccountId} {arn.Name} {arn.Id?.ToLowerInvariant()}", arn.Kind == IncidentArn.IncidentRecord)
                : new IncidentName(named, named.ToLowerInvariant(), false);
            _read.Add(named, read);
        }
        return read;
    }

    private void Open(IncidentName named)
    {
        if (_byKey.ContainsKey(named.Key))
            return;
        var file = new IncidentFile(named.Key, named.Text);
        _byKey.Add(named.Key, file);
        var id = ArnText.LastPart(named.Text);
        if (!_byId.TryGetValue(id, out var list))
            _byId.Add(id, list = []);
        list.Add(file);
    }
}
