using IncidentTrail.Incidents.Calls;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>Says what a change of a trail means for what it records from then on.</summary>
internal static class TrailChangeText
{
    private static readonly (string Parameter, string Off, string On)[] s_switches =
    [
        ("isMultiRegionTrail", "it records no other Regions than its own", "it records all Regions"),
        ("isOrganizationTrail", "it records no other accounts than its own", "it records all accounts of the organization"),
        ("includeGlobalServiceEvents", "it records no events of global services", "it records events of global services"),
        ("enableLogFileValidation", "it makes no digests", "it makes digests"),
    ];

    internal static string? Of(IncidentCall call)
    {
        var trail = ChangeText.Shortened(call.Asked("name") ?? call.Asked("trailName") ?? ChangeText.NotRecorded);
        return call.Name switch
        {
            "StopLogging" => $"stopped the logging of trail {trail}",
            "StartLogging" => $"started the logging of trail {trail}",
            "DeleteTrail" => $"deleted trail {trail}",
            "CreateTrail" => $"made trail {trail}{Details(Settings(call))}",
            "UpdateTrail" => $"changed trail {trail}{Details(Settings(call))}",
            "PutEventSelectors" => $"changed what trail {trail} records{Details(Selected(call))}",
            _ => null,
        };
    }

    private static string? Details(IEnumerable<string> details) =>
        string.Join(", ", details) is { Length: > 0 } all ? $": {all}" : null;

    private static IEnumerable<string> Settings(IncidentCall call)
    {
        foreach (var (parameter, off, on) in s_switches)
        {
            if (Field.Flag(call.Request?[parameter]) is { } isOn)
                yield return isOn ? on : off;
        }
        if (call.Asked("s3BucketName") is { } bucket)
            yield return $"it delivers to the bucket {bucket}";
        if (call.Asked("kmsKeyId") is { } key)
            yield return $"it encrypts with the key {ChangeText.Shortened(key)}";
    }

    // Several selectors record what any of them selects.
    private static IEnumerable<string> Selected(IncidentCall call)
    {
        if ((call.Request?["eventSelectors"] ?? call.Request?["advancedEventSelectors"]) is not object[])
            yield break;
        var management = Management(call.Request).ToList();
        if (management.Count == 0)
            yield return "it records no management events";
        else if (management.TrueForAll(s => s.OnlyReads))
            yield return "of management events it records reads alone, no changes";
        else if (management.TrueForAll(s => s.OnlyChanges))
            yield return "of management events it records changes alone, no reads";
        if (management.Count > 0 && management.TrueForAll(s => s.Without.Count > 0))
            yield return $"without the events of {string.Join(", ", management[0].Without)}";
    }

    private static IEnumerable<(bool OnlyReads, bool OnlyChanges, IReadOnlyList<string> Without)> Management(TrailObject? request)
    {
        foreach (var selector in request?["eventSelectors"] as object[] ?? [])
        {
            // Management events are recorded where nothing is said of them.
            if (Field.Flag(Field.Of(selector, "includeManagementEvents")) == false)
                continue;
            var kind = Field.Text(selector, "readWriteType");
            yield return (kind == "ReadOnly", kind == "WriteOnly", Texts(Field.Of(selector, "excludeManagementEventSources")));
        }
        foreach (var selector in request?["advancedEventSelectors"] as object[] ?? [])
        {
            var fields = Field.Of(selector, "fieldSelectors") as object[] ?? [];
            if (!Texts(Condition(fields, "eventCategory", "equals")).Contains("Management"))
                continue;
            var readOnly = Texts(Condition(fields, "readOnly", "equals"));
            yield return (readOnly.Contains("true"), readOnly.Contains("false"), Texts(Condition(fields, "eventSource", "notEquals")));
        }
    }

    private static object? Condition(object[] fields, string field, string comparison) =>
        Field.Of(Array.Find(fields, f => Field.Text(f, "field") == field), comparison);

    private static IReadOnlyList<string> Texts(object? value) => [.. (value as object[] ?? []).OfType<string>()];
}
