using System.Globalization;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Changes;

/// <summary>The ties of one incident, in the order in which they were learned, found by the thing's kind and name.</summary>
internal sealed class TieList
{
    private readonly List<IncidentTie> _all = [];
    private readonly Dictionary<ResourceName, List<int>> _places = new(ResourceName.NamedLike);
    private readonly Dictionary<ResourceName, List<int>> _placesOf = [];

    // Where those stand that are certain until the setting is set anew.
    private readonly Dictionary<(TieSetting Setting, string? Region), List<int>> _set = [];

    internal int Count => _all.Count;

    internal IncidentTie this[int place] => _all[place];

    /// <summary>The things, of those named alike one.</summary>
    internal IEnumerable<ResourceName> Things => _places.Keys;

    /// <summary>Adds a tie, where no other ties the same thing as surely.</summary>
    internal void Add(
        ResourceName? thing, TrailLink link, string basis, string what, TieSetting setting = TieSetting.None,
        TrailChangeScope scope = TrailChangeScope.Incident)
    {
        if (thing is null)
            return;
        var places = ListOf(_placesOf, thing);
        if (places.Exists(place => _all[place].Link <= link))
            return;
        // What was over more than once is said of the first time: the place of the last is free. Whoever sets the same thing ten
        // thousand times adds no ten thousand ties.
        Predicate<int> isOver = place => _all[place].Link == TrailLink.Inferred;
        var over = places.FindIndex(isOver);
        var free = over < 0 ? -1 : places.FindIndex(over + 1, isOver);
        var tie = new IncidentTie(thing, link, basis, what, scope);
        var at = free < 0 ? _all.Count : places[free];
        if (free < 0)
        {
            places.Add(at);
            ListOf(_places, thing).Add(at);
            _all.Add(tie);
        }
        else
            _all[at] = tie;
        if (link == TrailLink.Certain && setting != TieSetting.None)
            ListOf(_set, (setting, RegionOf(setting, thing.Region))).Add(at);
    }

    /// <summary>The contacts among the things.</summary>
    internal IReadOnlyList<ResourceName> Contacts() => [.. _all.Select(t => t.Thing).Where(t => t.Kind == ResourceKind.Contact)];

    /// <summary>Keeps what is certain until a call sets it anew as what was so before it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="setting">What it sets.</param>
    /// <param name="region">Of keys, those of which Region; null for all.</param>
    internal void Supersede(IncidentCall call, TieSetting setting, string? region = null)
    {
        List<(TieSetting Setting, string? Region)> over = setting == TieSetting.Keys && region is null
            ? [.. _set.Keys.Where(k => k.Setting == setting)] : [(setting, RegionOf(setting, region))];
        foreach (var key in over)
        {
            if (!_set.Remove(key, out var places))
                continue;
            foreach (var place in places)
                _all[place] = _all[place] with { Link = TrailLink.Inferred, Basis = string.Create(CultureInfo.InvariantCulture, $"was {_all[place].What} until {call.TimeUtc:yyyy-MM-dd}") };
        }
    }

    /// <summary>Says of what is no longer tied until when it was.</summary>
    internal void End(ResourceName thing, string basis)
    {
        foreach (var place in _placesOf.GetValueOrDefault(thing, []))
        {
            if (_all[place].Link == TrailLink.Inferred)
                _all[place] = _all[place] with { Basis = basis };
        }
    }

    /// <summary>The tie that fits best what a call is about, and how well; null where it is about nothing of the incident.</summary>
    internal (IncidentTie Tie, ResourceName Named, Sameness Sameness)? Find(IReadOnlyList<ResourceName> things)
    {
        var fits = from thing in things
                   from tie in Named(thing)
                   let sameness = tie.Thing.Compare(thing)
                   orderby sameness == Sameness.Other, sameness == Sameness.Unknown, tie.Link
                   select ((IncidentTie, ResourceName, Sameness)?)(tie, thing, sameness);
        return fits.FirstOrDefault();
    }

    private IEnumerable<IncidentTie> Named(ResourceName thing) => _places.GetValueOrDefault(thing, []).Select(place => _all[place]);

    private static string? RegionOf(TieSetting setting, string? region) => setting == TieSetting.Keys ? region : null;

    private static List<int> ListOf<TKey>(Dictionary<TKey, List<int>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}
