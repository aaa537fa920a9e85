using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>What holds for the parameters of a bucket or trail, whatever is done with it.</summary>
internal static class PlaceParameters
{
    /// <summary>The throttle limit, where one was given.</summary>
    internal static int? ThrottleLimit(TrailPlaceCommand given, ICmdlet cmdlet) =>
        cmdlet.Bound(nameof(given.ThrottleLimit), given.ThrottleLimit);

    /// <summary>Ends the cmdlet where the parameters make no sense.</summary>
    internal static void Check(TrailPlaceCommand given, ICmdlet cmdlet, bool withHistory)
    {
        CheckAddress(cmdlet, given.BucketName, given.KeyPrefix);
        if (given.OrganizationId is { } id && !id.StartsWith("o-", StringComparison.Ordinal))
            Refuse(nameof(given.OrganizationId), $"'{id}' is no organization id, such as o-exampleorgid.");
        if (given.ProfileName.Length > 1)
            Refuse(nameof(given.ProfileName), "A bucket or table is read with one profile; several are for -EventHistory.");
        if (given.RoleArn.Length > 1 && !withHistory)
            Refuse(nameof(given.RoleArn), "Several roles are for -EventHistory: one sweep each.");

        void Refuse(string parameter, string message) => cmdlet.ThrowTerminatingError(TrailErrors.Argument(parameter, message));
    }

    /// <summary>Ends the cmdlet where an address is given in place of a bucket's name or a prefix.</summary>
    internal static void CheckAddress(ICmdlet cmdlet, string bucketName, string? keyPrefix)
    {
        if ((OtherPlace.FaultOfPart(nameof(TrailPlaceCommand.BucketName), bucketName)
            ?? OtherPlace.FaultOfPart(nameof(TrailPlaceCommand.KeyPrefix), keyPrefix)) is { } fault)
            cmdlet.ThrowTerminatingError(TrailErrors.Record(fault));
    }

    /// <summary>Says that a throttle limit was given where no bucket was read.</summary>
    internal static void RemarkOnLimit(TrailPlaceCommand given, ICmdlet cmdlet)
    {
        if (ThrottleLimit(given, cmdlet) is not null)
            cmdlet.WriteWarning("-ThrottleLimit limits what is asked of a bucket at once. No bucket was read: it changed nothing.");
    }
}
