using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>Event history as a source, alone or to complete a bucket.</summary>
public abstract class TrailHistoryCommand : TrailFilterCommand
{
    /// <summary>Reads CloudTrail's Event history; with a bucket or trail, what is not delivered there yet.</summary>
    [Parameter(ParameterSetName = HistorySet, Mandatory = true)]
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    public SwitchParameter EventHistory { get; set; }

    /// <inheritdoc/>
    private protected override void CheckBucket()
    {
        base.CheckBucket();
        if (RoleArn.Length > 1 && !EventHistory)
            ThrowTerminatingError(TrailErrors.Argument(nameof(RoleArn), "Several roles are for -EventHistory: one sweep each."));
    }
}
