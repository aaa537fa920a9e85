using IncidentTrail.Actions;

namespace IncidentTrail.Incidents;

/// <summary>The incidents that successful calls name, found again by ARN or by bare id.</summary>
internal sealed class IncidentIndex
{
    private readonly Dictionary<string, IncidentFile> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IncidentFile>> _byId = new(StringComparer.OrdinalIgnoreCase);

    // One incident is named by dozens of calls.
    private readonly Dictionary<string, (string Key, bool IsRecord)> _read = new(StringComparer.Ordinal);

    internal IEnumerable<IncidentFile> All => _byKey.Values;

    /// <summary>What a call names: an ARN, an id, or nothing.</summary>
    internal static string? NamedBy(IncidentCall call)
    {
        var named = ActionResources.Find(call.Action, call.Request, call.Response).IncidentRecordArn
            ?? call.IncidentAmongResources();
        return RequestText.IsMasked(named) ? null : named;
    }

    /// <summary>Opens a file for each incident that a successful call names, those with an ARN first.</summary>
    internal void Open(IEnumerable<(IncidentCall Call, string? Named)> calls)
    {
        var successful = calls.Where(c => !c.Call.Failed && c.Named is not null).Select(c => c.Named!).ToList();
        foreach (var arn in successful.Where(IsRecord))
            Open(arn);
        foreach (var id in successful.Where(n => !IsRecord(n)))
        {
            if (Find(id).Count == 0)
                Open(id);
        }
    }

    /// <summary>Whether a text is an incident record's ARN.</summary>
    internal bool IsRecord(string named) => Read(named).IsRecord;

    /// <summary>The incidents a text may mean: one for an ARN, each whose id ends it for a bare id.</summary>
    internal IReadOnlyList<IncidentFile> Find(string named)
    {
        if (_byKey.TryGetValue(KeyOf(named), out var file))
            return [file];
        if (IsRecord(named) || !_byId.TryGetValue(ArnText.LastPart(named), out var list))
            return [];
        var plan = named.LastIndexOf('/') is var slash and > 0 ? named[..slash] : null;
        return plan is null ? list : [.. list.Where(f => f.Parts?.Name == plan)];
    }

    // The ARN's Region is empty, and where it is not it does not tell one incident from another. The id is a number in
    // hexadecimal digits, whose case is writing; the plan's name is a name.
    private string KeyOf(string named) => Read(named).Key;

    private (string Key, bool IsRecord) Read(string named)
    {
        if (!_read.TryGetValue(named, out var read))
        {
            read = IncidentArn.TryParse(named, out var arn)
                ? ($"{arn.AccountId} {arn.Name} {arn.Id?.ToLowerInvariant()}", arn.Kind == IncidentArn.IncidentRecord)
                : (named.ToLowerInvariant(), false);
            _read.Add(named, read);
        }
        return read;
    }

    private void Open(string named)
    {
        var key = KeyOf(named);
        if (_byKey.ContainsKey(key))
            return;
        var file = new IncidentFile(key, named);
        _byKey.Add(key, file);
        var id = ArnText.LastPart(named);
        if (!_byId.TryGetValue(id, out var list))
            _byId.Add(id, list = []);
        list.Add(file);
    }
}
