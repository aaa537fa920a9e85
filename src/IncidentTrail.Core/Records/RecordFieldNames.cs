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

    private static readonly byte[][] Bytes = [.. Names.Select(Encoding.ASCII.GetBytes)];

    // As a key is written, with its quotes and colon, and which of the bytes are part of it: all fit into one vector.
    private static readonly (Vector256<byte> Key, Vector256<byte> Mask, int Length)[] Keys = [.. Names.Select(KeyOf)];

    private static readonly (byte[] Name, RecordField Field)[][] ByLength = Build();

    internal static int Count => Names.Length;

    /// <summary>CloudTrail's spellings.</summary>
    internal static IReadOnlyList<string> All => Names;

    /// <summary>True where the key is that field, in CloudTrail's spelling.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Is(ReadOnlySpan<byte> key, RecordField field) => key.SequenceEqual(Bytes[(int)field]);

    /// <summary>The length of that field's key, quotes and colon, where it stands at a place; 0 where it does not, or the JSON
    /// ends too soon behind it to say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int LengthAt(ReadOnlySpan<byte> json, int at, RecordField field)
    {
        ref readonly var key = ref Keys[(int)field];
        return at <= json.Length - Vector256<byte>.Count
            && (Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)at) & key.Mask) == key.Key ? key.Length : 0;
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
        foreach (var (name, candidate) in candidates)
        {
            if (key.SequenceEqual(name))
            {
                field = candidate;
                return true;
            }
        }
        exact = false;
        foreach (var (name, candidate) in candidates)
        {
            if (Ascii.EqualsIgnoreCase(key, name))
            {
                field = candidate;
                return true;
            }
        }
        return false;
    }

    private static (Vector256<byte>, Vector256<byte>, int) KeyOf(string name)
    {
        var key = Encoding.ASCII.GetBytes($"\"{name}\":");
        var padded = new byte[Vector256<byte>.Count];
        var mask = new byte[Vector256<byte>.Count];
        key.CopyTo(padded, 0);
        Array.Fill(mask, byte.MaxValue, 0, key.Length);
        return (Vector256.Create(padded), Vector256.Create(mask), key.Length);
    }

    private static (byte[], RecordField)[][] Build() =>
        [.. Enumerable.Range(0, Names.Max(n => n.Length) + 1).Select(length =>
            Names.Select((name, i) => (Encoding.ASCII.GetBytes(name), (RecordField)i))
                .Where(pair => pair.Item1.Length == length).ToArray())];
}
