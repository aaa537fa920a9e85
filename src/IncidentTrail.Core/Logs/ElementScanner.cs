using System.Runtime.CompilerServices;
using IncidentTrail.Json;

namespace IncidentTrail.Logs;

/// <summary>
/// Splits a list into its pieces without looking into them: 64 bytes at a time, and closer only where a piece can begin
/// or end. Strings are respected, so a brace inside one counts for nothing.
/// </summary>
internal static class ElementScanner
{
    /// <summary>So much is split at once: what lies behind a broken piece is split a second time.</summary>
    internal const int Limit = 256 * 1024;

    /// <summary>So much behind a broken piece: the next may be broken too.</summary>
    internal const int LeastLimit = 8 * 1024;

    /// <summary>How much is split after so much was.</summary>
    internal static int Next(int limit, bool wasBroken) => wasBroken ? LeastLimit : Math.Min(limit * 2, Limit);

    /// <summary>
    /// Adds the whole pieces from <paramref name="from"/>, a place between two of them. Inside a list its closing bracket
    /// ends the scan; outside one, pieces follow each other until the bytes end.
    /// </summary>
    /// <returns>Why it stopped, and where to go on: at the first byte that belongs to no piece added.</returns>
    [MethodImpl(Jit.Hot)]
    internal static (ScanEnd End, int Next) Scan(
        ReadOnlySpan<byte> data, int from, bool inList, List<Element> pieces, int limit = Limit)
    {
        var blocks = new JsonBlock();
        var (gap, block) = (from, from - JsonBlock.Size);
        while (true)
        {
            var start = blocks.TakeNext(data, ref block, out var isOpening);
            if (start < 0)
                return (ScanEnd.NeedMore, gap);
            if (!isOpening && (!inList || data[start] != ']'))
                continue;
            if (start - gap != 1 || data[gap] != ',')
                AddStray(data, gap, start, pieces);
            if (!isOpening)
                return (ScanEnd.ListEnd, start + 1);
            var closing = blocks.TakeToEnd(data, ref block);
            if (closing < 0)
                return (ScanEnd.NeedMore, start);
            if (data[closing] - data[start] != 2)
                return (ScanEnd.Mismatch, start);
            gap = closing + 1;
            pieces.Add(new Element(start, gap, data[start] == '{' ? ElementKind.Object : ElementKind.Array, blocks.HadBackslash));
            blocks.HadBackslash = blocks.HasBackslash;
            if (gap - from > limit)
                return (ScanEnd.Limit, gap);
        }
    }

    /// <summary>True for what may stand between two pieces: white space, commas, a byte order mark, a record separator.</summary>
    internal static bool IsSeparator(byte b) =>
        b is (byte)',' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0xEF or 0xBB or 0xBF or 0x1E;

    [MethodImpl(Jit.Hot)]
    private static void AddStray(ReadOnlySpan<byte> data, int gap, int end, List<Element> pieces)
    {
        while (gap < end && IsSeparator(data[gap]))
            gap++;
        while (end > gap && IsSeparator(data[end - 1]))
            end--;
        if (gap < end)
            pieces.Add(new Element(gap, end, ElementKind.Stray));
    }
}
