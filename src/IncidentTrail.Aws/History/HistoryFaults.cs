using System.Runtime.ExceptionServices;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.History;

/// <summary>
/// Says each thing that went wrong once. A Region that refuses credentials which another Region takes is not enabled: a
/// warning. Refused everywhere, it is the credentials.
/// </summary>
internal sealed class HistoryFaults
{
    private readonly HashSet<(object, string)> _said = [];
    private readonly List<(HistoryPlace Place, ServiceException Failure)> _refused = [];
    private readonly Queue<TrailNotice> _notices = new();

    /// <summary>Takes in what ended a sweep.</summary>
    public void Add(HistoryPlace place, Exception failure)
    {
        switch (failure)
        {
            case ServiceException { Code: "UnrecognizedClientException" or "InvalidClientTokenId" or "OptInRequired" } refused:
                if (_said.Add((place, refused.Code!)))
                    _refused.Add((place, refused));
                break;
            case ServiceException service:
                var fault = service.ToFault(place.Name);
                place.Source.Note(fault.Message);
                // Credentials that have expired have expired in every Region.
                Say(fault.Kind == TrailFaultKind.Credentials ? place.Caller : place, fault);
                break;
            case TrailSourceException source:
                place.Source.Note(source.Fault.Message);
                Say(place.Caller, source.Fault);
                break;
            default:
                ExceptionDispatchInfo.Throw(failure);
                break;
        }
    }

    /// <summary>True for a place that has given nothing, since it takes no credentials of the caller's.</summary>
    public bool Refuses(HistoryPlace place) => !place.HasAnswered && _refused.Any(r => r.Place == place);

    /// <summary>What there is to say now.</summary>
    public IEnumerable<TrailSourceItem> Take()
    {
        while (_notices.TryDequeue(out var notice))
            yield return new SourceNotice(notice);
    }

    /// <summary>What there is to say of refusals when every place was asked.</summary>
    public IEnumerable<TrailSourceItem> Finish(IReadOnlyList<HistoryPlace> places)
    {
        foreach (var place in places)
            _ = place.Reach;
        foreach (var group in _refused.GroupBy(r => r.Place.Caller))
        {
            // A Region that has answered is enabled: what refuses there has come to its end meanwhile, and elsewhere may have, too.
            if (places.Any(p => p.Caller == group.Key && p.HasAnswered) && !group.Any(r => r.Place.HasAnswered))
            {
                foreach (var (place, _) in group)
                    _notices.Enqueue(NotEnabled(place));
                continue;
            }

            foreach (var (place, refused) in group)
                place.Source.Note(refused.Message);
            Say(group.Key, group.First().Failure.ToFault(string.Join(", ", group.Select(r => r.Place.Name))));
        }

        return Take();
    }

    private static TrailNotice NotEnabled(HistoryPlace place)
    {
        var text = $"{place.Name} was not read: {place.Region} refuses credentials that other Regions accept, so it is not enabled for the account. Nothing can have been called there while it is not.";
        place.Source.Note(text);
        return TrailNotice.Warning(text);
    }

    private void Say(object about, TrailFault fault)
    {
        if (_said.Add((about, fault.Kind.ToString())))
            _notices.Enqueue(TrailNotice.Fault(fault));
    }
}
