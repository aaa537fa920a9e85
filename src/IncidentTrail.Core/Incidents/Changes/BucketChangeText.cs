using IncidentTrail.Incidents.Calls;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>Says what a change of a bucket means for the logs in it and those to come.</summary>
internal static class BucketChangeText
{
    private const string CloudTrail = "cloudtrail.amazonaws.com";

    internal static string? Of(IncidentCall call, string what) => call.Name switch
    {
        "PutBucketPolicy" => $"replaced the policy of the bucket {what}{Policy(call)}",
        "DeleteBucketPolicy" => $"deleted the policy of the bucket {what}",
        "PutBucketLifecycle" => $"set the lifecycle of the bucket {what}{Lifecycle(call)}",
        "PutBucketVersioning" => Field.Text(call.Request?["VersioningConfiguration"], "Status") switch
        {
            "Suspended" => $"suspended the versioning of the bucket {what}",
            "Enabled" => $"enabled the versioning of the bucket {what}",
            _ => $"set the versioning of the bucket {what}",
        },
        "DeleteBucket" => $"deleted the bucket {what}",
        _ => null,
    };

    // CloudTrail delivers to buckets alone whose policy lets it.
    private static string? Policy(IncidentCall call) => call.Request?["bucketPolicy"] switch
    {
        null => null,
        var policy => Written(policy).Contains(CloudTrail, StringComparison.OrdinalIgnoreCase) ? null : $" by one that does not name {CloudTrail}",
    };

    private static string Written(object policy) => policy as string ?? (Field.Object(policy) is { } members ? JsonLine.Write(members) : string.Empty);

    private static string? Lifecycle(IncidentCall call)
    {
        var rules = Field.List(Field.Of(call.Request?["LifecycleConfiguration"], "Rule"));
        var ends = rules.Where(r => Field.Text(r, "Status") == "Enabled").Select(End).OfType<string>().ToList();
        return ends.Count == 0 ? null : ": " + string.Join(", ", ends);
    }

    private static string? End(object? rule)
    {
        var expiration = Field.Of(rule, "Expiration");
        var when = Field.Text(expiration, "Days") is { } days ? $"after {days} {(days == "1" ? "day" : "days")}" : Field.Text(expiration, "Date") is { } date ? $"at {date}" : null;
        var prefix = Field.Text(Field.Of(rule, "Filter"), "Prefix") ?? Field.Text(Field.Of(Field.Of(rule, "Filter"), "And"), "Prefix") ?? Field.Text(rule, "Prefix");
        return when is null ? null : $"objects{(prefix is null ? null : $" under {prefix}")} expire {when}";
    }
}
