using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IncidentTrail.Records;

/// <summary>
/// A record's JSON and where its fields stand: as just found, or from the table behind the record in the same bytes. The table
/// has the start and end of each field that is present, in the order of <see cref="RecordField"/>, as two bytes a number, or as
/// four where the record is larger than those can say. Who has it may read, and cannot keep it: the bytes are somebody else's.
/// </summary>
internal readonly ref struct RecordBytes
{
    private readonly ReadOnlySpan<byte> _whole;
    private readonly RecordFields? _fields;
    private readonly int _length;

    /// <summary>A record whose fields were just found; until the next is read.</summary>
    internal RecordBytes(ReadOnlySpan<byte> json, RecordFields fields)
    {
        _whole = json;
        _fields = fields;
        _length = json.Length;
        Present = fields.Present;
    }

    /// <summary>A record and the table behind it.</summary>
    internal RecordBytes(ReadOnlySpan<byte> whole, int length, ulong present)
    {
        _whole = whole;
        _length = length;
        Present = present;
    }

    /// <summary>The fields the record holds, even as null: a bit each.</summary>
    internal ulong Present { get; }

    /// <summary>The record exactly as delivered.</summary>
    internal ReadOnlySpan<byte> Json => _whole[.._length];

    /// <summary>The record and the table, where it has one.</summary>
    internal ReadOnlySpan<byte> Whole => _whole;

    /// <summary>The field's value as JSON; empty where it is missing.</summary>
    [MethodImpl(Jit.Hot)]
    internal ReadOnlySpan<byte> Get(RecordField field)
    {
        var bit = 1UL << (int)field;
        if ((Present & bit) == 0)
            return default;
        if (_fields is not null)
        {
            var (start, end) = _fields.Place(field);
            return _whole[start..end];
        }
        var at = BitOperations.PopCount(Present & (bit - 1)) * 2;
        var table = _whole[_length..];
        return _length <= ushort.MaxValue
            ? _whole[MemoryMarshal.Read<ushort>(table[(at * 2)..])..MemoryMarshal.Read<ushort>(table[(at * 2 + 2)..])]
            : _whole[MemoryMarshal.Read<int>(table[(at * 4)..])..MemoryMarshal.Read<int>(table[(at * 4 + 4)..])];
    }

    /// <summary>How many bytes a record takes with its table.</summary>
    internal static int SizeOf(int length, ulong present) => length + TableSize(length, present);

    /// <summary>Writes a record and its table.</summary>
    [MethodImpl(Jit.Hot)]
    internal static void Write(Span<byte> into, ReadOnlySpan<byte> json, RecordFields fields)
    {
        json.CopyTo(into);
        var table = into[json.Length..];
        if (json.Length <= ushort.MaxValue)
            WriteNarrow(MemoryMarshal.Cast<byte, ushort>(table), fields);
        else
            WriteWide(MemoryMarshal.Cast<byte, int>(table), fields);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteNarrow(Span<ushort> table, RecordFields fields)
    {
        var at = 0;
        for (var rest = fields.Present; rest != 0; rest &= rest - 1)
        {
            var (start, end) = fields.Place((RecordField)BitOperations.TrailingZeroCount(rest));
            table[at++] = (ushort)start;
            table[at++] = (ushort)end;
        }
    }

    private static void WriteWide(Span<int> table, RecordFields fields)
    {
        var at = 0;
        for (var rest = fields.Present; rest != 0; rest &= rest - 1)
            (table[at++], table[at++]) = fields.Place((RecordField)BitOperations.TrailingZeroCount(rest));
    }

    private static int TableSize(int length, ulong present) =>
        BitOperations.PopCount(present) * 2 * (length <= ushort.MaxValue ? sizeof(ushort) : sizeof(int));
}
