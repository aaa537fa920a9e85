using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IncidentTrail.Records;

/// <summary>
/// A record's JSON and, behind it in the same bytes, where its fields stand: the start and end of each field that is
/// present, in the order of <see cref="RecordField"/>, as two bytes a number, or as four where the record is larger than
/// those can say. All in one piece: many are made, and most are dropped at once.
/// </summary>
internal readonly struct RecordBytes(byte[] bytes, int start, int length, ulong present)
{
    /// <summary>What it stands in.</summary>
    internal byte[] Bytes => bytes;

    /// <summary>The record and its table.</summary>
    internal ReadOnlySpan<byte> Whole => bytes.AsSpan(start, length + TableSize(length, present));

    /// <summary>The record exactly as delivered.</summary>
    internal ReadOnlySpan<byte> Json => bytes.AsSpan(start, length);

    /// <summary>The field's value as JSON; empty where it is missing.</summary>
    [MethodImpl(Jit.Hot)]
    internal ReadOnlySpan<byte> Get(RecordField field)
    {
        var bit = 1UL << (int)field;
        if ((present & bit) == 0)
            return default;
        var at = BitOperations.PopCount(present & (bit - 1)) * 2;
        var table = bytes.AsSpan(start + length, TableSize(length, present));
        return length <= ushort.MaxValue
            ? Slice(MemoryMarshal.Read<ushort>(table[(at * 2)..]), MemoryMarshal.Read<ushort>(table[(at * 2 + 2)..]))
            : Slice(MemoryMarshal.Read<int>(table[(at * 4)..]), MemoryMarshal.Read<int>(table[(at * 4 + 4)..]));
    }

    /// <summary>Record and table in an array of their own.</summary>
    [MethodImpl(Jit.Hot)]
    internal byte[] Copy() => Whole.ToArray();

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

    private ReadOnlySpan<byte> Slice(int from, int to) => bytes.AsSpan(start + from, to - from);
}
