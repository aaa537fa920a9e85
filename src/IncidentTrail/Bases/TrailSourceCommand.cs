using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;

namespace IncidentTrail.PowerShell;

/// <summary>
/// The parameters of every cmdlet that reads events from beginning to end: files, text, logs, Event history beside buckets and
/// trails, and the filters. <c>SourceReading</c> reads them.
/// </summary>
public abstract class TrailSourceCommand : TrailFilterCommand
{
    /// <summary>Log files or folders; wildcards allowed.</summary>
    [Parameter(
        ParameterSetName = ParameterSets.Path, Mandatory = true, Position = 0, ValueFromPipeline = true, HelpMessage = CmdletRemedies.PathTakes)]
    [ValidateNotNull]
    [AllowEmptyString]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Log files or folders, as they are written.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Records as text.</summary>
    [Parameter(ParameterSetName = ParameterSets.Json, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CloudTrailEvent")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] Json { get; set; } = [];

    /// <summary>Logs that Get-IncidentTrailLog found, or what else the cmdlet takes.</summary>
    [Parameter(ParameterSetName = ParameterSets.InputObject, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [TrailInput]
    [ArgumentCompleter(typeof(ObjectCompleter))]
    public TrailInput[] InputObject { get; set; } = [];

    /// <summary>Reads CloudTrail's Event history; with a bucket or trail, what is not delivered there yet.</summary>
    [Parameter(ParameterSetName = ParameterSets.EventHistory, Mandatory = true)]
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    public SwitchParameter EventHistory { get; set; }

    /// <summary>The table of Athena's, as <c>database.table</c>.</summary>
    [Parameter(ParameterSetName = ParameterSets.Athena, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string AthenaTable { get; set; } = "";

    /// <summary>The work group that runs the query.</summary>
    [Parameter(ParameterSetName = ParameterSets.Athena)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? WorkGroup { get; set; }

    /// <summary>Where Athena puts the results.</summary>
    [Parameter(ParameterSetName = ParameterSets.Athena)]
    [ValidatePattern("^s3://.")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? OutputLocation { get; set; }

    /// <summary>Prints the statement, and runs nothing.</summary>
    [Parameter(ParameterSetName = ParameterSets.Athena)]
    public SwitchParameter AsSql { get; set; }

    /// <summary>Stops the query once it has scanned more.</summary>
    [Parameter(ParameterSetName = ParameterSets.Athena)]
    [ValidateRange(1L, long.MaxValue)]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public long MaxScannedBytes { get; set; }

    /// <summary>Takes the answer of an earlier query that is no older.</summary>
    [Parameter(ParameterSetName = ParameterSets.Athena)]
    [ValidateRange(1, CmdletLimits.LongestReuse)]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public int ReuseMinutes { get; set; }

    /// <summary>Gives only what is in logs that are proven to be what CloudTrail signed.</summary>
    [Parameter]
    public SwitchParameter RequireValid { get; set; }

    /// <summary>Files of CloudTrail's public keys.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] PublicKeyPath { get; set; } = [];

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ParameterSets.Path)]
    [Parameter(ParameterSetName = ParameterSets.LiteralPath)]
    [Parameter(ParameterSetName = ParameterSets.Json)]
    [Parameter(ParameterSetName = ParameterSets.InputObject)]
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [Parameter(ParameterSetName = ParameterSets.Athena)]
    [TrailSpan]
    [ArgumentCompleter(typeof(SpanCompleter))]
    [PSDefaultValue(Help = "1 day")]
    public override TimeSpan DeliverySlack { get; set; } = TrailQuery.DefaultDeliverySlack;
}
