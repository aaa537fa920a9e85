using System.Management.Automation;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell;

/// <summary>Which bucket is meant and what of it, for every cmdlet that reads one.</summary>
public abstract class TrailBucketCommand : TrailAwsCommand
{
    private protected const string BucketSet = "Bucket";
    private protected const string TrailSet = "Trail";
    private protected const string HistorySet = "EventHistory";

    /// <summary>The bucket, or the ARN or alias of an access point.</summary>
    [Parameter(ParameterSetName = BucketSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string BucketName { get; set; } = "";

    /// <summary>The trail, by name or ARN.</summary>
    [Parameter(ParameterSetName = TrailSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string TrailName { get; set; } = "";

    /// <summary>What stands before AWSLogs in the keys.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [AllowEmptyString]
    public string? KeyPrefix { get; set; }

    /// <summary>Exact keys.</summary>
    [Parameter(ParameterSetName = BucketSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Key { get; set; } = [];

    /// <summary>Only the folder of this organization.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    public string? OrganizationId { get; set; }

    /// <summary>How long after the window's end a delivery is still looked for.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [TrailSpan]
    [PSDefaultValue(Help = "1 day")]
    public TimeSpan DeliverySlack { get; set; } = TrailBucket.DefaultDeliverySlack;

    /// <summary>Pays for the requests, as a bucket whose requester pays asks for.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [ValidateSet("requester")]
    public string? RequestPayer { get; set; }

    /// <summary>How many logs are fetched at once.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    [PSDefaultValue(Help = "64")]
    public int ThrottleLimit { get; set; }

    /// <summary>The throttle limit, where one was given.</summary>
    private protected int? BoundThrottleLimit => MyInvocation.BoundParameters.ContainsKey(nameof(ThrottleLimit)) ? ThrottleLimit : null;

    /// <summary>The bucket that the bound parameters name; with keys where they are read one by one.</summary>
    private protected TrailBucket Bucket(string name, IReadOnlyList<string>? keys = null, bool includeDigests = false) => new()
    {
        BucketName = name, KeyPrefix = KeyPrefix, Keys = keys, OrganizationId = OrganizationId, DeliverySlack = DeliverySlack,
        RequesterPays = RequestPayer is not null, IncludeDigests = includeDigests,
    };

    /// <summary>Opens the trail that the bound parameters name.</summary>
    private protected ITrailSource OpenTrail(bool includeDigests = false) => AwsAdapter.Connector.OpenTrail(
        Connection,
        new TrailReference
        {
            Name = TrailName, OrganizationId = OrganizationId, DeliverySlack = DeliverySlack,
            RequesterPays = RequestPayer is not null, IncludeDigests = includeDigests,
        },
        StopToken);

    /// <summary>Opens Event history; after another source, to complete it.</summary>
    private protected ITrailSource OpenHistory(string? completed = null) => AwsAdapter.Connector.OpenEventHistory(
        Connection,
        new TrailHistory
        {
            ProfileNames = ProfileName, RoleArns = RoleArn,
            Fill = completed is null ? null : new HistoryFill(completed, DeliverySlack),
        },
        StopToken);

    /// <summary>Ends the cmdlet where the parameters make no sense together.</summary>
    private protected virtual void CheckBucket()
    {
        if (DeliverySlack < TimeSpan.Zero || DeliverySlack > TrailBucket.MaxDeliverySlack)
        {
            ThrowTerminatingError(TrailErrors.Argument(
                nameof(DeliverySlack), "-DeliverySlack is from 0 to 30 days: CloudTrail tries no longer to deliver a log."));
        }

        if (Key.Length > 0 && KeyPrefix is not null)
            ThrowTerminatingError(TrailErrors.Argument(nameof(Key), "-Key names logs in full: -KeyPrefix is of no use with it."));
        if (OrganizationId is not null && !OrganizationId.StartsWith("o-", StringComparison.Ordinal))
            ThrowTerminatingError(TrailErrors.Argument(nameof(OrganizationId), $"'{OrganizationId}' is no organization id, such as o-exampleorgid."));
        if (ProfileName.Length > 1)
            ThrowTerminatingError(TrailErrors.Argument(nameof(ProfileName), "A bucket is read with one profile; several are for -EventHistory."));
    }
}
