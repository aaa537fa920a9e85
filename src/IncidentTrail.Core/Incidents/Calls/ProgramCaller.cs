using System.Text.RegularExpressions;
using IncidentTrail.Events;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Calls;

/// <summary>
/// Whether a call was made by a service or a program, and no person, as far as the record tells. Of a role's session that
/// nothing shows to be a program's, a person is taken to have it; MFA is a person's.
/// </summary>
internal static partial class ProgramCaller
{
    // Services that assume a customer's role and call for themselves; others pass on what somebody asked of them.
    private static readonly string[] s_assuming =
        ["events.", "scheduler.", "pipes.", "states.", "lambda.", "ec2.", "ecs-tasks.", "codebuild.", "config."];

    private static readonly string[] s_programsProviders = ["oidc.eks.", "token.actions.githubusercontent.com"];

    internal static bool Made(TrailCaller caller, scoped in RecordView record)
    {
        if (caller.IsService)
            return true;
        if (caller.Kind is not (TrailCallerKind.AssumedRole or TrailCallerKind.Role) || caller.IsRoot || caller.IsIdentityCenterUser
            || caller.MfaAuthenticated == true || Actor.IsChatChannel(caller, record))
        {
            return false;
        }
        var identity = Field.Object(record.Value(RecordField.UserIdentity));
        var session = Field.Object(identity?["sessionContext"]);
        return (caller.ViaService && IsAssuming(caller.InvokedBy ?? record.Repeated(RecordField.SourceIPAddress)))
            || Field.Text(identity?["inScopeOf"], "issuerType") is not null
            || Field.Text(session?["ec2RoleDelivery"]) is not null
            || (caller.SessionName is { } name && ProgramsSession().IsMatch(name))
            || caller.IssuerArn?.Contains(":role/service-role/", StringComparison.Ordinal) == true
            || (Field.Text(session?["webIdFederationData"], "federatedProvider") is { } provider
                && Array.Exists(s_programsProviders, p => provider.Contains(p, StringComparison.OrdinalIgnoreCase)))
            || (caller.SourceIdentity is null && record.Repeated(RecordField.UserAgent) is { } agent && ProgramsRuntime().IsMatch(agent));
    }

    private static bool IsAssuming(string? service) =>
        service is not null && Array.Exists(s_assuming, a => service.StartsWith(a, StringComparison.OrdinalIgnoreCase));

    // An instance's role has the instance's id for a session name, a runbook's role that of its execution.
    [GeneratedRegex(@"^(i-[0-9a-f]{8,17}|Automation-[0-9a-f-]{36})$", RegexOptions.CultureInvariant)]
    private static partial Regex ProgramsSession();

    // What AWS's own runtimes add to the user agents of its SDKs; CloudShell, where people type, adds another.
    [GeneratedRegex(@"\bexec-env/AWS_(Lambda|ECS)_", RegexOptions.CultureInvariant)]
    private static partial Regex ProgramsRuntime();
}
