namespace IncidentTrail.Sessions;

/// <summary>The events delivered, in order and in pieces, so that what has grown is never held twice.</summary>
internal sealed class DuplicateEntries
{
    private const int Smallest = 1024;
    private const int PieceBits = 15;
    private const int PieceSize = 1 << PieceBits;

    private readonly List<DuplicateEntry[]> _full = [];
    private DuplicateEntry[] _latest = new DuplicateEntry[Smallest];
    private int _used;

    internal ref readonly DuplicateEntry this[uint number]
    {
        get
        {
            var piece = (int)(number >> PieceBits);
            return ref (piece < _full.Count ? _full[piece] : _latest)[number % PieceSize];
        }
    }

    /// <summary>Adds an event; gives its number, from 0 on.</summary>
    internal uint Add(in DuplicateEntry entry)
    {
        if (_used == PieceSize)
        {
            _full.Add(_latest);
            (_latest, _used) = (GC.AllocateUninitializedArray<DuplicateEntry>(PieceSize), 0);
        }
        else if (_used == _latest.Length)
            Array.Resize(ref _latest, _used * 2);
        _latest[_used] = entry;
        return ((uint)_full.Count << PieceBits) + (uint)_used++;
    }
}
