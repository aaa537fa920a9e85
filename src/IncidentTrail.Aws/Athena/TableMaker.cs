using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.S3;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Athena;

/// <summary>Makes the table over a trail's bucket: finds its accounts and Regions, writes the statement and runs it.</summary>
internal sealed class TableMaker
{
    private readonly TrailAthena _asked;
    private readonly TableName _name;

    public TableMaker(TrailAthena asked)
    {
        _asked = asked;
        _name = TableName.TryParse(asked.Table, out var name) ? name : throw AthenaFaults.NoTable(asked.Table);
        if (!TableDdl.IsPlainName(_name.Database) || !TableDdl.IsPlainName(_name.Table))
            throw Refused($"'{asked.Table}' cannot be the name of a table.", RemedyTable.PlainTableName);
    }

    /// <summary>The statement for accounts and Regions that are known.</summary>
    public string Statement(TableFolders folders)
    {
        var sql = new TableDdl(_name, folders.Location, folders.Accounts, folders.Regions).Create;
        return SqlText.Size(sql) <= EngineLimits.LargestStatement
            ? sql : throw Refused($"The statement for {folders.Accounts.Count} accounts is longer than Athena takes.", RemedyTable.StatementTooLong);
    }

    /// <summary>The statement for what a bucket holds, where it is not given.</summary>
    public async Task<string> StatementAsync(S3Client client, TrailTablePlace place, CancellationToken token)
    {
        using var owned = client;
        using var lister = new BucketLister(client, null);
        var found = await TableFolders.FindAsync(lister, place, token).ConfigureAwait(false);
        if (found.Accounts.Count == 0 || found.Regions.Count == 0)
        {
            throw new TrailSourceException(new TrailFault(
                TrailFaultKind.SourceNotFound, place.BucketName,
                $"{found.Location.Root} holds no folders of CloudTrail logs that a table could be made over.", RemedyTable.NoTableFolders));
        }
        return Statement(found);
    }

    /// <summary>Runs the statement.</summary>
    public void Create(ResolvedConnection connection, string statement, bool replace)
    {
        var region = connection.Region ?? throw AthenaFaults.NoRegion(_name.ToString());
        var token = connection.Opening.Token;
        var schedule = connection.Opening.Schedule with { LastBound = AdapterLimits.LongestQueryWait };
        using var http = new ServiceHttp(connection.Settings.Route);
        using var credentials = new SharedCredentials(connection.ForApi);
        var client = new AthenaClient(
            new JsonClient(
                JsonService.Athena, region, credentials, connection.Settings.EndpointIn(JsonService.Athena.Name, region, connection.SourceEndpoint),
                http, schedule: schedule),
            _asked);
        var making = Task.Run(() => CreateAsync(client, statement, replace, schedule, token), CancellationToken.None);
        try
        {
            connection.Opening.For(async () =>
            {
                await making.ConfigureAwait(false);
                return true;
            });
        }
        finally
        {
            // Who stops does not wait for the statement, but for its stopping.
            Task.WaitAny(making);
        }
    }

    private async Task CreateAsync(AthenaClient client, string statement, bool replace, RetrySchedule schedule, CancellationToken token)
    {
        if (replace)
        {
            await new AthenaQuery(client, _name, null, schedule).RunAsync(_name.Drop, token).ConfigureAwait(false);
        }
        else if (await TableLookup.ExistsAsync(client, _name, token).ConfigureAwait(false))
        {
            throw Refused($"The table {_name} is there already.", RemedyTable.TableExists);
        }
        try
        {
            await new AthenaQuery(client, _name, null, schedule).RunAsync(statement, token).ConfigureAwait(false);
        }
        catch (TrailSourceException e) when (AthenaFaults.IsPresent(e.Fault))
        {
            throw Refused(e.Fault.Message, RemedyTable.TableExists);
        }
        catch (TrailSourceException e) when (replace)
        {
            var fault = e.Fault;
            throw new TrailSourceException(new TrailFault(
                fault.Kind, fault.Target, $"{fault.Message.TrimEnd('.')}. A table of that name was removed before.", fault.Remedy, fault.Cause));
        }
    }

    private static TrailSourceException Refused(string message, string remedy) =>
        new(new TrailFault(TrailFaultKind.Argument, "AthenaTable", message, remedy));
}
