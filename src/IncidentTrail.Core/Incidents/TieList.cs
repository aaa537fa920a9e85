using System.Globalization;

namespace IncidentTrail.Incidents;

/// <summary>The ties of one incident, in the order in which they were learned, found by the thing's kind and name.</summary>
internal sealed class TieList
{
    private readonly List<IncidentTie> _all = [];
    private readonly Dictionary<ResourceName, List<int>> _places = new(ResourceName.NamedLike);

    internal int Count => _all.Count;

    internal IncidentTie this[int place] => _all[place];

    /// <summary>Adds a tie, where no other ties the same thing as surely.</summary>
    internal void Add(ResourceName? thing, TrailLink link, string basis, string what)
    {
        if (thing is null || Named(thing).Any(t => t.Thing == thing && t.Link <= link))
            return;
        if (!_places.TryGetValue(thing, out var places))
            _places.Add(thing, places = []);
        // What was over more than once is said of the first time: the place of the last is free. Whoever sets the same thing ten
        // thousand times adds no ten thousand ties.
        Predicate<int> isOver = place => _all[place].Thing == thing && _all[place].Link == TrailLink.Inferred;
        var over = places.FindIndex(isOver);
        var free = over < 0 ? -1 : places.FindIndex(over + 1, isOver);
        if (free >= 0)
        {
            _all[places[free]] = new IncidentTie(thing, link, basis, what);
            return;
        }
        places.Add(_all.Count);
        _all.Add(new IncidentTie(thing, link, basis, what));
    }

    /// <summary>The contacts among the things.</summary>
    internal IReadOnlyList<ResourceName> Contacts() => [.. _all.Select(t => t.Thing).Where(t => t.Kind == ResourceKind.Contact)];

    /// <summary>Keeps what is certain until a call as what was so before it.</summary>
    internal void Supersede(IncidentCall call, Predicate<IncidentTie> isOver)
    {
        for (var i = 0; i < _all.Count; i++)
        {
            if (_all[i].Link == TrailLink.Certain && isOver(_all[i]))
                _all[i] = _all[i] with { Link = TrailLink.Inferred, Basis = string.Create(CultureInfo.InvariantCulture, $"was {_all[i].What} until {call.TimeUtc:yyyy-MM-dd}") };
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
}
