using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.History;

/// <summary>
/// LookupEvents as the service model describes it: one attribute matched exactly, an inclusive window, newest first,
/// tokens that hold only with the parameters they were given for. Regions are told by the signature.
/// </summary>
internal sealed class HistoryServer : IDisposable
{
    private readonly List<HistoryRecord> _records;

    public HistoryServer(IEnumerable<HistoryRecord> records, TimeProvider? clock = null)
    {
        _records = [.. records.OrderByDescending(r => r.Time)];
        Http = new LoopbackServer(Answer, clock);
    }

    public LoopbackServer Http { get; }

    public int PageSize { get; init; } = 50;

    /// <summary>Answers that stand in the place of the right one; null for the right one.</summary>
    public Func<LoopbackRequest, LoopbackAnswer?> Fault { get; init; } = _ => null;

    /// <summary>The account that an access key is of; null where every key sees every account's records.</summary>
    public Func<string, string?> AccountOf { get; init; } = _ => null;

    /// <summary>True to answer with an empty page and a token before each page.</summary>
    public bool EmptyPages { get; init; }

    public IReadOnlyList<LoopbackRequest> Requests => Http.Requests;

    public void Dispose() => Http.Dispose();

    /// <summary>What the bodies of the requests say, without token.</summary>
    public IEnumerable<string> Attributes => Requests.Select(r =>
        r.Json.TryGetProperty("LookupAttributes", out var list)
            ? $"{list[0].GetProperty("AttributeKey").GetString()}={list[0].GetProperty("AttributeValue").GetString()}"
            : "");

    private LoopbackAnswer Answer(LoopbackRequest request)
    {
        if (Fault(request) is { } fault)
            return fault;
        if (request.Method != "POST" || request.Headers["Content-Type"] != "application/x-amz-json-1.1")
            return LoopbackAnswer.Error(400, "SerializationException", "not a JSON 1.1 request");
        if (request.Headers["X-Amz-Target"] != "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents")
            return LoopbackAnswer.Error(400, "UnknownOperationException", "unknown");
        return Lookup(request);
    }

    private LoopbackAnswer Lookup(LoopbackRequest request)
    {
        var body = request.Json;
        var max = body.TryGetProperty("MaxResults", out var m) ? m.GetInt32() : 50;
        if (max is < 1 or > 50)
            return LoopbackAnswer.Error(400, "InvalidMaxResultsException", "1 to 50");
        var start = Time(body, "StartTime") ?? DateTimeOffset.MinValue;
        var end = Time(body, "EndTime") ?? DateTimeOffset.MaxValue;
        if (start > end)
            return LoopbackAnswer.Error(400, "InvalidTimeRangeException", "start after end");
        var matches = _records.Where(r => r.Region == request.Region && r.Time >= start && r.Time <= end);
        if (AccountOf(request.AccessKey) is { } account)
            matches = matches.Where(r => r.AccountId == account);
        if (body.TryGetProperty("LookupAttributes", out var attributes))
        {
            if (attributes.GetArrayLength() != 1)
                return LoopbackAnswer.Error(400, "InvalidLookupAttributesException", "at most one");
            var (key, value) = (attributes[0].GetProperty("AttributeKey").GetString(), attributes[0].GetProperty("AttributeValue").GetString());
            matches = matches.Where(r => Member(r, key!) == value);
        }

        return Page([.. matches], Parameters(body), body, Math.Min(max, PageSize));
    }

    private LoopbackAnswer Page(List<HistoryRecord> matches, string parameters, JsonElement body, int size)
    {
        var (skip, isEmptyTurn) = (0, EmptyPages);
        if (body.TryGetProperty("NextToken", out var given))
        {
            var parts = given.GetString()!.Split('|', 3);
            if (parts.Length != 3 || parts[2] != parameters)
                return LoopbackAnswer.Error(400, "com.amazonaws.cloudtrail.v20131101#InvalidNextTokenException", "other parameters");
            (skip, isEmptyTurn) = (int.Parse(parts[0]), EmptyPages && parts[1] == "empty");
        }

        var page = new JsonObject { ["Events"] = new JsonArray([.. isEmptyTurn ? [] : matches.Skip(skip).Take(size).Select(r => r.ToEntry())]) };
        var next = isEmptyTurn ? skip : skip + size;
        if (isEmptyTurn || next < matches.Count)
            page["NextToken"] = $"{next}|{(isEmptyTurn ? "full" : "empty")}|{parameters}";
        return LoopbackAnswer.Ok(page.ToJsonString());
    }

    private static string Parameters(JsonElement body) =>
        string.Join(';', body.EnumerateObject().Where(p => p.Name != "NextToken").Select(p => p.Name + p.Value.GetRawText()));

    private static DateTimeOffset? Time(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) ? DateTimeOffset.FromUnixTimeSeconds(value.GetInt64()) : null;

    private static string? Member(HistoryRecord record, string key) => key switch
    {
        "EventId" => record.EventId,
        "AccessKeyId" => record.AccessKeyId,
        "EventName" => record.EventName,
        "Username" => record.Username,
        "EventSource" => record.EventSource,
        _ => null,
    };
}
