using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentTrail.Aws.Api;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Athena;

/// <summary>The operations of Athena's API that are used, in one Region.</summary>
internal sealed class AthenaClient(JsonClient client, TrailAthena asked)
{
    private const string Catalog = "AwsDataCatalog";

    /// <summary>The Region called.</summary>
    public string Region => client.Region;

    /// <summary>The work group; Athena's own where none is named.</summary>
    public string WorkGroup => string.IsNullOrEmpty(asked.WorkGroup) ? "primary" : asked.WorkGroup;

    /// <summary>A table, as the catalogue describes it.</summary>
    public async Task<CatalogTable> GetTableMetadataAsync(TableName name, CancellationToken token)
    {
        var body = new JsonObject { ["CatalogName"] = Catalog, ["DatabaseName"] = name.Database, ["TableName"] = name.Table };
        if (!string.IsNullOrEmpty(asked.WorkGroup))
            body[nameof(WorkGroup)] = asked.WorkGroup;
        var reply = await CallAsync("GetTableMetadata", body, token).ConfigureAwait(false);
        return reply.Read(AthenaJson.Default.GetTableMetadataAnswer).TableMetadata
            ?? throw reply.NotUnderstood(new JsonException("TableMetadata is absent."));
    }

    /// <summary>
    /// Starts a query; its id. However often the call is repeated, the same token says that it is the same query: a lost answer
    /// starts no second one.
    /// </summary>
    public async Task<string> StartAsync(string sql, TableName name, CancellationToken token)
    {
        var body = new JsonObject
        {
            ["QueryString"] = sql,
            ["ClientRequestToken"] = Guid.NewGuid().ToString(),
            ["QueryExecutionContext"] = new JsonObject { ["Catalog"] = Catalog, ["Database"] = name.Database },
            [nameof(WorkGroup)] = WorkGroup,
        };
        if (!string.IsNullOrEmpty(asked.OutputLocation))
            body["ResultConfiguration"] = new JsonObject { ["OutputLocation"] = asked.OutputLocation };
        if (asked.ReuseMinutes is { } minutes)
        {
            body["ResultReuseConfiguration"] = new JsonObject
            {
                ["ResultReuseByAgeConfiguration"] = new JsonObject { ["Enabled"] = true, ["MaxAgeInMinutes"] = minutes },
            };
        }
        var reply = await CallAsync("StartQueryExecution", body, token).ConfigureAwait(false);
        return reply.Read(AthenaJson.Default.StartQueryExecutionAnswer).QueryExecutionId
            ?? throw reply.NotUnderstood(new JsonException("QueryExecutionId is absent."));
    }

    /// <summary>How a query stands.</summary>
    public async Task<QueryExecution> GetQueryAsync(string id, CancellationToken token)
    {
        var reply = await CallAsync("GetQueryExecution", new JsonObject { ["QueryExecutionId"] = id }, token).ConfigureAwait(false);
        return reply.Read(AthenaJson.Default.GetQueryExecutionAnswer).QueryExecution is { Status.State: not null } query
            ? query : throw reply.NotUnderstood(new JsonException("The query's state is absent."));
    }

    /// <summary>A page of a query's results.</summary>
    /// <param name="id">The query.</param>
    /// <param name="nextToken">The token of the page before; null for the first.</param>
    /// <param name="tokens">The tokens of the pages before.</param>
    /// <param name="token">Gives up.</param>
    public async Task<GetQueryResultsAnswer> GetResultsAsync(string id, string? nextToken, PageTokens tokens, CancellationToken token)
    {
        var body = new JsonObject { ["QueryExecutionId"] = id, ["MaxResults"] = AdapterLimits.RowsInPage };
        if (nextToken is not null)
            body["NextToken"] = nextToken;
        var reply = await CallAsync("GetQueryResults", body, token).ConfigureAwait(false);
        var answer = reply.Read(AthenaJson.Default.GetQueryResultsAnswer);
        if (answer.ResultSet is null)
            throw reply.NotUnderstood(new JsonException("ResultSet is absent."));
        return answer.NextToken is { Length: > 0 } next && tokens.LeadsBack(next)
            ? throw reply.NotUnderstood(new JsonException("The answer repeats a token.")) : answer;
    }

    /// <summary>Stops a query.</summary>
    public Task StopAsync(string id, CancellationToken token) =>
        CallAsync("StopQueryExecution", new JsonObject { ["QueryExecutionId"] = id }, token);

    /// <summary>How many bytes the work group lets a query scan; null where it sets no limit.</summary>
    public async Task<long?> GetScanLimitAsync(CancellationToken token)
    {
        var reply = await CallAsync("GetWorkGroup", new JsonObject { [nameof(WorkGroup)] = WorkGroup }, token).ConfigureAwait(false);
        return reply.Read(AthenaJson.Default.GetWorkGroupAnswer).WorkGroup?.Configuration?.BytesScannedCutoffPerQuery;
    }

    private Task<JsonReply> CallAsync(string operation, JsonObject body, CancellationToken token) =>
        client.CallAsync(operation, JsonSerializer.SerializeToUtf8Bytes(body), token);
}
