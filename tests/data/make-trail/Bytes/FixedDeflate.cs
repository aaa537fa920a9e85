namespace IncidentTrail.SampleTrail;

/// <summary>
/// Raw deflate (RFC 1951) as one block with the fixed Huffman codes. It is our own because the runtime's compressor
/// gives other bytes on another machine or version, and the sample must come out the same everywhere.
/// </summary>
internal sealed class FixedDeflate
{
    private const int Window = 32768;
    private const int ShortestMatch = 3;
    private const int LongestMatch = 258;
    private const int EndOfBlock = 256;

    private static readonly int[] LengthBase =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
         258];
    private static readonly int[] LengthExtraBits =
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly int[] DistanceBase =
        [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
         6145, 8193, 12289, 16385, 24577];
    private static readonly int[] DistanceExtraBits =
        [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    private readonly List<byte> bytes = [];
    private uint pending;
    private int pendingBits;

    public static byte[] Compress(ReadOnlySpan<byte> plain)
    {
        var deflate = new FixedDeflate();
        deflate.WriteBits(1, 1); // the last block
        deflate.WriteBits(1, 2); // of type "fixed Huffman codes"
        deflate.WriteSymbols(plain);
        deflate.WriteLiteralOrLength(EndOfBlock);
        if (deflate.pendingBits > 0)
            deflate.WriteBits(0, 8 - deflate.pendingBits);
        return [.. deflate.bytes];
    }

    private void WriteSymbols(ReadOnlySpan<byte> plain)
    {
        var lastSeen = new Dictionary<int, int>();
        for (int at = 0; at < plain.Length;)
        {
            int length = 0, distance = 0;
            if (at + ShortestMatch <= plain.Length)
            {
                int key = Key(plain, at);
                if (lastSeen.TryGetValue(key, out int earlier) && at - earlier <= Window)
                {
                    distance = at - earlier;
                    length = MatchLength(plain, earlier, at);
                }
                lastSeen[key] = at;
            }

            if (length == 0)
            {
                WriteLiteralOrLength(plain[at++]);
                continue;
            }

            WriteMatch(length, distance);
            int end = at + length;
            for (at++; at < end; at++)
                if (at + ShortestMatch <= plain.Length)
                    lastSeen[Key(plain, at)] = at;
        }
    }

    private static int Key(ReadOnlySpan<byte> plain, int at) => plain[at] | plain[at + 1] << 8 | plain[at + 2] << 16;

    private static int MatchLength(ReadOnlySpan<byte> plain, int earlier, int at)
    {
        int length = ShortestMatch;
        while (length < LongestMatch && at + length < plain.Length && plain[earlier + length] == plain[at + length])
            length++;
        return length;
    }

    private void WriteMatch(int length, int distance)
    {
        int code = Array.FindLastIndex(LengthBase, from => from <= length);
        WriteLiteralOrLength(EndOfBlock + 1 + code);
        WriteBits((uint)(length - LengthBase[code]), LengthExtraBits[code]);

        code = Array.FindLastIndex(DistanceBase, from => from <= distance);
        WriteCode((uint)code, 5);
        WriteBits((uint)(distance - DistanceBase[code]), DistanceExtraBits[code]);
    }

    // The table of RFC 1951, section 3.2.6.
    private void WriteLiteralOrLength(int symbol)
    {
        switch (symbol)
        {
            case < 144: WriteCode((uint)(0x30 + symbol), 8); break;
            case < 256: WriteCode((uint)(0x190 + symbol - 144), 9); break;
            case < 280: WriteCode((uint)(symbol - 256), 7); break;
            default: WriteCode((uint)(0xC0 + symbol - 280), 8); break;
        }
    }

    // Huffman codes go out from their highest bit, everything else from the lowest.
    private void WriteCode(uint code, int count)
    {
        for (int bit = count - 1; bit >= 0; bit--)
            WriteBits(code >> bit & 1, 1);
    }

    private void WriteBits(uint value, int count)
    {
        pending |= value << pendingBits;
        pendingBits += count;
        for (; pendingBits >= 8; pendingBits -= 8, pending >>= 8)
            bytes.Add((byte)pending);
    }
}
