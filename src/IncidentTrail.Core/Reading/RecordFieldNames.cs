using System.Runtime.CompilerServices;
using System.Text;

namespace IncidentTrail.Reading;

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

    private static readonly (byte[] Name, RecordField Field)[][] ByLength = Build();

    internal static int Count => Names.Length;

    /// <summary>True where the key is that field, in CloudTrail's spelling.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Is(ReadOnlySpan<byte> key, RecordField field) => key.SequenceEqual(Bytes[(int)field]);

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

    private static (byte[], RecordField)[][] Build() =>
        [.. Enumerable.Range(0, Names.Max(n => n.Length) + 1).Select(length =>
            Names.Select((name, i) => (Encoding.ASCII.GetBytes(name), (RecordField)i))
                .Where(pair => pair.Item1.Length == length).ToArray())];
}
