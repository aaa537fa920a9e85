using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IncidentTrail.Json;

/// <summary>
/// Finds where a JSON string can end. Hand-vectorised because half of a record's bytes stand in strings of some ten or
/// twenty bytes: too short for a call to the runtime's search, and each of another length, which a loop over bytes
/// mispredicts.
/// </summary>
internal static class JsonString
{
    /// <summary>The first quote, backslash or control character at or after <paramref name="from"/>; else the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int IndexOfEnd(ReadOnlySpan<byte> json, int from)
    {
        ref var origin = ref MemoryMarshal.GetReference(json);
        if (Vector256.IsHardwareAccelerated)
        {
            for (; from <= json.Length - Vector256<byte>.Count; from += Vector256<byte>.Count)
            {
                var part = Vector256.LoadUnsafe(ref origin, (nuint)from);
                var ends = (Vector256.Equals(part, Vector256.Create((byte)'"'))
                    | Vector256.Equals(part, Vector256.Create((byte)'\\'))
                    | Vector256.LessThan(part, Vector256.Create((byte)' '))).ExtractMostSignificantBits();
                if (ends != 0)
                    return from + BitOperations.TrailingZeroCount(ends);
            }
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            for (; from <= json.Length - Vector128<byte>.Count; from += Vector128<byte>.Count)
            {
                var part = Vector128.LoadUnsafe(ref origin, (nuint)from);
                var ends = (Vector128.Equals(part, Vector128.Create((byte)'"'))
                    | Vector128.Equals(part, Vector128.Create((byte)'\\'))
                    | Vector128.LessThan(part, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
                if (ends != 0)
                    return from + BitOperations.TrailingZeroCount(ends);
            }
        }
        return IndexOfEndScalar(json, from);
    }

    /// <summary>The portable twin, against which tests hold the vectorised search.</summary>
    [MethodImpl(Jit.Hot)]
    internal static int IndexOfEndScalar(ReadOnlySpan<byte> json, int from)
    {
        while (from < json.Length && json[from] is not ((byte)'"' or (byte)'\\' or < (byte)' '))
            from++;
        return from;
    }

    /// <summary>False where no string begins with one of three characters; nothing is said of short JSON.</summary>
    [MethodImpl(Jit.Hot)]
    internal static bool MayBegin(ReadOnlySpan<byte> json, byte one, byte other, byte third)
    {
        var last = json.Length - 1 - Vector256<byte>.Count;
        if (last < 0)
            return true;
        ref var origin = ref MemoryMarshal.GetReference(json);
        for (var at = 0; ; at = Math.Min(at + Vector256<byte>.Count, last))
        {
            var quotes = Vector256.Equals(Vector256.LoadUnsafe(ref origin, (nuint)at), Vector256.Create((byte)'"'));
            var firsts = Vector256.LoadUnsafe(ref origin, (nuint)at + 1);
            var sought = Vector256.Equals(firsts, Vector256.Create(one)) | Vector256.Equals(firsts, Vector256.Create(other))
                | Vector256.Equals(firsts, Vector256.Create(third));
            if ((quotes & sought) != Vector256<byte>.Zero)
                return true;
            if (at == last)
                return false;
        }
    }
}
