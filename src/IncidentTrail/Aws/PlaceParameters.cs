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
        if (given.OrganizationId is { } id && !id.StartsWith("o-", StringComparison.Ordinal))
            Refuse(nameof(given.OrganizationId), $"'{id}' is no organization id, such as o-exampleorgid.");
        if (given.ProfileName.Length > 1)
            Refuse(nameof(given.ProfileName), "A bucket or table is read with one profile; several are for -EventHistory.");
        if (given.RoleArn.Length > 1 && !withHistory)
            Refuse(nameof(given.RoleArn), "Several roles are for -EventHistory: one sweep each.");

        void Refuse(string parameter, string message) => cmdlet.ThrowTerminatingError(TrailErrors.Argument(parameter, message));
    }

    /// <summary>Says that a throttle limit was given where no bucket was read.</summary>
    internal static void RemarkOnLimit(TrailPlaceCommand given, ICmdlet cmdlet)
    {
        if (ThrottleLimit(given, cmdlet) is not null)
            cmdlet.WriteWarning("-ThrottleLimit limits what is asked of a bucket at once. No bucket was read: it changed nothing.");
    }
}
