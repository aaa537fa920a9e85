using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Results;

namespace IncidentTrail.Incidents.Steps;

/// <summary>
/// What each call set on the incident record, and from what. A value before is claimed only where an event of the same
/// incident set it; calls of one second are compared with what was before that second, since their order is not known.
/// </summary>
internal sealed class FieldChanges
{
    internal const string NotRecorded = "not recorded";

    internal static readonly string[] Fields = ["status", "impact", "title", "summary", "chatChannel", "notificationTargets"];

    /// <summary>Those whose last value an incident tells; the others matter to whoever looks at a step.</summary>
    internal static readonly string[] Told = ["title", "impact"];

    private readonly IncidentFile _file;

    // By the place of the field among those told.
    private readonly Setting[]?[] _last;
    private readonly bool[] _lost = new bool[Told.Length];
    private bool?[]? _startTells;
    private Dictionary<IncidentCall, List<TrailFieldChange>>? _byCall;

    private FieldChanges(IncidentFile file)
    {
        _file = file;
        _last = Follow(null);
    }

    /// <summary>A field's value and the call that set it; null where the record masks the value.</summary>
    internal readonly record struct Setting(string? Value, IncidentCall By);

    internal static FieldChanges Of(IncidentFile file) => new(file);

    /// <summary>What a call set, found for all calls when somebody asks for one.</summary>
    internal IReadOnlyList<TrailFieldChange> By(IncidentCall call) =>
        LazyInitializer.EnsureInitialized(ref _byCall, AllChanges).GetValueOrDefault(call, []);

    /// <summary>One of those told, as last set: several settings where several calls did so in one second; none where no call did.</summary>
    internal IReadOnlyList<Setting> Last(string field) => _last[Array.IndexOf(Told, field)] ?? [];

    /// <summary>True where a call set it, but a later update does not say what it set.</summary>
    internal bool IsLost(string field) => _lost[Array.IndexOf(Told, field)];

    /// <summary>The last update that does not say what it set; null where each does.</summary>
    internal IncidentCall? Unsaid { get; private set; }

    private Dictionary<IncidentCall, List<TrailFieldChange>> AllChanges()
    {
        var changes = new Dictionary<IncidentCall, List<TrailFieldChange>>();
        Follow(changes);
        return changes;
    }

    // Gives each field as last set, of those told where what each call changed is not wanted too.
    private Setting[]?[] Follow(Dictionary<IncidentCall, List<TrailFieldChange>>? changes)
    {
        var state = new Setting[]?[(changes is null ? Told : Fields).Length];
        var second = new List<IncidentCall>();
        foreach (var call in _file.Settings)
        {
            if (second.Count > 0 && second[0].TimeUtc != call.TimeUtc)
            {
                Take(second, state, changes);
                second.Clear();
            }
            second.Add(call);
        }
        if (second.Count > 0)
            Take(second, state, changes);
        return state;
    }

    private void Take(
        List<IncidentCall> calls, Setting[]?[] state, Dictionary<IncidentCall, List<TrailFieldChange>>? changes)
    {
        var fields = changes is null ? Told : Fields;
        var isFound = false;
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            if (SettingsOf(field, calls) is not { Length: > 0 } settings)
                continue;
            isFound = true;
            var distinct = settings.Length == 1 ? settings : [.. settings.DistinctBy(s => s.Value)];
            if (changes is not null)
                AddChanges(field, settings, state[i] ?? [], distinct.Length > 1, changes);
            state[i] = distinct;
            if (changes is null)
                _lost[i] = false;
        }
        if (isFound && calls.Count == 1)
            return;
        // Whatever an update without a readable request set, no value from before it is certain any more.
        foreach (var call in calls)
        {
            if (!call.Kind.IsUpdate || !SetsNothing(call))
                continue;
            Unsaid = call;
            for (var i = 0; i < state.Length; i++)
            {
                if (changes is null)
                    _lost[i] |= state[i] is not null;
                state[i] = null;
            }
        }
    }

    private static bool SetsNothing(IncidentCall call)
    {
        foreach (var field in Fields)
        {
            if (call.Parameter(field) is not null)
                return false;
        }
        return true;
    }

    private void AddChanges(
        string field, Setting[] settings, Setting[] before, bool differ,
        Dictionary<IncidentCall, List<TrailFieldChange>> changes)
    {
        // A value that is not recorded may be another than the next.
        var contested = differ || (settings.Length > 1 && settings[0].Value is null);
        var unknown = WhyUnknown(contested, before);
        foreach (var setting in settings)
        {
            if (ReferenceEquals(setting.By, _file.Start) && field == "status")
                continue;
            if (!changes.TryGetValue(setting.By, out var list))
                changes.Add(setting.By, list = []);
            list.Add(Change(field, setting, before, contested, unknown));
        }
    }

    // Nearly always of one call, which most fields are not set by.
    private Setting[] SettingsOf(string field, List<IncidentCall> calls)
    {
        if (calls is [var alone])
            return Read(alone, field) is { } only ? [only] : [];
        List<Setting> settings = [];
        foreach (var call in calls)
        {
            if (Read(call, field) is { } setting)
                settings.Add(setting);
        }
        return [.. settings];
    }

    private static TrailFieldChange Change(string field, Setting setting, Setting[] before, bool contested, UnknownValue unknown)
    {
        var known = !contested && before is [{ Value: not null }] ? before[0].Value : null;
        return new TrailFieldChange
        {
            Field = field,
            Value = setting.Value ?? NotRecorded,
            IsRecorded = setting.Value is not null,
            IsRepeat = known is not null && known == setting.Value,
            Previous = known == setting.Value ? null : known,
            Unknown = known is null ? unknown : null,
            IsContested = contested,
        };
    }

    private static UnknownValue WhyUnknown(bool contested, Setting[] before) =>
        contested ? UnknownValue.Contested
        : before.Length == 0 ? UnknownValue.NotInTheTrail
        : before.Length > 1 ? UnknownValue.OneOf(before.Select(s => s.Value ?? NotRecorded))
        : UnknownValue.NotRecorded;

    // Asked for each start that does not say, and there may be many.
    private bool AnyStartTells(string field) => (_startTells ??= new bool?[Told.Length])[Array.IndexOf(Told, field)]
        ??= _file.FirstStarts.Any(s => s.Counts && s.Parameter(field) is not null);

    private Setting? Read(IncidentCall call, string field)
    {
        if (_file.MayHaveMade(call))
        {
            if (field == "status")
                return ReferenceEquals(call, _file.Start) ? new Setting("OPEN", call) : null;
            if (!Told.Contains(field))
                return null;
            // Where another may have made the record, one that does not say left the plan's value.
            if (call.Parameter(field) is null && AnyStartTells(field))
                return new Setting(null, call);
        }
        else if (!call.Kind.IsUpdate)
            return null;
        if (call.Parameter(field) is not { } value)
            return null;
        var text = RequestText.OfValue(value);
        // A title is emptied so; a status or an impact is not set.
        if (text is "" && field is "status" or "impact")
            return null;
        return new Setting(field == "status" ? text?.ToUpperInvariant() : text, call);
    }
}
