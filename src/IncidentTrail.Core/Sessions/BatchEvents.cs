using System.Collections;
using System.Runtime.CompilerServices;
using IncidentTrail.Reading;

namespace IncidentTrail.Sessions;

/// <summary>
/// The events of a batch, each made when it is asked for: one that the pipeline drops at once is then gone before the
/// next, and no collection of garbage has to carry it along.
/// </summary>
internal sealed class BatchEvents(RecordBatch batch, TrailLog log, bool passing) : IReadOnlyList<TrailEvent>
{
    public int Count { get; } = batch.Records.Count;

    public TrailEvent this[int index]
    {
        [MethodImpl(Jit.Hot)]
        get
        {
            var record = batch.Records[index];
            var bytes = batch.BytesOf(record);
            return new TrailEvent(passing ? bytes : bytes.Copy(), record, log);
        }
    }

    public IEnumerator<TrailEvent> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
