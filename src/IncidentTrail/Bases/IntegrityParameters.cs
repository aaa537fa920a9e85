using System.Globalization;
using IncidentTrail.Integrity.Evidence;
using IncidentTrail.Integrity.Places;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Bases;

/// <summary>Makes the engine's scope, and the request that a package holds, of the parameters of a test.</summary>
internal static class IntegrityParameters
{
    // Those that say what was asked; the others may hold secrets.
    private static readonly string[] s_told =
    [
        nameof(TrailIntegrityCommand.Path), nameof(TrailIntegrityCommand.LiteralPath), nameof(TrailIntegrityCommand.InputObject),
        nameof(TrailIntegrityCommand.BucketName),
        nameof(TrailIntegrityCommand.TrailName), nameof(TrailIntegrityCommand.KeyPrefix), nameof(TrailIntegrityCommand.OrganizationId),
        nameof(TrailIntegrityCommand.AccountId), nameof(TrailIntegrityCommand.Region), nameof(TrailIntegrityCommand.StartTime),
        nameof(TrailIntegrityCommand.EndTime), nameof(TrailIntegrityCommand.PublicKeyPath), nameof(TrailIntegrityCommand.ProfileName),
        nameof(TrailIntegrityCommand.RoleArn), nameof(TrailIntegrityCommand.BucketRoleArn), "Destination",
    ];

    /// <summary>What is to be tested; an empty window, and a pattern that is none, end the cmdlet.</summary>
    internal static IntegrityScope Scope(TrailIntegrityCommand given, ICmdlet cmdlet)
    {
        PatternTexts.Check(cmdlet, (nameof(given.AccountId), given.AccountId), (nameof(given.Region), given.Region));
        var window = TimeWindow.Of(cmdlet, given.StartTime, given.EndTime);
        QueryParameters.HintAtRegions(given.Region, cmdlet);
        return new IntegrityScope { StartUtc = window.StartUtc, EndUtc = window.EndUtc, AccountId = given.AccountId, Region = given.Region };
    }

    /// <summary>Who asked for what.</summary>
    internal static EvidenceRequest Request(TrailIntegrityCommand given) => new()
    {
        ModuleVersion = $"{given.MyInvocation.MyCommand.Version}", AskedBy = $"{Environment.UserName}@{Environment.MachineName}",
        Parameters = given.MyInvocation.BoundParameters.Where(parameter => s_told.Contains(parameter.Key))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal).ToDictionary(parameter => parameter.Key, parameter => Text(parameter.Value)),
    };

    private static string Text(object value) => value switch
    {
        DateTime time => time.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture),
        string[] texts => string.Join(", ", texts),
        TrailInput[] logs => string.Join<TrailInput>(", ", logs),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
