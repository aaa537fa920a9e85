using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;

namespace IncidentTrail.PowerShell;

/// <summary>
/// The parameters of every cmdlet that reads a bucket's logs, beside those of the bucket itself. <c>AwsSources</c> reads them.
/// </summary>
public abstract class TrailBucketCommand : TrailPlaceCommand
{
    /// <summary>Exact keys.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] Key { get; set; } = [];

    /// <summary>How long after the window's end a delivery is still looked for.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [TrailSpan]
    [ArgumentCompleter(typeof(SpanCompleter))]
    [PSDefaultValue(Help = "1 day")]
    public virtual TimeSpan DeliverySlack { get; set; } = TrailQuery.DefaultDeliverySlack;
}
