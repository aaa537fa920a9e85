using System.Globalization;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Athena;

/// <summary>What is told of a table or a query that could not be had: Athena's own reason, and the query's id where there is one.</summary>
internal static class AthenaFaults
{
    private static readonly string[] s_denials = ["AccessDenied", "Access Denied", "Access denied", "not authorized", "PERMISSION_DENIED", "Insufficient Lake Formation permission"];
    private static readonly string[] s_missing =
    [
        "TABLE_NOT_FOUND", "SCHEMA_NOT_FOUND", "EntityNotFoundException", "NoSuchBucket", "Table not found", "Database not found", "Database does not exist",
    ];

    private static readonly string[] s_present = ["AlreadyExistsException", "already exists"];

    /// <summary>The fault of a call that failed for good.</summary>
    /// <param name="failure">The call.</param>
    /// <param name="target">The table, or the work group.</param>
    /// <param name="queryId">The query; null before one was started.</param>
    /// <param name="workGroup">The work group that was asked.</param>
    public static TrailSourceException Of(ServiceException failure, string target, string? queryId, string workGroup)
    {
        var kind = failure.Kind;
        if (failure.Code == "MetadataException")
            kind = OfCatalog(failure.Error.Message);
        else if (queryId is not null && kind is TrailFaultKind.Argument or TrailFaultKind.SourceNotFound)
            kind = TrailFaultKind.ReadFailed;
        var place = kind == TrailFaultKind.Argument ? $" (work group {workGroup})" : "";
        var query = queryId is null ? "" : $" The query is {queryId}.";
        return new TrailSourceException(new TrailFault(
            kind, target, $"{target}: {failure.Sentence}{place}{(query.Length > 0 && failure.Sentence is not [.., '.'] ? "." : "")}{query}",
            RemedyTable.For(failure, kind), failure));
    }

    /// <summary>The fault of a query that ended without rows.</summary>
    public static TrailSourceException OfQuery(QueryExecution query, string id, string target, string? limit)
    {
        var status = query.Status!;
        var reason = status.StateChangeReason ?? status.AthenaError?.ErrorMessage ?? "Athena gives no reason";
        var kind = status.State == "CANCELLED" ? TrailFaultKind.ReadFailed
            : Has(reason, s_denials) ? TrailFaultKind.AccessDenied
            : Has(reason, s_missing) ? TrailFaultKind.SourceNotFound
            : TrailFaultKind.ReadFailed;
        var text = string.Concat(reason.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        if (text.Length > AdapterLimits.LongestMessage)
            text = text[..AdapterLimits.LongestMessage] + "…";
        var end = text is [.., '.'] ? "" : ".";
        return new TrailSourceException(new TrailFault(
            kind, target, $"{target}: query {id} ended as {status.State}: {text}{end}{limit}", RemedyTable.OfAthena(kind)));
    }

    /// <summary>True where a statement that makes a table failed since one of that name is there.</summary>
    public static bool IsPresent(TrailFault fault) => Has(fault.Message, s_present);

    /// <summary>The fault of a query that was stopped since it scanned more than was allowed.</summary>
    public static TrailSourceException OfScan(string id, string target, long scanned, long allowed) => new(new TrailFault(
        TrailFaultKind.ReadFailed, target,
        $"{target}: query {id} had scanned {Bytes(scanned)} and was stopped: -MaxScannedBytes allows {Bytes(allowed)}.",
        RemedyTable.ScannedTooMuch));

    /// <summary>The fault of an answer whose rows cannot be what was asked for.</summary>
    public static TrailSourceException OfRows(string id, string target, string why) => new(new TrailFault(
        TrailFaultKind.ReadFailed, target, $"{target}: the rows of query {id} cannot be told apart: {why}.", RemedyTable.AthenaFailed));

    /// <summary>The fault of a query on an engine that cannot answer it.</summary>
    public static TrailSourceException OfEngine(string id, string target, string engine, string workGroup) => new(new TrailFault(
        TrailFaultKind.Argument, target,
        $"{target}: query {id} ran on {engine} (work group {workGroup}), whose JSON has no names; version 3 or later is needed.",
        RemedyTable.OldEngine));

    /// <summary>The fault of a name that lacks its database.</summary>
    public static TrailSourceException NoTable(string text) => new(new TrailFault(
        TrailFaultKind.Argument, "AthenaTable", $"-AthenaTable '{text}' names no table.", RemedyTable.NoTableName));

    /// <summary>The fault where nothing names a Region.</summary>
    public static TrailSourceException NoRegion(string target) => new(new TrailFault(
        TrailFaultKind.Argument, target, $"{target}: no Region is named whose Athena could be asked.", RemedyTable.NoSessionRegion));

    /// <summary>The fault of a bucket that holds the logs of more than one trail, of which a table can be over one.</summary>
    public static TrailSourceException SeveralPlaces(string root, IReadOnlyList<string> organizations) => new(new TrailFault(
        TrailFaultKind.Argument, root,
        $"{root} holds the logs of {string.Join(" and ", organizations)}, and beside them others: a table is over one of them.", RemedyTable.SeveralPlaces));

    /// <summary>The fault of a table that holds no trail's records.</summary>
    public static TrailSourceException NoTrail(string target) => new(new TrailFault(
        TrailFaultKind.Argument, target, $"{target} is no table over CloudTrail's logs: it lacks the columns eventtime, eventsource or eventname.",
        RemedyTable.NoTrailTable));

    /// <summary>An amount of bytes, to the byte.</summary>
    public static string Bytes(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture) + " bytes";

    // What it says without the catalogue's own code.
    private static TrailFaultKind OfCatalog(string message) => Has(message, s_denials) ? TrailFaultKind.AccessDenied
        : Has(message, ["not found", "does not exist"]) ? TrailFaultKind.SourceNotFound
        : TrailFaultKind.ReadFailed;

    private static bool Has(string text, string[] parts) => parts.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
}
