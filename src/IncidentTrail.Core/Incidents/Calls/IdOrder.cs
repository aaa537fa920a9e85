using System.Buffers.Binary;
using System.Text;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Calls;

/// <summary>Puts event ids in their ordinal order by a number, where their first characters tell it.</summary>
internal static class IdOrder
{
    private const int Told = sizeof(ulong);

    /// <summary>The first characters of an id: of two numbers that differ the smaller is that of the id that comes first.</summary>
    internal static ulong MarkOf(ReadOnlySpan<byte> id)
    {
        if (id.Length >= Told + 2 && id[0] == '"' && Ascii.IsValid(id[..(Told + 1)]) && !id[..(Told + 1)].Contains((byte)'\\'))
            return BinaryPrimitives.ReadUInt64BigEndian(id[1..]);
        return MarkOf(RecordText.Get(id));
    }

    private static ulong MarkOf(string? id)
    {
        var mark = 0UL;
        var isAscii = true;
        for (var i = 0; i < Told; i++)
        {
            isAscii &= i >= id?.Length || id is null || char.IsAscii(id[i]);
            mark = (mark << 8) | (!isAscii ? byte.MaxValue : i < id?.Length ? id[i] : (byte)0);
        }
        return mark;
    }
}
