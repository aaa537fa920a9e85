using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Linking;

/// <summary>An incident that pages may belong to, while they are looked at in order of time.</summary>
internal sealed class PagedIncident(IncidentFile file)
{
    private readonly Dictionary<ResourceName, EngagedContact> _contacts = [];
    private readonly List<EngagedContact> _inOrder = [];
    private readonly Stack<Engagement> _started = new();

    internal IncidentFile File { get; } = file;

    /// <summary>Those of its contacts that were put aside since it was resolved.</summary>
    internal List<EngagedContact> Aside { get; } = [];

    /// <summary>The accounts of its calls, and its own; empty where its own is not known: then it may be of any.</summary>
    internal HashSet<string> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes the next engagement, in order of time.</summary>
    internal void Engage(Engagement engagement, Func<ResourceName, EngagedContacts> contactsOf)
    {
        _started.Push(engagement);
        if (engagement.Contact is not { } contact)
            return;
        if (!_contacts.TryGetValue(contact, out var engaged))
        {
            _contacts.Add(contact, engaged = new EngagedContact(this, contactsOf(contact)));
            _inOrder.Add(engaged);
        }
        engaged.Engage(engagement);
    }

    /// <summary>The engagement under way that began last; null where none is. One that is over stays so.</summary>
    internal Engagement? LastUnderWayAt(DateTime timeUtc)
    {
        while (_started.TryPeek(out var last))
        {
            if (last.IsUnderWayAt(timeUtc))
                return last;
            _started.Pop();
        }
        return null;
    }

    /// <summary>The contacts whose engagements are under way.</summary>
    internal IEnumerable<EngagedContacts> EngagedAt(DateTime timeUtc) =>
        _inOrder.Where(e => e.UnderWayAt(timeUtc) is not null).Select(e => e.Among);

    /// <summary>Something happened to it after which it may be open again.</summary>
    internal void Wake()
    {
        Aside.ForEach(e => e.Wake());
        Aside.Clear();
    }
}
