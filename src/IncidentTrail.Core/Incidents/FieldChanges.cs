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

    private readonly Dictionary<IncidentCall, List<TrailFieldChange>> _byCall = [];
    private readonly Dictionary<string, List<Setting>> _state = [];

    private FieldChanges()
    {
    }

    /// <summary>A field's value and the call that set it; null where the record masks the value.</summary>
    internal readonly record struct Setting(string? Value, IncidentCall By);

    [MethodImpl(Jit.Hot)]
    internal static FieldChanges Of(IncidentFile file)
    {
        var changes = new FieldChanges();
        var second = new List<IncidentCall>();
        foreach (var (call, link, _, _, _) in file.Calls)
        {
            if (link != TrailLink.Certain || call.IsRead || !call.Counts || call.TimeUtc is null || !MaySet(call, file))
                continue;
            if (second.Count > 0 && second[0].TimeUtc != call.TimeUtc)
            {
                changes.Take(second, file);
                second.Clear();
            }
            second.Add(call);
        }
        if (second.Count > 0)
            changes.Take(second, file);
        return changes;
    }

    internal IReadOnlyList<TrailFieldChange> By(IncidentCall call) => _byCall.GetValueOrDefault(call, []);

    /// <summary>The field as last set: several settings where several calls did so in one second; none where no call did.</summary>
    internal IReadOnlyList<Setting> Last(string field) => _state.GetValueOrDefault(field, []);

    private static bool MaySet(IncidentCall call, IncidentFile file) => ReferenceEquals(call, file.Start) || call.Is("UpdateIncidentRecord");

    [MethodImpl(Jit.Hot)]
    private void Take(List<IncidentCall> calls, IncidentFile file)
    {
        foreach (var field in Fields)
        {
            if (SettingsOf(field, calls, file) is not { } settings)
                continue;
            var before = Last(field);
            var distinct = settings.Count == 1 ? settings : settings.DistinctBy(s => s.Value).ToList();
            // A value that is not recorded may be another than the next.
            var contested = distinct.Count > 1 || (settings.Count > 1 && settings[0].Value is null);
            var unknown = WhyUnknown(contested, before);
            foreach (var setting in settings)
            {
                if (ReferenceEquals(setting.By, file.Start) && field == "status")
                    continue;
                if (!_byCall.TryGetValue(setting.By, out var list))
                    _byCall.Add(setting.By, list = []);
                list.Add(Change(field, setting, before, contested, unknown));
            }
            _state[field] = distinct;
        }
        // Whatever an update without a readable request set, no value from before it is certain any more.
        if (calls.Any(c => c.Is("UpdateIncidentRecord") && !Fields.Any(f => c.Request?[f] is not null)))
            _state.Clear();
    }

    [MethodImpl(Jit.Hot)]
    private static List<Setting>? SettingsOf(string field, List<IncidentCall> calls, IncidentFile file)
    {
        List<Setting>? settings = null;
        foreach (var call in calls)
        {
            if (Read(call, field, file) is { } setting)
                (settings ??= []).Add(setting);
        }
        return settings;
    }

    private static TrailFieldChange Change(string field, Setting setting, IReadOnlyList<Setting> before, bool contested, string unknown)
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

    private static string WhyUnknown(bool contested, IReadOnlyList<Setting> before) =>
        contested ? "another call set it in the same second, and which was last is not known"
        : before.Count == 0 ? NotInTheTrail
        : before.Count > 1 ? "previous value not certain: " + string.Join(" or ", before.Select(s => s.Value ?? NotRecorded).Order(StringComparer.Ordinal))
        : "previous value not recorded";

    private static Setting? Read(IncidentCall call, string field, IncidentFile file)
    {
        if (ReferenceEquals(call, file.Start) && !file.StartIsRepeat)
        {
            if (field == "status")
                return new Setting("OPEN", call);
            if (field is not ("title" or "impact"))
                return null;
        }
        else if (!call.Is("UpdateIncidentRecord"))
            return null;
        if (call.Request?[field] is not { } value)
            return null;
        var text = RequestText.OfValue(value);
        return new Setting(field == "status" ? text?.ToUpperInvariant() : text, call);
    }
}
