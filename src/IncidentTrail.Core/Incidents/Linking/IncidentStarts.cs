using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Linking;

/// <summary>The incidents whose start is known, found by plan or place and the time of the start.</summary>
internal sealed class IncidentStarts
{
    private readonly NameIndex<IncidentFile> _ofPlan = new();
    private readonly Dictionary<(string?, string?), List<IncidentFile>> _inPlace = [];
    private readonly Dictionary<(ulong Token, string Plan), List<IncidentFile>> _ofToken = [];

    /// <param name="incidents">The incidents, settled.</param>
    internal IncidentStarts(IEnumerable<IncidentFile> incidents)
    {
        foreach (var file in incidents.Where(f => f.StartUtc is not null).OrderBy(f => f.StartUtc).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            if (file.Plan is { } plan)
            {
                _ofPlan.Add(plan, file);
                if (file.Start!.TokenMark is not 0 and var mark)
                    Add(_ofToken, (mark, plan.Name), file);
            }
            var place = (file.AccountId ?? file.Start!.AccountId, file.Start!.Region);
            Add(_inPlace, place, file);
        }
    }

    /// <summary>The first incident of a plan that began from a time on, and how many of it began in that second.</summary>
    internal (IncidentFile? First, int Count) NextOf(ResourceName plan, DateTime fromUtc)
    {
        (IncidentFile? First, int Count) next = default;
        foreach (var (_, files) in _ofPlan.Find(plan))
        {
            var first = CountWhile(files, start => start < fromUtc);
            if (first == files.Count || files[first].StartUtc > next.First?.StartUtc)
                continue;
            var begun = files[first].StartUtc!.Value;
            var count = CountWhile(files, start => start <= begun) - first;
            next = begun < next.First?.StartUtc || next.First is null ? (files[first], count)
                : (string.CompareOrdinal(files[first].Key, next.First.Key) < 0 ? files[first] : next.First, next.Count + count);
        }
        return next;
    }

    /// <summary>The first incident of a plan that began from a time on by a call with that token; null where none did.</summary>
    internal IncidentFile? NextOf(ResourceName plan, string token, DateTime fromUtc)
    {
        if (!_ofToken.TryGetValue((ClientToken.MarkOf(token), plan.Name), out var files))
            return null;
        var from = CountWhile(files, start => start < fromUtc);
        return files.Skip(from).FirstOrDefault(f => f.Plan!.Compare(plan) != Sameness.Other && f.Start!.Token == token);
    }

    /// <summary>The incidents of an account and Region that began no further from a time than that, before or after it.</summary>
    internal IEnumerable<IncidentFile> Near(string? accountId, string? region, DateTime timeUtc, TimeSpan within)
    {
        if (!_inPlace.TryGetValue((accountId, region), out var files))
            yield break;
        for (var i = CountWhile(files, start => timeUtc - start > within); i < files.Count && files[i].StartUtc - timeUtc <= within; i++)
            yield return files[i];
    }

    private static void Add<TKey>(Dictionary<TKey, List<IncidentFile>> index, TKey key, IncidentFile file)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var files))
            index.Add(key, files = []);
        files.Add(file);
    }

    private static int CountWhile(IReadOnlyList<IncidentFile> files, Predicate<DateTime> isBefore) =>
        TimeOrder.CountUntil(files.Count, i => isBefore(files[i].StartUtc!.Value));
}
