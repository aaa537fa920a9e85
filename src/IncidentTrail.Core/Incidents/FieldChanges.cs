using System.Runtime.CompilerServices;

namespace IncidentTrail.Incidents;

/// <summary>
/// What each call set on the incident record, and from what. A value before is claimed only where an event of the same
/// incident set it; calls of one second are compared with what was before that second, since their order is not known.
/// </summary>
internal sealed class FieldChanges
{
    internal const string NotInTheTrail = "previous value not in the trail";
    internal const string NotRecorded = "not recorded";

    internal static readonly string[] Fields = ["status", "impact", "title", "summary", "chatChannel", "notificationTargets"];

    private readonly IncidentFile _file;
    private readonly Dictionary<string, Setting[]> _last;
    private readonly Lazy<Dictionary<IncidentCall, List<TrailFieldChange>>> _byCall;

    private FieldChanges(IncidentFile file)
    {
        _file = file;
        _last = Follow(null);
        _byCall = new(() =>
        {
            var changes = new Dictionary<IncidentCall, List<TrailFieldChange>>();
            Follow(changes);
            return changes;
        });
    }

    /// <summary>A field's value and the call that set it; null where the record masks the value.</summary>
    internal readonly record struct Setting(string? Value, IncidentCall By);

    [MethodImpl(Jit.Hot)]
    internal static FieldChanges Of(IncidentFile file) => new(file);

    /// <summary>What a call set, found for all calls when somebody asks for one.</summary>
    internal IReadOnlyList<TrailFieldChange> By(IncidentCall call) => _byCall.Value.GetValueOrDefault(call, []);

    /// <summary>The field as last set: several settings where several calls did so in one second; none where no call did.</summary>
    internal IReadOnlyList<Setting> Last(string field) => _last.GetValueOrDefault(field, []);

    // Gives each field as last set; what each call changed, where that is wanted too.
    [MethodImpl(Jit.Hot)]
    private Dictionary<string, Setting[]> Follow(Dictionary<IncidentCall, List<TrailFieldChange>>? changes)
    {
        var state = new Dictionary<string, Setting[]>();
        var second = new List<IncidentCall>();
        foreach (var (call, link, _, _, _) in _file.Calls)
        {
            if (link != TrailLink.Certain || call.IsRead || !call.Counts || call.TimeUtc is null || !MaySet(call))
                continue;
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

    private bool MaySet(IncidentCall call) => IsStart(call) || call.Is("UpdateIncidentRecord");

    // One that may have made the record; a later one was folded into it, and set nothing.
    private bool IsStart(IncidentCall call) => !_file.StartIsRepeat && call.Kind.IsStart && _file.FirstStarts.Contains(call);

    [MethodImpl(Jit.Hot)]
    private void Take(
        List<IncidentCall> calls, Dictionary<string, Setting[]> state,
        Dictionary<IncidentCall, List<TrailFieldChange>>? changes)
    {
        foreach (var field in Fields)
        {
            if (SettingsOf(field, calls) is not { Length: > 0 } settings)
                continue;
            var distinct = settings.Length == 1 ? settings : [.. settings.DistinctBy(s => s.Value)];
            if (changes is not null)
                AddChanges(field, settings, state.GetValueOrDefault(field, []), distinct.Length > 1, changes);
            state[field] = distinct;
        }
        // Whatever an update without a readable request set, no value from before it is certain any more.
        if (calls.Exists(c => c.Is("UpdateIncidentRecord") && !Array.Exists(Fields, f => c.Request?[f] is not null)))
            state.Clear();
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
    [MethodImpl(Jit.Hot)]
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

    private static TrailFieldChange Change(string field, Setting setting, Setting[] before, bool contested, string unknown)
    {
        var known = !contested && before is [{ Value: not null }] ? before[0].Value : null;
        return new TrailFieldChange
        {
            Field = field,
            Value = setting.Value ?? NotRecorded,
            IsRepeat = known is not null && known == setting.Value,
            Previous = known == setting.Value ? null : known,
            PreviousUnknown = known is null ? unknown : null,
            IsContested = contested,
        };
    }

    private static string WhyUnknown(bool contested, Setting[] before) =>
        contested ? "another call set it in the same second, and which was last is not known"
        : before.Length == 0 ? NotInTheTrail
        : before.Length > 1 ? "previous value not certain: " + string.Join(" or ", before.Select(s => s.Value ?? NotRecorded).Order(StringComparer.Ordinal))
        : "previous value not recorded";

    private Setting? Read(IncidentCall call, string field)
    {
        if (IsStart(call))
        {
            if (field == "status")
                return ReferenceEquals(call, _file.Start) ? new Setting("OPEN", call) : null;
            if (field is not ("title" or "impact"))
                return null;
            // Where another may have made the record, one that does not say left the plan's value.
            if (call.Request?[field] is null && _file.FirstStarts.Any(s => s.Counts && s.Request?[field] is not null))
                return new Setting(null, call);
        }
        else if (!call.Is("UpdateIncidentRecord"))
            return null;
        if (call.Request?[field] is not { } value)
            return null;
        var text = RequestText.OfValue(value);
        return new Setting(field == "status" ? text?.ToUpperInvariant() : text, call);
    }
}
