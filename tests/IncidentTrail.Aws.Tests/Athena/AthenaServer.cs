using System.Text.Json.Nodes;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>A server that answers as Athena does: one table, queries that run for a while, and rows page by page.</summary>
internal sealed class AthenaServer : IDisposable
{
    private readonly Dictionary<string, string> _started = [];
    private readonly Dictionary<string, int> _polls = [];
    private readonly Dictionary<string, string?> _failures = [];
    private readonly HashSet<string> _counting = [];
    private readonly Lock _lock = new();

    public AthenaServer(TimeProvider? clock = null) => Http = new LoopbackServer(request => Fault(request) ?? Answer(request), clock);

    public LoopbackServer Http { get; }

    /// <summary>What is answered instead; null for what Athena would answer.</summary>
    public Func<LoopbackRequest, LoopbackAnswer?> Fault { get; set; } = _ => null;

    /// <summary>What tables there are.</summary>
    public AthenaCatalog Catalog { get; } = new();

    /// <summary>Rows by column; what a row does not name is NULL.</summary>
    public List<Dictionary<string, string>> Rows { get; } = [];

    /// <summary>What a statement that counts gives: the columns in their order, a header first.</summary>
    public List<string?[]> Counted { get; } = [["caller_account", "caller_principal", "calls"]];

    public int PageSize { get; set; } = 1000;

    /// <summary>How often a query is still running when it is asked for; null for ever.</summary>
    public int? Polls { get; set; } = 1;

    public string End { get; set; } = "SUCCEEDED";

    public string? Reason { get; set; }

    public string Engine { get; set; } = "Athena engine version 3";

    /// <summary>Why a statement fails; null where it does not.</summary>
    public Func<string, string?> Failing { get; set; } = _ => null;

    /// <summary>What has been scanned when it is asked for the nth time.</summary>
    public Func<int, long> Scanned { get; set; } = _ => 1234;

    public IReadOnlyList<string> Operations => [.. Http.Requests.Select(request => request.Operation)];

    /// <summary>The statements of queries that were started, each once.</summary>
    public IReadOnlyList<string> Statements => [.. Http.Requests.Where(request => request.Operation == "StartQueryExecution")
        .GroupBy(request => request.Json.GetProperty("ClientRequestToken").GetString())
        .Select(group => group.First().Json.GetProperty("QueryString").GetString()!)];

    public void Dispose() => Http.Dispose();

    public LoopbackAnswer Answer(LoopbackRequest request)
    {
        lock (_lock)
        {
            return request.Operation switch
            {
                "GetTableMetadata" => Catalog.Describe(Text(request, "DatabaseName"), Text(request, "TableName")),
                "StartQueryExecution" => Start(request),
                "GetQueryExecution" => Query(request),
                "GetQueryResults" => Page(request),
                "StopQueryExecution" => LoopbackAnswer.Ok("{}"),
                "GetWorkGroup" => LoopbackAnswer.Ok("""{"WorkGroup":{"Name":"primary","State":"ENABLED","Configuration":{"BytesScannedCutoffPerQuery":10000000}}}"""),
                _ => LoopbackAnswer.Error(400, "UnknownOperationException", request.Operation),
            };
        }
    }

    private static string Text(LoopbackRequest request, string name) => request.Json.GetProperty(name).GetString()!;

    // The same token is the same query.
    private LoopbackAnswer Start(LoopbackRequest request)
    {
        var token = Text(request, "ClientRequestToken");
        if (token.Length is < 32 or > 128)
            return LoopbackAnswer.Error(400, "InvalidRequestException", "ClientRequestToken");
        if (!_started.TryGetValue(token, out var id))
        {
            _started.Add(token, id = $"query-{_started.Count + 1}");
            _failures.Add(id, Failing(Text(request, "QueryString")) ?? Catalog.Run(Text(request, "QueryString")));
            if (Text(request, "QueryString").StartsWith("WITH", StringComparison.Ordinal))
                _counting.Add(id);
        }
        return LoopbackAnswer.Ok(new JsonObject { ["QueryExecutionId"] = id }.ToJsonString());
    }

    private LoopbackAnswer Query(LoopbackRequest request)
    {
        var id = Text(request, "QueryExecutionId");
        var polls = _polls[id] = _polls.GetValueOrDefault(id) + 1;
        var state = Polls is { } most && polls > most ? _failures[id] is null ? End : "FAILED" : "RUNNING";
        return LoopbackAnswer.Ok(new JsonObject
        {
            ["QueryExecution"] = new JsonObject
            {
                ["QueryExecutionId"] = id, ["WorkGroup"] = "primary", ["EngineVersion"] = new JsonObject { ["EffectiveEngineVersion"] = Engine },
                ["Status"] = new JsonObject { ["State"] = state, ["StateChangeReason"] = state == "RUNNING" ? null : _failures[id] ?? Reason },
                ["Statistics"] = new JsonObject { ["DataScannedInBytes"] = Scanned(polls), ["TotalExecutionTimeInMillis"] = 1500 },
            },
        }.ToJsonString());
    }

    private LoopbackAnswer Page(LoopbackRequest request)
    {
        var from = request.Json.TryGetProperty("NextToken", out var token) ? int.Parse(token.GetString()!) : 0;
        var size = Math.Min(PageSize, request.Json.GetProperty("MaxResults").GetInt32());
        var all = _counting.Contains(Text(request, "QueryExecutionId")) ? Counted : Table();
        var rows = all.Skip(from).Take(size).Select(row => (JsonNode)new JsonObject
        {
            ["Data"] = new JsonArray([.. row.Select(value => value is null ? new JsonObject() : new JsonObject { ["VarCharValue"] = value })]),
        });
        var answer = new JsonObject { ["ResultSet"] = new JsonObject { [nameof(Rows)] = new JsonArray([.. rows]) } };
        if (from + size < all.Count)
            answer["NextToken"] = (from + size).ToString();
        return LoopbackAnswer.Ok(answer.ToJsonString());
    }

    private List<string?[]> Table()
    {
        var names = Catalog.Columns.Select(column => column.Name).Append("$path").ToArray();
        return [names, .. Rows.Select(row => names.Select(name => row.GetValueOrDefault(name)).ToArray())];
    }
}
