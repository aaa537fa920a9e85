using System.Buffers;
using System.Buffers.Binary;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// Marks as they are stored: by minute, each as the minutes since the one before it and its eight bytes, nine bytes for most.
/// </summary>
internal static class MarkText
{
    private const int SevenBits = 7;
    private const byte More = 0x80;

    /// <summary>The marks as Base64.</summary>
    internal static string Write(IReadOnlyDictionary<ulong, int> marks)
    {
        var bytes = new ArrayBufferWriter<byte>(marks.Count * 9 + 1);
        var last = 0;
        foreach (var (hash, minute) in marks.OrderBy(mark => mark.Value).ThenBy(mark => mark.Key))
        {
            WriteNumber(bytes, (uint)(minute - last));
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.GetSpan(sizeof(ulong)), hash);
            bytes.Advance(sizeof(ulong));
            last = minute;
        }
        return Convert.ToBase64String(bytes.WrittenSpan);
    }

    /// <summary>Reads them; throws <see cref="FormatException"/> where the text is none of ours.</summary>
    internal static Dictionary<ulong, int> Read(string text)
    {
        ReadOnlySpan<byte> bytes = Convert.FromBase64String(text);
        var marks = new Dictionary<ulong, int>(bytes.Length / 9);
        var minute = 0;
        while (!bytes.IsEmpty)
        {
            minute += (int)ReadNumber(ref bytes);
            if (bytes.Length < sizeof(ulong))
                throw new FormatException("A mark is cut short.");
            marks[BinaryPrimitives.ReadUInt64LittleEndian(bytes)] = minute;
            bytes = bytes[sizeof(ulong)..];
        }
        return marks;
    }

    private static void WriteNumber(ArrayBufferWriter<byte> bytes, uint number)
    {
        for (; number >= More; number >>= SevenBits)
            bytes.Write([(byte)(number | More)]);
        bytes.Write([(byte)number]);
    }

    private static uint ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        uint number = 0;
        for (var shift = 0; shift < 32 && !bytes.IsEmpty; shift += SevenBits)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            number |= (uint)(next & ~More) << shift;
            if ((next & More) == 0)
                return number;
        }
        throw new FormatException("A number is cut short.");
    }
}
