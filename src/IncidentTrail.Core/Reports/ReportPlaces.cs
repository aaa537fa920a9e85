using System.Globalization;

namespace IncidentTrail.Reports;

/// <summary>The records of one page, numbered, and the places of the page that rest on each.</summary>
internal sealed class ReportPlaces
{
    private readonly Dictionary<TrailEvent, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TrailEvent, List<ReportLink>> _uses = new(ReferenceEqualityComparer.Instance);

    /// <param name="records">The records that the page shows.</param>
    internal ReportPlaces(IEnumerable<TrailEvent> records)
    {
        foreach (var record in records)
            _numbers.TryAdd(record, _numbers.Count + 1);
    }

    /// <summary>The records in their order.</summary>
    internal IReadOnlyCollection<TrailEvent> Records => _numbers.Keys;

    /// <summary>The id of a record's place.</summary>
    internal string IdOf(TrailEvent record) => string.Create(CultureInfo.InvariantCulture, $"record-{_numbers[record]}");

    /// <summary>The places that rest on a record.</summary>
    internal IReadOnlyList<ReportLink> UsesOf(TrailEvent record) => _uses.GetValueOrDefault(record) ?? [];

    /// <summary>Links to records, from a place that they will lead back to.</summary>
    internal IEnumerable<ReportLink> LinksTo(IEnumerable<TrailEvent> records, ReportLink from)
    {
        foreach (var record in records)
        {
            if (!_numbers.TryGetValue(record, out var number))
                continue;
            if (!_uses.TryGetValue(record, out var uses))
                _uses.Add(record, uses = []);
            if (!uses.Contains(from))
                uses.Add(from);
            yield return new ReportLink(string.Create(CultureInfo.InvariantCulture, $"record {number}"), "#" + IdOf(record));
        }
    }
}
