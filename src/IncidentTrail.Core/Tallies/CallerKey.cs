namespace IncidentTrail.Tallies;

/// <summary>
/// What tells one caller from another. The sessions of a service are names the service makes up, so a service is known
/// by its name and its role.
/// </summary>
internal readonly record struct CallerKey(TrailCallerKind Kind, string? AccountId, string? Principal, string? Role)
{
    public static CallerKey Of(TrailCaller caller) => caller.IsService
        ? new CallerKey(caller.Kind, caller.AccountId, caller.InvokedBy ?? caller.Name, caller.IssuerArn)
        : new CallerKey(caller.Kind, caller.AccountId, caller.PrincipalId ?? caller.Arn ?? caller.Name, null);
}
