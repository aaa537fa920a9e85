using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IncidentTrail.Json;

/// <summary>
/// Where the quotes of a record stand, a bit a byte. A record has some seventy strings: found all at once, their quotes cost a
/// quarter of what they cost one by one.
/// </summary>
internal static class QuoteMap
{
    /// <summary>Bytes that a word of the map stands for.</summary>
    internal const int Size = JsonBlock.Size;

    /// <summary>Fills the map; false where a backslash or a control character makes a quote's meaning a question.</summary>
    /// <param name="json">The record.</param>
    /// <param name="map">A word for each 64 bytes begun.</param>
    [MethodImpl(Jit.Hot)]
    internal static bool TryFill(ReadOnlySpan<byte> json, Span<ulong> map)
    {
        ref var origin = ref MemoryMarshal.GetReference(json);
        var whole = json.Length / Size;
        ulong unclear = 0;
        for (var i = 0; i < whole; i++)
        {
            var masks = JsonMasks.Of(ref Unsafe.Add(ref origin, i * Size));
            map[i] = masks.Quotes;
            unclear |= masks.Backslashes | masks.Controls;
        }
        var rest = json.Length % Size;
        if (rest > 0 && whole > 0)
        {
            // Once more with the bytes before it, which need no copy.
            var masks = JsonMasks.Of(ref Unsafe.Add(ref origin, json.Length - Size));
            map[whole] = masks.Quotes >> (Size - rest);
            unclear |= masks.Backslashes | masks.Controls;
        }
        else if (rest > 0)
        {
            Span<byte> padded = stackalloc byte[Size];
            padded.Fill((byte)' ');
            json[(whole * Size)..].CopyTo(padded);
            var masks = JsonMasks.Of(ref MemoryMarshal.GetReference(padded));
            map[whole] = masks.Quotes;
            unclear |= masks.Backslashes | masks.Controls;
        }
        return unclear == 0;
    }
}
