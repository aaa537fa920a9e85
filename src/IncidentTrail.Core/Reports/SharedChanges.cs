using System.Globalization;

namespace IncidentTrail.Reports;

/// <summary>The changes before or during several incidents of a report: they are written once, and each incident leads there.</summary>
internal sealed class SharedChanges
{
    internal const string Title = "Changes before or during several incidents";

    private readonly Dictionary<(TrailEvent Event, TrailChangeScope Scope, TrailLink Link, string Basis), int> _numbers = [];
    private readonly string _page;

    /// <param name="incidents">The incidents of the whole report.</param>
    /// <param name="page">The page that lists them; empty where it is the incidents' own.</param>
    internal SharedChanges(IEnumerable<ReportIncident> incidents, string page = "")
    {
        _page = page;
        All =
        [
            .. incidents.Where(i => i.IsWhole).SelectMany(i => i.Incident.Changes.DistinctBy(KeyOf))
                .GroupBy(KeyOf).Where(g => g.Skip(1).Any()).Select(g => g.First())
                .OrderBy(c => c.TimeUtc ?? DateTime.MaxValue),
        ];
        foreach (var change in All)
            _numbers.Add(KeyOf(change), _numbers.Count + 1);
    }

    /// <summary>The changes in order of time.</summary>
    internal IReadOnlyList<TrailChange> All { get; }

    /// <summary>The id of a change's row.</summary>
    internal static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"change-{number}");

    /// <summary>True where a change is one of them.</summary>
    internal bool Has(TrailChange change) => _numbers.ContainsKey(KeyOf(change));

    /// <summary>Links to those among an incident's changes: one for each run of rows.</summary>
    internal IReadOnlyList<ReportLink> LinksTo(IEnumerable<TrailChange> changes)
    {
        var numbers = changes.Select(c => _numbers.GetValueOrDefault(KeyOf(c))).Where(n => n > 0).Distinct().Order().ToList();
        var links = new List<ReportLink>();
        for (var i = 0; i < numbers.Count;)
        {
            var first = numbers[i++];
            var last = first;
            while (i < numbers.Count && numbers[i] == last + 1)
                last = numbers[i++];
            links.Add(new ReportLink(
                string.Create(CultureInfo.InvariantCulture, $"{(last == first ? $"change {first}" : $"changes {first} to {last}")}"),
                $"{_page}#{IdOf(first)}"));
        }
        return links;
    }

    private static (TrailEvent Event, TrailChangeScope Scope, TrailLink Link, string Basis) KeyOf(TrailChange change) =>
        (change.Event, change.Scope, change.Link, change.Basis);
}
