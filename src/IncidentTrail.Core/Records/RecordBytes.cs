using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IncidentTrail.Records;

/// <summary>
/// A record's JSON and where its fields stand: as just found, or from the table behind the record in the same bytes. The table
/// has the start and end of each field that is present, in the order of <see cref="RecordField"/>: both in three bytes, as nearly
/// every record is small enough for, else in four bytes each. Of a record whose other fields nobody asks for, some fields alone may
/// stand there side by side. Who has it may read, and cannot keep it: the bytes are somebody else's.
/// </summary>
internal readonly ref struct RecordBytes
{
    // Of a record up to this size two places fit into three bytes.
    private const int Small = (1 << PlaceBits) - 1;
    private const int PlaceBits = 12;
    private const int SmallEntry = 3;
    private const int LargeEntry = 2 * sizeof(int);

    private readonly ReadOnlySpan<byte> _whole;
    private readonly RecordFields? _fields;
    private readonly int _length;
    private readonly bool _isPart;

    /// <summary>A record whose fields were just found; until the next is read.</summary>
    internal RecordBytes(ReadOnlySpan<byte> json, RecordFields fields)
    {
        _whole = json;
        _fields = fields;
        _length = json.Length;
        Present = fields.Present;
    }

    /// <summary>A record and the table behind it; or some of its fields.</summary>
    internal RecordBytes(ReadOnlySpan<byte> whole, int length, ulong present, bool isPart = false)
    {
        _whole = whole;
        _length = length;
        _isPart = isPart;
        Present = present;
    }

    /// <summary>The fields the record holds, even as null: a bit each.</summary>
    internal ulong Present { get; }

    /// <summary>The record exactly as delivered; empty where some of its fields alone are there.</summary>
    internal ReadOnlySpan<byte> Json => _isPart ? default : _whole[.._length];

    /// <summary>The record and the table, where it has one.</summary>
    internal ReadOnlySpan<byte> Whole => _whole;

    /// <summary>The field's value as JSON; empty where it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Get(RecordField field) => (Present & (1UL << (int)field)) == 0 ? default : ValueOf(field);

    [MethodImpl(Jit.Hot)]
    private ReadOnlySpan<byte> ValueOf(RecordField field)
    {
        if (_fields is not null)
        {
            var (start, end) = _fields.Place(field);
            return _whole[start..end];
        }
        var at = BitOperations.PopCount(Present & ((1UL << (int)field) - 1));
        if (_length <= Small)
        {
            var entry = _whole.Slice(_length + at * SmallEntry, SmallEntry);
            var places = entry[0] | (entry[1] << 8) | (entry[2] << 16);
            return _whole[(places & Small)..(places >> PlaceBits)];
        }
        var table = _whole[(_length + at * LargeEntry)..];
        return _whole[MemoryMarshal.Read<int>(table)..MemoryMarshal.Read<int>(table[sizeof(int)..])];
    }

    /// <summary>How many bytes a record takes with its table.</summary>
    internal static int SizeOf(int length, ulong present) => length + TableSize(length, present);

    /// <summary>How long the record is of which a table stands behind it, both together of that size.</summary>
    internal static int LengthOf(int size, ulong present)
    {
        var fields = BitOperations.PopCount(present);
        return size - fields * SmallEntry is var small and <= Small ? small : size - fields * LargeEntry;
    }

    /// <summary>Writes a record and its table.</summary>
    [MethodImpl(Jit.Hot)]
    internal static void Write(Span<byte> into, ReadOnlySpan<byte> json, RecordFields fields)
    {
        json.CopyTo(into);
        var table = into[json.Length..];
        if (json.Length <= Small)
            WriteSmall(table, fields);
        else
            WriteLarge(table, fields);
    }

    /// <summary>Writes some fields of a record, side by side, and their table; gives how long they are.</summary>
    [MethodImpl(Jit.Hot)]
    internal static int WritePart(Span<byte> into, ReadOnlySpan<byte> json, RecordFields fields, ulong part)
    {
        var length = 0;
        for (var rest = part; rest != 0; rest &= rest - 1)
        {
            var value = ValueOf(json, fields, rest);
            value.CopyTo(into[length..]);
            length += value.Length;
        }
        var table = into[length..];
        var at = 0;
        for (var rest = part; rest != 0; rest &= rest - 1)
        {
            var end = at + ValueOf(json, fields, rest).Length;
            table = length <= Small ? WriteSmall(table, at, end) : WriteLarge(table, at, end);
            at = end;
        }
        return length;
    }

    // Of the first of some fields.
    private static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> json, RecordFields fields, ulong some)
    {
        var (start, end) = fields.Place((RecordField)BitOperations.TrailingZeroCount(some));
        return json[start..end];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteSmall(Span<byte> table, RecordFields fields)
    {
        for (var rest = fields.Present; rest != 0; rest &= rest - 1)
        {
            var (start, end) = fields.Place((RecordField)BitOperations.TrailingZeroCount(rest));
            table = WriteSmall(table, start, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<byte> WriteSmall(Span<byte> table, int start, int end)
    {
        var places = start | (end << PlaceBits);
        (table[2], table[1], table[0]) = ((byte)(places >> 16), (byte)(places >> 8), (byte)places);
        return table[SmallEntry..];
    }

    private static void WriteLarge(Span<byte> table, RecordFields fields)
    {
        for (var rest = fields.Present; rest != 0; rest &= rest - 1)
        {
            var (start, end) = fields.Place((RecordField)BitOperations.TrailingZeroCount(rest));
            table = WriteLarge(table, start, end);
        }
    }

    private static Span<byte> WriteLarge(Span<byte> table, int start, int end)
    {
        MemoryMarshal.Write(table, start);
        MemoryMarshal.Write(table[sizeof(int)..], end);
        return table[LargeEntry..];
    }

    private static int TableSize(int length, ulong present) =>
        BitOperations.PopCount(present) * (length <= Small ? SmallEntry : LargeEntry);
}
