using System.Runtime.InteropServices;
using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Files;

/// <summary>The calls of one incident while it is being rebuilt, with what ties each to it.</summary>
/// <param name="name">What it is named by: the ARN, or the id as given.</param>
internal sealed class IncidentFile(IncidentName name)
{
    /// <summary>In the place of a status that the record masks.</summary>
    internal const string NotRecorded = "";

    private IncidentFile[]? _alone;
    private CallPlaces? _places;
    private List<IncidentCall>? _firstStarts;

    // What each second that set the status left it as.
    private readonly List<(DateTime TimeUtc, bool IsResolved, bool MayBeResolved, DateTime SinceUtc)> _set = [];
    private bool _isOutOfOrder;

    /// <summary>Account, plan and id: one incident has one, however its ARN is spelled.</summary>
    internal string Key => name.Key;

    /// <summary>The ARN, or the id as given where no record has the ARN.</summary>
    internal string Arn => name.Text;

    internal IncidentArn? Parts => name.Parts;

    internal string? AccountId => Parts?.AccountId;

    internal List<LinkedCall> Calls { get; } = new(name.Calls);

    /// <summary>Those that set fields of its record and belong to it with certainty, in order of time; known once it is settled.</summary>
    internal List<IncidentCall> Settings { get; } = [];

    /// <summary>Whether an AcceptPage is among its calls.</summary>
    internal bool HasPages { get; private set; }

    /// <summary>This one, as a list.</summary>
    internal IReadOnlyList<IncidentFile> Alone => _alone ??= [this];

    /// <summary>Where its calls were made; asked while pages are linked, and calls added but not moved.</summary>
    internal CallPlaces Places => (_places ??= new CallPlaces()).Of(Calls);

    /// <summary>Engagements made for it, in order of time.</summary>
    internal List<Engagement> Engagements { get; } = [];

    /// <summary>The first StartIncident that returned it; null where it is not in what was read.</summary>
    internal IncidentCall? Start { get; private set; }

    /// <summary>
    /// The StartIncidents of the second in which the first one completed: which of them made the record is not known. Empty
    /// where none is in what was read.
    /// </summary>
    internal IReadOnlyList<IncidentCall> FirstStarts => _firstStarts ?? [];

    /// <summary>
    /// Its response plan, which the start names with its account, for a shared plan's is another. Where no start was read,
    /// the plan of that name in the incident's account.
    /// </summary>
    internal ResourceName? Plan { get; private set; }

    /// <summary>True where the start says which plan it is.</summary>
    internal bool IsPlanNamed { get; private set; }

    /// <summary>True where a change to it was read that precedes its first StartIncident: it existed before.</summary>
    internal bool StartIsRepeat { get; private set; }

    internal DateTime? StartUtc => StartIsRepeat ? null : Start?.TimeUtc;

    internal DateTime? FirstUtc { get; private set; }

    /// <summary>Every setting of the status, with its time.</summary>
    internal List<(DateTime TimeUtc, string Status, IncidentCall Call)> Statuses { get; } = [];

    internal DateTime? DeletedUtc { get; private set; }

    internal void Link(IncidentCall call, TrailLink link, string basis, int candidates = 1, LinkGrade grade = LinkGrade.Named)
    {
        _isOutOfOrder |= Calls.Count > 0 && call.Place < Calls[^1].Call.Place;
        HasPages |= call.Kind.IsPage;
        Calls.Add(new LinkedCall(call, link, basis, candidates, grade));
    }

    /// <summary>Settles when it began and what its status was, from the calls that name it.</summary>
    internal void Settle()
    {
        Sort();
        foreach (var (call, link, _, _, _) in Calls)
        {
            if (link != TrailLink.Certain || call.Failed || call.TimeUtc is not { } time)
                continue;
            FirstUtc ??= time;
            if (Start is not null && time != Start.TimeUtc)
                break;
            if (!call.Kind.IsStart)
                continue;
            Start ??= call;
            (_firstStarts ??= new(1)).Add(call);
        }
        Plan = Start is null ? null : ResourceName.Of(ResourceKind.ResponsePlan, Start.Asked("responsePlanArn"), Start);
        IsPlanNamed = Plan is not null;
        Plan ??= ResourceName.Of(ResourceKind.ResponsePlan, Parts?.Name, AccountId, region: null);
        // Incident Manager engages and writes entries while StartIncident is still on its way back.
        StartIsRepeat = Start is not null && FirstUtc < Start.TimeUtc - EngineLimits.StartIsRepeat;
        foreach (var (call, link, _, _, _) in Calls)
        {
            if (link == TrailLink.Certain && call.Counts && !call.IsRead && call.TimeUtc is { } time)
                SettleStatus(call, time);
        }
    }

