using System.Collections;

namespace IncidentTrail.Incidents.Calls;

/// <summary>
/// Many calls, in arrays that the collector takes as it does what they hold. One large array would be old from its first moment
/// on, and what is old and no longer wanted keeps the calls of one reading alive through the next.
/// </summary>
internal sealed class CallList : IReadOnlyList<IncidentCall>
{
    private const int Size = 4096;

    private readonly List<IncidentCall[]> _parts = [];

    public int Count { get; private set; }

    public IncidentCall this[int index]
    {
        get => _parts[index / Size][index % Size];
        internal set => _parts[index / Size][index % Size] = value;
    }

    public IEnumerator<IncidentCall> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(IncidentCall call)
    {
        if (Count == _parts.Count * Size)
            _parts.Add(new IncidentCall[Size]);
        this[Count++] = call;
    }
}
