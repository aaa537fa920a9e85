namespace IncidentTrail.Forms;

/// <summary>Names an object that holds no record, by words that stand in it and in nothing else.</summary>
internal static class ForeignObject
{
    /// <summary>The form; null where nobody knows it.</summary>
    internal static LogForm? Of(ReadOnlySpan<byte> json) =>
        Has(json, "\"s3ObjectKey\""u8) && Has(json, "\"s3Bucket\""u8) || Has(json, "\"s3:TestEvent\""u8) ? LogForms.Notification
        : Has(json, "\"hashSignature\""u8) && (Has(json, "\"files\""u8) || Has(json, "\"logFiles\""u8)) ? LogForms.Signature
        : Has(json, "\"class_uid\""u8) && Has(json, "\"metadata\""u8) ? LogForms.Ocsf
        : Has(json, "\"VarCharValue\""u8) && Has(json, "\"ResultSet\""u8) ? LogForms.AthenaRows
        : Has(json, "\"cloudtrail\""u8) && (Has(json, "\"event_version\""u8) || Has(json, "\"user_identity\""u8)) || Has(json, "\"aws.cloudtrail."u8)
            ? LogForms.Ecs
        // What Elastic's bulk file says of the line behind it.
        : Has(json, "\"_index\""u8) && !Has(json, "\"_source\""u8) ? LogForms.Messages
        : null;

    private static bool Has(ReadOnlySpan<byte> json, ReadOnlySpan<byte> word) => json.IndexOf(word) >= 0;
}
