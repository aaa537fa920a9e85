using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Athena;

/// <summary>Lets Athena count the calls of a query by their callers, where it can; why it could not, else.</summary>
internal sealed class AthenaCounting
{
    private readonly TrailQuery _query;

    public AthenaCounting(TrailQuery query, TrailTable table)
    {
        _query = query;
        (Statement, Reason) = CallerStatement.Of(query, table);
    }

    /// <summary>The statement; null where only rows can answer the query.</summary>
    public CallerStatement? Statement { get; }

    /// <summary>That the rows themselves must come, and why; null while nothing stands against counting.</summary>
    public string? Said => Reason is null ? null : $"The callers are grouped here, of the rows: {Reason}.";

    private string? Reason { get; set; }

    /// <summary>The statement that is run first for a query.</summary>
    public static string StatementFor(TrailQuery query, TrailTable table) =>
        query.CallersAlone && CallerStatement.Of(query, table).Statement is { } counted ? counted.Sql : TrailStatement.Of(query, table).Sql;

    /// <summary>Runs the statement; what was counted, or null where it cannot be relied on.</summary>
    public async Task<CountedCalls?> RunAsync(AthenaQuery run, CancellationToken token)
    {
        var calls = new CallCounting(_query);
        try
        {
            await foreach (var rows in run.PagesAsync(Statement!.Sql, CallerStatement.Names, token).ConfigureAwait(false))
            {
                foreach (var row in rows)
                    calls.Take(row);
            }
        }
        catch (TrailSourceException e) when (run.Ended?.Status is { State: "FAILED" } && e.Fault.Kind == TrailFaultKind.ReadFailed)
        {
            // What it asks may be too much, or more than this engine knows: the rows are asked for with less.
            Reason = $"Athena does not run the statement that counts them: {e.Fault.Message.TrimEnd('.')}";
            return null;
        }
        if (calls.Doubts.Count == 0)
            return calls.Counted;
        Reason = $"of some records SQL cannot tell {string.Join(", ", calls.Doubts)}";
        return null;
    }
}
