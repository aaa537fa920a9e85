using System.Management.Automation;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Bases;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell;

/// <summary>Makes the table of Athena's over a trail's bucket.</summary>
[Cmdlet(VerbsCommon.New, "IncidentTrailAthenaTable", SupportsShouldProcess = true)]
[OutputType(typeof(string))]
public sealed class NewIncidentTrailAthenaTableCommand : PSCmdlet, IConnectionGiven, IDisposable
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
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] AccountId { get; set; } = [];

    /// <summary>The Regions; listed where they are not all named in full.</summary>
    [Parameter]
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

    /// <summary>Prints the statement, and runs nothing.</summary>
    [Parameter]
    public SwitchParameter AsSql { get; set; }

    /// <summary>A profile; one.</summary>
    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string[] ProfileName { get; set; } = [];

    /// <summary>The shared credentials file, or its folder.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id.</summary>
    [Parameter]
    [Alias("AK")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? AccessKey { get; set; }

    /// <summary>The secret of the access key.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? SecretKey { get; set; }

    /// <summary>The session token of the access key.</summary>
    [Parameter]
    [Alias("ST")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? SessionToken { get; set; }

    /// <summary>An object that gives credentials: AWS.Tools', STS's, a hashtable or a PSCredential.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>The endpoint of Athena.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? EndpointUrl { get; set; }

    /// <summary>The role that asks Athena.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] RoleArn { get; set; } = [];

    /// <summary>The role that lists the bucket.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? BucketRoleArn { get; set; }

    /// <summary>The external id that a role's trust policy asks for.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? ExternalId { get; set; }

    /// <summary>The session name of a role.</summary>
    [Parameter]
    [PSDefaultValue(Help = "IncidentTrail")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string RoleSessionName { get; set; } = "IncidentTrail";

    /// <summary>The source identity of a role's session.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? SourceIdentity { get; set; }

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
        var statement = AwsAdapter.Connector.AthenaTableStatement(connection, athena, place, _run.StopToken);
        if (AsSql)
            WriteObject(statement);
        else if (ShouldProcess(AthenaTable, Force ? "DROP TABLE IF EXISTS, " + statement : statement))
            AwsAdapter.Connector.CreateAthenaTable(connection, athena, statement, Force, _run.StopToken);
    });

    /// <inheritdoc/>
    protected override void StopProcessing() => _run.Stop();

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();
}
