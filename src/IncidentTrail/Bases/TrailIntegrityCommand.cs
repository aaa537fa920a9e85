using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;

namespace IncidentTrail.PowerShell;

/// <summary>
/// The parameters of every cmdlet that tests logs by CloudTrail's digests: copies beside buckets and trails, keys, and what of
/// them is tested. <c>IntegrityParameters</c> reads them.
/// </summary>
public abstract class TrailIntegrityCommand : TrailPlaceCommand
{
    /// <summary>Copies of digests and logs: folders or files; wildcards allowed.</summary>
    [Parameter(
        ParameterSetName = ParameterSets.Path, Mandatory = true, Position = 0, ValueFromPipeline = true, HelpMessage = CmdletRemedies.PathTakes)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Copies of digests and logs, as they are written.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Logs that Get-IncidentTrailLog found, or packages of evidence.</summary>
    [Parameter(ParameterSetName = ParameterSets.InputObject, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [TrailInput]
    [ArgumentCompleter(typeof(ObjectCompleter))]
    public TrailInput[] InputObject { get; set; } = [];

    /// <summary>Files of CloudTrail's public keys.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] PublicKeyPath { get; set; } = [];

    /// <summary>Accounts, by the names of digests and logs.</summary>
    [Parameter]
    [TrailTexts(Digits = 12)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] AccountId { get; set; } = [];

    /// <summary>Regions, by the names of digests and logs.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Region { get; set; } = [];

    /// <summary>The first instant of delivery.</summary>
    [Parameter]
    [TrailTime]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime StartTime { get; set; }

    /// <summary>The end of the deliveries.</summary>
    [Parameter]
    [TrailTime(IsEnd = true)]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime EndTime { get; set; }
}