    private void SettleStatus(IncidentCall call, DateTime timeUtc)
    {
        if (call.Kind.IsUpdate || MayHaveMade(call))
            Settings.Add(call);
        if (ReferenceEquals(call, Start) && !StartIsRepeat)
            AddStatus(timeUtc, "OPEN", call);
        else if (call.Kind.IsUpdate && call.Asked("status") is { } status)
            AddStatus(timeUtc, RequestText.OfValue(status)?.ToUpperInvariant() ?? NotRecorded, call);
        else if (call.Is("DeleteIncidentRecord"))
            DeletedUtc ??= timeUtc;
    }

    private void AddStatus(DateTime timeUtc, string status, IncidentCall call)
    {
        Statuses.Add((timeUtc, status, call));
        var resolved = status == "RESOLVED";
        if (_set is [.., var last] && last.TimeUtc == timeUtc)
            _set[^1] = last with { IsResolved = last.IsResolved && resolved, MayBeResolved = last.MayBeResolved || resolved };
        else
            _set.Add((timeUtc, resolved, resolved, _set is [.., { IsResolved: true } before] ? before.SinceUtc : timeUtc));
    }

    /// <summary>
    /// Whether a call that belongs to it with certainty is one of the starts that may have made the record; a later one was folded
    /// into it, and set nothing.
    /// </summary>
    internal bool MayHaveMade(IncidentCall call) =>
        !StartIsRepeat && call.Kind.IsStart && !call.Failed && Start is not null && call.TimeUtc == Start.TimeUtc;

    /// <summary>Puts the calls in order of time, in which nearly all came.</summary>
    internal void Sort()
    {
        if (_isOutOfOrder)
            Calls.Sort((a, b) => a.Call.Place.CompareTo(b.Call.Place));
        _isOutOfOrder = false;
    }

    /// <summary>What ties a call to it; null where nothing does.</summary>
    internal LinkedCall? LinkOf(IncidentCall? call)
    {
        foreach (ref readonly var linked in CollectionsMarshal.AsSpan(Calls))
        {
            if (ReferenceEquals(linked.Call, call))
                return linked;
        }
        return null;
    }

    /// <summary>
    /// Whether it was resolved before a second began; what happened within that second does not count. Where calls of one
    /// second opened and resolved it, it was not: which was last is not known.
    /// </summary>
    internal bool IsResolvedBefore(DateTime timeUtc) => LastSet(timeUtc).IsResolved;

    /// <summary>The same, but where calls of one second opened and resolved it, it was.</summary>
    internal bool MayBeResolvedBefore(DateTime timeUtc) => LastSet(timeUtc).MayBeResolved;

    /// <summary>Since when it has been resolved, where it was before a second began; a status that was set again is no other one. Else null.</summary>
    internal DateTime? ResolvedSince(DateTime timeUtc) => LastSet(timeUtc) is { IsResolved: true } last ? last.SinceUtc : null;

    // They are in order of time, and asked for each page and each note.
    private (bool IsResolved, bool MayBeResolved, DateTime SinceUtc) LastSet(DateTime timeUtc)
    {
        var (before, end) = (0, _set.Count);
        while (before < end)
        {
            var middle = (before + end) / 2;
            if (_set[middle].TimeUtc < timeUtc)
                before = middle + 1;
            else
                end = middle;
        }
        return before > 0 ? (_set[before - 1].IsResolved, _set[before - 1].MayBeResolved, _set[before - 1].SinceUtc) : default;
    }

    /// <summary>Whether it had begun, and was neither resolved nor deleted, as far as was read.</summary>
    internal bool IsOpenAt(DateTime timeUtc) =>
        (StartUtc ?? FirstUtc) <= timeUtc && !IsResolvedBefore(timeUtc) && !(DeletedUtc < timeUtc);
}
