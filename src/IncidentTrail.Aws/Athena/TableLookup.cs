using IncidentTrail.Aws.Faults;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Athena;

/// <summary>Asks the catalogue for a table.</summary>
internal static class TableLookup
{
    /// <summary>The table. Throws <see cref="TrailSourceException"/> where it is not there, or holds no trail's records.</summary>
    public static async Task<TrailTable> FindAsync(AthenaClient client, TableName name, CancellationToken token)
    {
        var found = await DescribeAsync(client, name, token).ConfigureAwait(false);
        var table = new TrailTable(name, Columns(found.Columns), Columns(found.PartitionKeys), found.Parameters ?? new Dictionary<string, string>());
        return table.IsOfTrail ? table : throw AthenaFaults.NoTrail(name.ToString());
    }

    /// <summary>True where a table of that name is there, whatever it holds.</summary>
    public static async Task<bool> ExistsAsync(AthenaClient client, TableName name, CancellationToken token)
    {
        try
        {
            await DescribeAsync(client, name, token).ConfigureAwait(false);
            return true;
        }
        catch (TrailSourceException e) when (e.Fault.Kind == TrailFaultKind.SourceNotFound && !IsOfDatabase(e.Fault))
        {
            return false;
        }
    }

    private static async Task<CatalogTable> DescribeAsync(AthenaClient client, TableName name, CancellationToken token)
    {
        try
        {
            return await client.GetTableMetadataAsync(name, token).ConfigureAwait(false);
        }
        catch (ServiceException e)
        {
            throw AthenaFaults.Of(e, name.ToString(), null, client.WorkGroup);
        }
    }

    // "Database audit not found." of a database; "Entity Not Found" or "Table trail not found" of a table.
    private static bool IsOfDatabase(TrailFault fault) =>
        (fault.Cause as ServiceException)?.Error.Message.StartsWith("Database ", StringComparison.OrdinalIgnoreCase) == true;

    private static IEnumerable<TableColumn> Columns(IEnumerable<CatalogColumn>? columns) =>
        (columns ?? []).Where(column => column is { Name: not null, Type: not null }).Select(column => TableColumn.Of(column.Name!, column.Type!));
}
