using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>
/// Makes the events that are given, each with bytes that nobody else writes to. Of what passes by, each has an array of its own:
/// one that is kept holds nothing else. Where nearly all that were given are still held, as by a variable, the next stand together
/// in larger arrays: the collector, which moves what is held from generation to generation, has far fewer to find and to move.
/// </summary>
internal sealed class EventMaker
{
    // Less than a large object has: those end only where all that is old is collected.
    private const int Together = 64 * 1024;

    // One event in so many is looked at again, and as many of them tell of the others. A prime: whoever keeps every second or
    // tenth does not keep just these.
    private const int Apart = 61;
    private const int Enough = 32;

    private readonly EventStore _together = new(Together);
    private readonly List<WeakReference<TrailEvent>> _given = new(Enough);
    private int _collections, _made;
    private bool _areKept;

    /// <summary>Makes the event of a record that has its table behind it.</summary>
    [MethodImpl(Jit.Hot)]
    internal TrailEvent Make(scoped in RecordBytes bytes, in KeptRecord record, TrailLog log)
    {
        var made = new TrailEvent(_areKept ? _together.Copy(bytes) : StoredRecord.Copy(bytes), record, log);
        if (_made++ % Apart == 0)
            LookAfter(made);
        return made;
    }

    // What nobody holds any more is known only behind a collection.
    private void LookAfter(TrailEvent made)
    {
        var collections = GC.CollectionCount(0);
        if (_given.Count == Enough && collections != _collections)
        {
            _areKept = _given.Count(given => given.TryGetTarget(out _)) > Enough * 7 / 8;
            _given.Clear();
        }
        if (_given.Count == Enough)
            return;
        _given.Add(new WeakReference<TrailEvent>(made));
        _collections = collections;
    }
}
