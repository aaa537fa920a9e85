namespace IncidentTrail.Sessions;

/// <summary>A list that grows in pieces, so that what has grown is never held twice.</summary>
internal sealed class Pieces<T>
{
    private const int Smallest = 64;
    private const int PieceBits = 13;
    private const int PieceSize = 1 << PieceBits;

    private readonly List<T[]> _full = [];
    private T[] _latest = new T[Smallest];
    private int _used;

    internal int Count => (_full.Count << PieceBits) + _used;

    internal T this[int number] => (number >> PieceBits is var piece && piece < _full.Count ? _full[piece] : _latest)[number % PieceSize];

    internal void Add(T element)
    {
        if (_used == PieceSize)
        {
            _full.Add(_latest);
            (_latest, _used) = (new T[PieceSize], 0);
        }
        else if (_used == _latest.Length)
            Array.Resize(ref _latest, _used * 2);
        _latest[_used++] = element;
    }
}
