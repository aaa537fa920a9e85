using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Sql;

namespace IncidentTrail.PowerShell;

/// <summary>Makes the table of Athena's over a trail's bucket.</summary>
[Cmdlet(VerbsCommon.New, "IncidentTrailAthenaTable", SupportsShouldProcess = true)]
[OutputType(typeof(string))]
public sealed class NewIncidentTrailAthenaTableCommand : TrailConnectionCommand, IDisposable
{
    private readonly RunningCmdlet _cmdlet;
    private readonly CmdletRun _run;

    /// <summary>Makes the cmdlet.</summary>
    public NewIncidentTrailAthenaTableCommand()
    {
        _cmdlet = new RunningCmdlet(this);
        _run = new CmdletRun(_cmdlet);
    }

    /// <summary>The table, as <c>database.table</c>.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string AthenaTable { get; set; } = "";

    /// <summary>The trail's bucket.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string BucketName { get; set; } = "";

    /// <summary>What stands before AWSLogs in the keys.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? KeyPrefix { get; set; }

    /// <summary>The organization whose trail it is.</summary>
    [Parameter]
    [ValidatePattern("^o-.")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? OrganizationId { get; set; }

    /// <summary>The accounts; listed where they are not all named in full.</summary>
    [Parameter]
    [TrailTexts(Digits = 12)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] AccountId { get; set; } = [];

    /// <summary>The Regions; listed where they are not all named in full.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Region { get; set; } = [];

    /// <summary>The work group that runs the statement.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? WorkGroup { get; set; }

    /// <summary>Where Athena puts what the statement says.</summary>
    [Parameter]
    [ValidatePattern("^s3://.")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? OutputLocation { get; set; }

    /// <summary>Removes a table of that name before.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Prints the statement, with -Force both, and runs nothing.</summary>
    [Parameter]
    public SwitchParameter AsSql { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        NoInput.Check(_cmdlet, "-AthenaTable names the table, and -BucketName its bucket");
        PlaceParameters.CheckAddress(_cmdlet, BucketName, KeyPrefix);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => _run.Guard(() =>
    {
        var connection = ConnectionParameters.Connection(this, new AwsSession(this), WriteVerbose);
        var athena = new TrailAthena { Table = AthenaTable, WorkGroup = WorkGroup, OutputLocation = OutputLocation };
        var place = new TrailTablePlace
        {
            BucketName = BucketName, KeyPrefix = KeyPrefix, OrganizationId = OrganizationId, AccountId = AccountId,
            Region = [.. Region.Select(region => region.ToLowerInvariant())],
        };
        if (ProfileName.Length > 1 || RoleArn.Length > 1)
            ThrowTerminatingError(TrailErrors.Argument(nameof(ProfileName), "A table is made with one profile and one role."));
        PatternTexts.Check(_cmdlet, (nameof(AccountId), AccountId), (nameof(Region), Region));
        var statement = AwsAdapter.Connector.AthenaTableStatement(connection, athena, place, _run.StopToken);
        string[] statements = Force && TableName.TryParse(AthenaTable, out var table) ? [table.Drop, statement] : [statement];
        if (AsSql)
            WriteObject(statements, enumerateCollection: true);
        else if (ShouldProcess(AthenaTable, string.Join(";\n", statements)))
            AwsAdapter.Connector.CreateAthenaTable(connection, athena, statement, Force, _run.StopToken);
    });

    /// <inheritdoc/>
    protected override void StopProcessing() => _run.Stop();

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();
}
