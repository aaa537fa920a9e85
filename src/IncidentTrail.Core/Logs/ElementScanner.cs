using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    /// <summary>
    /// Adds the whole pieces from <paramref name="from"/>, a place between two of them. Inside a list its closing bracket
    /// ends the scan; outside one, pieces follow each other until the bytes end.
    /// </summary>
    /// <returns>Why it stopped, and where to go on: at the first byte that belongs to no piece added.</returns>
    [MethodImpl(Jit.Hot)]
    internal static (ScanEnd End, int Next) Scan(
        ReadOnlySpan<byte> data, int from, bool inList, List<Element> pieces, int limit = Limit)
    {
        var state = new JsonBlock();
        int depth = 0, start = from, gap = from;
        var mayEscape = false;
        ref var origin = ref MemoryMarshal.GetReference(data);
        for (var i = from; i < data.Length; i += JsonBlock.Size)
        {
            if (depth > 0 && (i = state.Pass(ref origin, i, data.Length, ref depth)) >= data.Length)
                break;
            var isWhole = i + JsonBlock.Size <= data.Length;
            var (opens, closes) = isWhole ? state.Next(ref Unsafe.Add(ref origin, i)) : JsonBlock.Last(state, data[i..]);
            // What is passed over has none.
            var hasEscapes = !isWhole || state.HasBackslash;
            mayEscape |= hasEscapes;
            var closing = BitOperations.PopCount(closes);
            if (depth > closing)
            {
                depth += BitOperations.PopCount(opens) - closing;
                continue;
            }
            for (var brackets = opens | closes; brackets != 0; brackets &= brackets - 1)
            {
                var bit = brackets & (~brackets + 1);
                var at = i + BitOperations.TrailingZeroCount(brackets);
                if ((opens & bit) != 0)
                {
                    if (depth++ == 0)
                    {
                        AddStray(data, gap, at, pieces);
                        start = at;
                    }
                }
                else if (depth == 0)
                {
                    if (!inList || data[at] != ']')
                        continue;
                    AddStray(data, gap, at, pieces);
                    return (ScanEnd.ListEnd, at + 1);
                }
                else if (--depth == 0)
                {
                    if (data[at] - data[start] != 2)
                        return (ScanEnd.Mismatch, start);
                    pieces.Add(new Element(start, at + 1, data[start] == '{' ? ElementKind.Object : ElementKind.Array, mayEscape));
                    mayEscape = hasEscapes;
                    gap = at + 1;
                    if (gap - from > limit)
                        return (ScanEnd.Limit, gap);
                }
            }
        }
        return (ScanEnd.NeedMore, depth > 0 ? start : gap);
    }

    /// <summary>True for what may stand between two pieces: white space, commas, a byte order mark, a record separator.</summary>
    internal static bool IsSeparator(byte b) =>
        b is (byte)',' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0xEF or 0xBB or 0xBF or 0x1E;

    [MethodImpl(Jit.Hot)]
    private static void AddStray(ReadOnlySpan<byte> data, int gap, int end, List<Element> pieces)
    {
        if (end - gap == 1 && data[gap] == ',')
            return;
        while (gap < end && IsSeparator(data[gap]))
            gap++;
        while (end > gap && IsSeparator(data[end - 1]))
            end--;
        if (gap < end)
            pieces.Add(new Element(gap, end, ElementKind.Stray));
    }
}
