using System.Runtime.CompilerServices;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Athena;

/// <summary>
/// One query: started, waited for, and its rows page by page. Whoever stops it before its end stops it at Athena's too, and
/// nothing is asked after that.
/// </summary>
internal sealed class AthenaQuery(AthenaClient client, TableName table, long? maxScannedBytes, RetrySchedule schedule)
{
    private const string Succeeded = "SUCCEEDED";
    private const double Growth = 1.5;

    private string? _id;
    private bool _hasEnded;

    /// <summary>How it ended; null before.</summary>
    public QueryExecution? Ended { get; private set; }

    /// <summary>Its id; null before it was started.</summary>
    public string? Id => _id;

    /// <summary>Runs a statement; its rows as they come, those of a page together, without the header.</summary>
    public async IAsyncEnumerable<IReadOnlyList<IReadOnlyList<string?>>> PagesAsync(
        string sql, IReadOnlyList<string> columns, [EnumeratorCancellation] CancellationToken token)
    {
        try
        {
            await EndAsync(sql, token).ConfigureAwait(false);
            var tokens = new PageTokens();
            string? next = null;
            var isNamed = false;
            do
            {
                var page = await GuardAsync(() => client.GetResultsAsync(_id!, next, tokens, token)).ConfigureAwait(false);
                List<string?[]> rows = [.. (page.ResultSet!.Rows ?? []).Select(row => Values(row, columns.Count))];
                // The first row of all names the columns. Where it does not, it may be a record, and the others may mean anything.
                if (!isNamed && rows.Count > 0)
                {
                    if (!rows[0].SequenceEqual(columns, StringComparer.OrdinalIgnoreCase))
                        throw AthenaFaults.OfRows(_id!, table.ToString(), "the first does not name the columns that were asked for");
                    rows.RemoveAt(0);
                    isNamed = true;
                }
                yield return rows;
                next = string.IsNullOrEmpty(page.NextToken) ? null : page.NextToken;
            }
            while (next is not null);
        }
        finally
        {
            await StopAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs a statement that has no rows, to its end.</summary>
    public async Task RunAsync(string sql, CancellationToken token)
    {
        try
        {
            await EndAsync(sql, token).ConfigureAwait(false);
        }
        finally
        {
            await StopAsync().ConfigureAwait(false);
        }
    }

    private async Task EndAsync(string sql, CancellationToken token)
    {
        await StartAsync(sql, token).ConfigureAwait(false);
        var wait = AdapterLimits.FirstPoll;
        while (true)
        {
            await Task.Delay(wait, schedule.Clock, token).ConfigureAwait(false);
            var query = await GuardAsync(() => client.GetQueryAsync(_id!, token)).ConfigureAwait(false);
            if (query.IsOldEngine)
            {
                _hasEnded = IsEnd(query);
                throw AthenaFaults.OfEngine(_id!, table.ToString(), query.EngineVersion!.EffectiveEngineVersion!, client.WorkGroup);
            }
            if (IsEnd(query))
            {
                (_hasEnded, Ended) = (true, query);
                if (query.Status!.State != Succeeded)
                    throw AthenaFaults.OfQuery(query, _id!, table.ToString(), await LimitAsync(query, token).ConfigureAwait(false));
                return;
            }
            if (query.ScannedBytes > maxScannedBytes)
                throw AthenaFaults.OfScan(_id!, table.ToString(), query.ScannedBytes, maxScannedBytes.Value);
            wait = wait * Growth < AdapterLimits.LongestPoll ? wait * Growth : AdapterLimits.LongestPoll;
        }
    }

    // Who stops while the start is under way may have started it: its id is waited for a moment, to stop it by.
    private async Task StartAsync(string sql, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, schedule.Clock);
        using var late = token.Register(() => patience.CancelAfter(AdapterLimits.StopPatience));
        _id = await GuardAsync(() => client.StartAsync(sql, table, patience.Token)).ConfigureAwait(false);
        token.ThrowIfCancellationRequested();
    }

    private async Task StopAsync()
    {
        if (_id is null || _hasEnded)
            return;
        _hasEnded = true;
        using var patience = new CancellationTokenSource(AdapterLimits.StopPatience);
        try
        {
            await client.StopAsync(_id, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ServiceException or OperationCanceledException or TrailSourceException)
        {
            // It ends by itself: what stopped the reading is said, and not this.
        }
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (ServiceException e)
        {
            throw AthenaFaults.Of(e, table.ToString(), _id, client.WorkGroup);
        }
    }

    // Whose limit it was that struck, where Athena says that one did.
    private async Task<string?> LimitAsync(QueryExecution query, CancellationToken token)
    {
        if (query.Status!.StateChangeReason?.Contains("scanned limit", StringComparison.OrdinalIgnoreCase) != true)
            return null;
        try
        {
            return await client.GetScanLimitAsync(token).ConfigureAwait(false) is { } limit
                ? $" Work group {client.WorkGroup} allows {AthenaFaults.Bytes(limit)} a query." : $" Work group {client.WorkGroup} sets that limit.";
        }
        catch (ServiceException)
        {
            return $" Work group {client.WorkGroup} sets that limit.";
        }
    }

    private static bool IsEnd(QueryExecution query) => query.Status!.State is not ("QUEUED" or "RUNNING");

    // NULL is a value too: one that is not there at all would be taken for it.
    private string?[] Values(ResultRow? row, int columns) => row?.Data is { } data && data.Count == columns
        ? [.. data.Select(value => value?.VarCharValue)]
        : throw AthenaFaults.OfRows(_id!, table.ToString(), FormattableString.Invariant($"one has {row?.Data?.Count ?? 0} values for {columns} columns"));
}
