using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Contacts;

/// <summary>What was read of the plan or rotation of one name: whom it pages from when on, and who takes another's place for a span.</summary>
internal sealed class PlanHistory
{
    // The last seen that counts at a time is the last of those that count by then: what a later one comes before can be left out.
    private readonly List<SeenPlan> _counting = [];
    private readonly Dictionary<ResourceName, DateTime> _since = [];
    private readonly List<Member> _members = [];
    private readonly List<RotationOverride> _overrides = [];
    private readonly List<RotationOverride> _endless = [];
    private readonly Lazy<SpanIndex<RotationOverride>> _spans;
    private DateTime? _startUtc;

    internal PlanHistory() => _spans = new(() => new SpanIndex<RotationOverride>(_overrides, o => o.Span));

    /// <summary>When it was first seen; null where only overrides of it were.</summary>
    internal DateTime? FirstUtc { get; private set; }

    /// <summary>Takes what was seen, in order of time.</summary>
    /// <param name="timeUtc">When.</param>
    /// <param name="startUtc">When the rotation starts; null where the call leaves that as it was.</param>
    /// <param name="place">Its place among all that was seen of plans.</param>
    /// <param name="members">Whom it pages.</param>
    internal void See(DateTime timeUtc, DateTime? startUtc, int place, IReadOnlyList<ResourceName> members)
    {
        FirstUtc ??= timeUtc;
        _startUtc = startUtc ?? _startUtc;
        // A rotation pages from its own start on, where that comes later than the call.
        var fromUtc = _startUtc > timeUtc ? _startUtc.Value : timeUtc;
        // What had not begun yet never will: the call is in its place.
        while (_counting is [.., var last] && (last.FromUtc > timeUtc || last.FromUtc == fromUtc))
            _counting.RemoveAt(_counting.Count - 1);
        _counting.Add(new SeenPlan(fromUtc, place, members));
        Note(timeUtc, members);
    }

    /// <summary>Takes a rotation's start that was set with nothing said of whom it pages, in order of time.</summary>
    internal void Move(DateTime timeUtc, DateTime startUtc, int place)
    {
        if (_counting is [.., var last])
            See(timeUtc, startUtc, place, last.Members);
        else
            _startUtc = startUtc;
    }

    /// <summary>Takes an override, in order of time.</summary>
    internal void Add(RotationOverride made)
    {
        _overrides.Add(made);
        _endless.Add(made);
        Note(made.MadeUtc, made.Members);
    }

    /// <summary>It was deleted, and its overrides with it.</summary>
    internal void End(DateTime timeUtc)
    {
        foreach (var made in _endless)
            made.End(timeUtc);
        _endless.Clear();
    }

    /// <summary>What was last seen that counts at a time; null where nothing does.</summary>
    internal SeenPlan? At(DateTime timeUtc)
    {
        var count = TimeOrder.CountUntil(_counting.Count, i => _counting[i].FromUtc <= timeUtc);
        return count == 0 ? null : _counting[count - 1];
    }

    /// <summary>What puts others in somebody's place at a time.</summary>
    internal IEnumerable<RotationOverride> OverridingAt(DateTime timeUtc) => _overrides.Count == 0 ? [] : _spans.Value.At(timeUtc.Ticks);

    /// <summary>Everybody seen in it until a time, as what they were or as an override, whenever that counts.</summary>
    internal IEnumerable<ResourceName> SeenUntil(DateTime timeUtc) => _members.TakeWhile(m => m.TimeUtc <= timeUtc).Select(m => m.Name);

    /// <summary>When what counts may change.</summary>
    internal IEnumerable<long> Turns()
    {
        if (FirstUtc is { } first)
            yield return first.Ticks;
        foreach (var seen in _counting)
            yield return seen.FromUtc.Ticks;
        foreach (var time in _since.Values)
            yield return time.Ticks;
        foreach (var (from, to) in _overrides.Select(o => o.Span))
        {
            yield return from;
            yield return to;
        }
    }

    private void Note(DateTime timeUtc, IReadOnlyList<ResourceName> members)
    {
        foreach (var member in members)
        {
            if (_since.TryAdd(member, timeUtc))
                _members.Add(new Member(timeUtc, member));
        }
    }

    private sealed record Member(DateTime TimeUtc, ResourceName Name);
}
