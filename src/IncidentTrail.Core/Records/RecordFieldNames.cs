using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace IncidentTrail.Records;

/// <summary>CloudTrail's spelling of the fields, found by length first: no two candidates are far apart.</summary>
internal static class RecordFieldNames
{
    private static readonly string[] Names =
    [
        "eventVersion", "userIdentity", "eventTime", "eventSource", "eventName", "awsRegion", "sourceIPAddress",
        "userAgent", "errorCode", "errorMessage", "requestParameters", "responseElements", "additionalEventData",
        "requestID", "eventID", "readOnly", "resources", "eventType", "apiVersion", "managementEvent",
        "recipientAccountId", "serviceEventDetails", "sharedEventID", "vpcEndpointId", "vpcEndpointAccountId",
        "eventCategory", "addendum", "sessionCredentialFromConsole", "eventContext", "edgeDeviceDetails", "tlsDetails",
        "annotation", "insightDetails",
    ];

    // Made in loops: every step of a query over such types would be compiled first, and every command would wait for it.
    private static readonly byte[][] Bytes = InBytes();

    private static readonly WrittenKey[] Keys = AsKeys();

    private static readonly RecordField[][] ByLength = OfEachLength();

    internal static int Count => Names.Length;

    /// <summary>CloudTrail's spellings.</summary>
    internal static IReadOnlyList<string> All => Names;

    /// <summary>True where the key is that field, in CloudTrail's spelling.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Is(ReadOnlySpan<byte> key, RecordField field) => key.SequenceEqual(Bytes[(int)field]);

    /// <summary>True where that field's key stands at a place, with its quotes and colon; false too where the content ends too soon
    /// behind it to say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsAt(ReadOnlySpan<byte> json, int at, RecordField field)
    {
        ref readonly var key = ref Keys[(int)field];
        return at <= json.Length - Vector256<byte>.Count
            && (Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)at) & key.Mask) == key.Key;
    }

    /// <summary>The field of that spelling; where only the case differs, <paramref name="exact"/> is false.</summary>
    [MethodImpl(Jit.Hot)]
    internal static bool TryFind(ReadOnlySpan<byte> key, out RecordField field, out bool exact)
    {
        field = default;
        exact = true;
        if (key.Length >= ByLength.Length)
            return false;
        var candidates = ByLength[key.Length];
        foreach (var candidate in candidates)
        {
            if (key.SequenceEqual(Bytes[(int)candidate]))
            {
                field = candidate;
                return true;
            }
        }
        exact = false;
        foreach (var candidate in candidates)
        {
            if (Ascii.EqualsIgnoreCase(key, Bytes[(int)candidate]))
            {
                field = candidate;
                return true;
            }
        }
        return false;
    }

    private static byte[][] InBytes()
    {
        var names = new byte[Names.Length][];
        for (var i = 0; i < names.Length; i++)
            names[i] = Encoding.ASCII.GetBytes(Names[i]);
        return names;
    }

    private static WrittenKey[] AsKeys()
    {
        var keys = new WrittenKey[Names.Length];
        var key = new byte[Vector256<byte>.Count];
        var mask = new byte[Vector256<byte>.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            key.AsSpan().Clear();
            mask.AsSpan().Clear();
            var length = Encoding.ASCII.GetBytes($"\"{Names[i]}\":", key);
            mask.AsSpan(0, length).Fill(byte.MaxValue);
            keys[i] = new WrittenKey(Vector256.LoadUnsafe(ref key[0]), Vector256.LoadUnsafe(ref mask[0]));
        }
        return keys;
    }

    private static RecordField[][] OfEachLength()
    {
        var counts = new List<int>();
        foreach (var name in Names)
        {
            while (counts.Count <= name.Length)
                counts.Add(0);
            counts[name.Length]++;
        }
        var fields = new RecordField[counts.Count][];
        for (var length = 0; length < fields.Length; length++)
        {
            fields[length] = new RecordField[counts[length]];
            for (int i = 0, at = 0; i < Names.Length; i++)
            {
                if (Names[i].Length == length)
                    fields[length][at++] = (RecordField)i;
            }
        }
        return fields;
    }

    // A field as its key is written, with its quotes and colon, and which of the bytes are part of it: all fit into one vector.
    private readonly struct WrittenKey(Vector256<byte> key, Vector256<byte> mask)
    {
        internal readonly Vector256<byte> Key = key;
        internal readonly Vector256<byte> Mask = mask;
    }
}
