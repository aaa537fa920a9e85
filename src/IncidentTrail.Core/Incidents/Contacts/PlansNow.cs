using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Contacts;

/// <summary>
/// Whom plans page at the time that is being looked at. Pages are looked at in order of time, and between two changes of any plan each
/// pages the same.
/// </summary>
internal sealed class PlansNow(ContactPlans plans)
{
    private readonly Dictionary<ResourceName, Paging> _paging = [];
    private readonly long[] _turns = plans.Turns();
    private int _passed;

    /// <summary>Whether a contact is paged by another's plan, as last seen at that time.</summary>
    internal bool Pages(ResourceName owner, ResourceName contact, DateTime timeUtc) =>
        PagingOf(owner, timeUtc).Members.Has(contact);

    /// <summary>
    /// Whether a contact was in another's plan and is so no longer or not at that time: taken out, its rotation deleted, or
    /// outside an override's span.
    /// </summary>
    internal bool PagesAtOtherTimesOnly(ResourceName owner, ResourceName contact, DateTime timeUtc)
    {
        var paging = PagingOf(owner, timeUtc);
        return !paging.Members.Has(contact) && paging.Earlier.Has(contact);
    }

    /// <inheritdoc cref="ContactPlans.WasRead"/>
    internal bool WasRead(ResourceName owner, DateTime timeUtc) => PagingOf(owner, timeUtc).WasRead;

    private Paging PagingOf(ResourceName owner, DateTime timeUtc)
    {
        while (_passed < _turns.Length && _turns[_passed] <= timeUtc.Ticks)
            _passed++;
        if (!_paging.TryGetValue(owner, out var paging) || paging.Passed != _passed)
            _paging[owner] = paging = new Paging(plans, owner, timeUtc, _passed);
        return paging;
    }

    private sealed class Paging(ContactPlans plans, ResourceName owner, DateTime timeUtc, int passed)
    {
        private Named? _members;
        private Named? _earlier;
        private bool? _wasRead;

        internal int Passed { get; } = passed;

        internal Named Members => _members ??= new Named(plans.MembersOf(owner, timeUtc));

        internal Named Earlier => _earlier ??= new Named(plans.EarlierMembersOf(owner, timeUtc));

        internal bool WasRead => _wasRead ??= plans.WasRead(owner, timeUtc);
    }

    private sealed class Named(IEnumerable<ResourceName> names)
    {
        private readonly ILookup<string, ResourceName> _names = names.ToLookup(n => n.Name, StringComparer.Ordinal);

        internal bool Has(ResourceName name) => _names[name.Name].Any(n => n.Compare(name) != Sameness.Other);
    }
}
