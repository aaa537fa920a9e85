using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Calls;

/// <summary>What other records of a call add to the one that stands for it.</summary>
/// <param name="copies">Records of the same call that other accounts received.</param>
/// <param name="addenda">Records that complete one of these, the latest delivered last.</param>
internal sealed class CallAdditions(IReadOnlyList<TrailEvent> copies, IReadOnlyList<TrailEvent> addenda)
{
    internal IReadOnlyList<TrailEvent> Copies { get; } = copies;

    internal IReadOnlyList<TrailEvent> Addenda { get; } = addenda;

    /// <summary>A field as the latest addendum has it that updates it; which do, an addendum says, or else it does those it holds.</summary>
    internal T? Newest<T>(TrailEvent own, string field, Func<TrailEvent, T?> read)
        where T : class
    {
        for (var i = Addenda.Count - 1; i >= 0; i--)
        {
            var named = Field.Text(Addenda[i].Addendum, "updatedFields");
            if (named?.Contains(field, StringComparison.OrdinalIgnoreCase) ?? read(Addenda[i]) is not null)
                return read(Addenda[i]);
        }
        return read(own);
    }
}
