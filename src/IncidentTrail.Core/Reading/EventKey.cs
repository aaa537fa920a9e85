using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace IncidentTrail.Reading;

/// <summary>
/// What tells an event from every other (event id, recipient account, time, source and name) in 96 bits, and its JSON in
/// 32. The hash is seeded for each process, so that no log can be written whose events pass for duplicates.
/// </summary>
internal readonly record struct EventKey(ulong High, uint Low, uint Content)
{
    private const int Step = 32;
    private static readonly ulong SeedA = MakeSeed();
    private static readonly ulong SeedB = MakeSeed();

    [MethodImpl(Jit.Hot)]
    internal static EventKey Of(ReadOnlySpan<byte> json, RecordFields fields)
    {
        ulong a = SeedA, b = SeedB;
        Mix(ref a, ref b, fields.Get(json, RecordField.EventId));
        Mix(ref a, ref b, fields.Get(json, RecordField.RecipientAccountId));
        Mix(ref a, ref b, fields.Get(json, RecordField.EventTime));
        Mix(ref a, ref b, fields.Get(json, RecordField.EventSource));
        Mix(ref a, ref b, fields.Get(json, RecordField.EventName));
        return new EventKey(a, (uint)(b ^ (b >> 32)), HasSpaceBetweenTokens(json) ? HashCompact(json) : Hash(json));
    }

    // White space between tokens is no difference: a copy may have been printed prettily.
    private static uint HashCompact(ReadOnlySpan<byte> json)
    {
        var compact = new byte[json.Length];
        var length = 0;
        for (var i = 0; i < json.Length;)
        {
            if (json[i] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                i++;
                continue;
            }
            var from = i;
            if (json[i] != '"' || !JsonWalker.TrySkipString(json, ref i))
                i++;
            json[from..i].CopyTo(compact.AsSpan(length));
            length += i - from;
        }
        return Hash(compact.AsSpan(0, length));
    }

    [MethodImpl(Jit.Hot)]
    private static bool HasSpaceBetweenTokens(ReadOnlySpan<byte> json)
    {
        if (json.Length < 2 || json[1] != '"')
            return true;
        var at = 1;
        return !JsonWalker.TrySkipString(json, ref at) || at + 1 >= json.Length || json[at] != ':'
            || json[at + 1] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
    }

    // Every word goes into both halves; the length closes each part, so parts cannot run together.
    [MethodImpl(Jit.Hot)]
    private static void Mix(ref ulong a, ref ulong b, ReadOnlySpan<byte> bytes)
    {
        var length = (ulong)bytes.Length;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            Absorb(ref a, ref b, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        ulong rest = 0;
        for (var i = 0; i < bytes.Length; i++)
            rest |= (ulong)bytes[i] << (8 * i);
        Absorb(ref a, ref b, rest);
        Absorb(ref a, ref b, length ^ 0x9E3779B97F4A7C15);
    }

    private static void Absorb(ref ulong a, ref ulong b, ulong word)
    {
        a = Fold(a ^ word, 0xA0761D6478BD642FUL) ^ b;
        b = Fold(b ^ word, 0xE7037ED1A0B428DBUL) + a;
    }

    // A whole record: two words a multiplication and two of these side by side, for each event delivered pays for it.
    [MethodImpl(Jit.Hot)]
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        ulong a = SeedA ^ (ulong)bytes.Length, b = SeedB;
        for (; bytes.Length >= Step; bytes = bytes[Step..])
            Absorb(ref a, ref b, bytes);
        Span<byte> padded = stackalloc byte[Step];
        padded.Clear();
        bytes.CopyTo(padded);
        Absorb(ref a, ref b, padded);
        var folded = Fold(a ^ SeedB, b ^ SeedA);
        return (uint)(folded ^ (folded >> 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Absorb(ref ulong a, ref ulong b, ReadOnlySpan<byte> step)
    {
        a = Fold(a ^ Word(step, 0), SeedA ^ Word(step, 8));
        b = Fold(b ^ Word(step, 16), SeedB ^ Word(step, 24));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return high ^ low;
    }

    private static ulong MakeSeed() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;
}
