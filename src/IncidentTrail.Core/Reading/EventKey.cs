using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IncidentTrail.Reading;

/// <summary>
/// What tells an event from every other (event id, recipient account, time, source and name) in 96 bits, and its JSON in
/// 32. The hash is seeded for each process, so that no log can be written whose events pass for duplicates.
/// </summary>
internal readonly record struct EventKey(ulong High, uint Low, uint Content)
{
    private static readonly ulong SeedA = MakeSeed();
    private static readonly ulong SeedB = MakeSeed();

    internal static EventKey Of(ReadOnlySpan<byte> json, RecordFields fields)
    {
        ulong a = SeedA, b = SeedB;
        Mix(ref a, ref b, fields.Get(json, RecordField.EventId));
        Mix(ref a, ref b, fields.Get(json, RecordField.RecipientAccountId));
        Mix(ref a, ref b, fields.Get(json, RecordField.EventTime));
        Mix(ref a, ref b, fields.Get(json, RecordField.EventSource));
        Mix(ref a, ref b, fields.Get(json, RecordField.EventName));
        ulong c = SeedB, d = SeedA;
        MixContent(ref c, ref d, json);
        return new EventKey(a, (uint)(b ^ (b >> 32)), (uint)(c ^ (d >> 32)));
    }

    // White space between tokens is no difference: a copy may have been printed prettily.
    private static void MixContent(ref ulong a, ref ulong b, ReadOnlySpan<byte> json)
    {
        if (!HasSpaceBetweenTokens(json))
        {
            Mix(ref a, ref b, json);
            return;
        }
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
        Mix(ref a, ref b, compact.AsSpan(0, length));
    }

    private static bool HasSpaceBetweenTokens(ReadOnlySpan<byte> json)
    {
        if (json.Length < 2 || json[1] != '"')
            return true;
        var at = 1;
        return !JsonWalker.TrySkipString(json, ref at) || at + 1 >= json.Length || json[at] != ':'
            || json[at + 1] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
    }

    // Multiply and fold, twice over with different constants; the length closes each part, so parts cannot run together.
    private static void Mix(ref ulong a, ref ulong b, ReadOnlySpan<byte> bytes)
    {
        var length = (ulong)bytes.Length;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            Fold(ref a, ref b, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        ulong rest = 0;
        for (var i = 0; i < bytes.Length; i++)
            rest |= (ulong)bytes[i] << (8 * i);
        Fold(ref a, ref b, rest);
        Fold(ref a, ref b, length ^ 0x9E3779B97F4A7C15);
    }

    private static void Fold(ref ulong a, ref ulong b, ulong word)
    {
        var high = Math.BigMul(a ^ word, 0xA0761D6478BD642FUL, out var low);
        a = high ^ low ^ b;
        high = Math.BigMul(b ^ word, 0xE7037ED1A0B428DBUL, out low);
        b = (high ^ low) + a;
    }

    private static ulong MakeSeed() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;
}
