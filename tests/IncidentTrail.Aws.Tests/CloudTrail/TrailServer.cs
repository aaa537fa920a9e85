using System.Text.Json.Nodes;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.CloudTrail;

/// <summary>The operations on trails as the service model describes them. A Region sees its own trails and multi-Region ones.</summary>
internal sealed class TrailServer : IDisposable
{
    private readonly List<JsonObject> _trails = [];

    public TrailServer() => Http = new LoopbackServer(Answer);

    public LoopbackServer Http { get; }

    public Dictionary<string, string> Status { get; } = [];

    public Dictionary<string, string> Selectors { get; } = [];

    public HashSet<string> Denied { get; } = [];

    public IEnumerable<string> Calls => Http.Requests.Select(r => $"{r.Operation} {r.Region}");

    public void Dispose() => Http.Dispose();

    public string Add(string name, string home, bool multiRegion = true, string account = "111122223333", bool organization = false, string? prefix = null,
        string bucket = "the-bucket")
    {
        var arn = $"arn:aws:cloudtrail:{home}:{account}:trail/{name}";
        var trail = new JsonObject
        {
            ["Name"] = name, ["TrailARN"] = arn, ["S3BucketName"] = bucket, ["HomeRegion"] = home,
            ["IsMultiRegionTrail"] = multiRegion, ["IsOrganizationTrail"] = organization, ["LogFileValidationEnabled"] = true,
        };
        if (prefix is not null)
            trail["S3KeyPrefix"] = prefix;
        _trails.Add(trail);
        Status[arn] = """{"IsLogging":true,"StartLoggingTime":1.7E9,"LatestDeliveryTime":1772366400.5}""";
        Selectors[arn] = """{"EventSelectors":[{"ReadWriteType":"All","IncludeManagementEvents":true}]}""";
        return arn;
    }

    /// <summary>The answer to a request, for a server that answers other operations too.</summary>
    public LoopbackAnswer Answer(LoopbackRequest request)
    {
        var body = JsonNode.Parse(request.Body)!.AsObject();
        var name = (body["Name"] ?? body["TrailName"])?.GetValue<string>();
        if (Denied.Contains(request.Operation))
            return LoopbackAnswer.Error(400, "AccessDeniedException", $"not authorized to perform: cloudtrail:{request.Operation}");
        var known = _trails.FirstOrDefault(t => IsHere(t, request.Region) && (Text(t, "TrailARN") == name || Text(t, "Name") == name));
        return request.Operation switch
        {
            "DescribeTrails" => LoopbackAnswer.Ok(new JsonObject
            {
                ["trailList"] = List(body["includeShadowTrails"]?.GetValue<bool>() != false
                    ? _trails.Where(t => IsHere(t, request.Region)) : _trails.Where(t => Text(t, "HomeRegion") == request.Region)),
            }.ToJsonString()),
            "ListTrails" => LoopbackAnswer.Ok(new JsonObject { ["Trails"] = List(_trails) }.ToJsonString()),
            _ when known is null => LoopbackAnswer.Error(400, "TrailNotFoundException", "Unknown trail"),
            "GetTrail" => LoopbackAnswer.Ok(new JsonObject { ["Trail"] = known.DeepClone() }.ToJsonString()),
            "GetTrailStatus" => LoopbackAnswer.Ok(Status[Text(known, "TrailARN")]),
            "GetEventSelectors" => LoopbackAnswer.Ok(Selectors[Text(known, "TrailARN")]),
            _ => LoopbackAnswer.Error(400, "UnknownOperationException", request.Operation),
        };
    }

    private static bool IsHere(JsonObject trail, string region) =>
        Text(trail, "HomeRegion") == region || trail["IsMultiRegionTrail"]!.GetValue<bool>();

    private static JsonArray List(IEnumerable<JsonObject> trails) => new([.. trails.Select(t => t.DeepClone())]);

    private static string Text(JsonObject trail, string name) => trail[name]!.GetValue<string>();
}
