using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Linking;

/// <summary>The incidents whose start is known, found by plan or place and the time of the start.</summary>
internal sealed class IncidentStarts
{
    private readonly NameIndex<IncidentFile> _ofPlan = new();
    private readonly Dictionary<(string?, string?), List<IncidentFile>> _inPlace = [];

    /// <param name="incidents">The incidents, settled.</param>
    internal IncidentStarts(IEnumerable<IncidentFile> incidents)
    {
        foreach (var file in incidents.Where(f => f.StartUtc is not null).OrderBy(f => f.StartUtc).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            if (file.Plan is { } plan)
                _ofPlan.Add(plan, file);
            var place = (file.AccountId ?? file.Start!.AccountId, file.Start!.Region);
            if (!_inPlace.TryGetValue(place, out var files))
                _inPlace.Add(place, files = []);
            files.Add(file);
        }
    }

    /// <summary>The first incident of a plan that began from a time on.</summary>
    internal IncidentFile? NextOf(ResourceName plan, DateTime fromUtc)
    {
        IncidentFile? next = null;
        foreach (var (_, files) in _ofPlan.Find(plan))
        {
            if (CountWhile(files, start => start < fromUtc) is var first && first < files.Count && (next is null || IsBefore(files[first], next)))
                next = files[first];
        }
        return next;
    }

    /// <summary>The incidents of an account and Region that began no further from a time than that, before or after it.</summary>
    internal IEnumerable<IncidentFile> Near(string? accountId, string? region, DateTime timeUtc, TimeSpan within)
    {
        if (!_inPlace.TryGetValue((accountId, region), out var files))
            yield break;
        for (var i = CountWhile(files, start => timeUtc - start > within); i < files.Count && files[i].StartUtc - timeUtc <= within; i++)
            yield return files[i];
    }

    private static bool IsBefore(IncidentFile a, IncidentFile b) =>
        a.StartUtc < b.StartUtc || (a.StartUtc == b.StartUtc && string.CompareOrdinal(a.Key, b.Key) < 0);

    private static int CountWhile(IReadOnlyList<IncidentFile> files, Predicate<DateTime> isBefore)
    {
        var (before, end) = (0, files.Count);
        while (before < end)
        {
            var middle = (before + end) / 2;
            if (isBefore(files[middle].StartUtc!.Value))
                before = middle + 1;
            else
                end = middle;
        }
        return before;
    }
}
