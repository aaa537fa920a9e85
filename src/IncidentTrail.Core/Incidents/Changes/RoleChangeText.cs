using IncidentTrail.Incidents.Calls;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>Says what a change of a role, or of a policy that roles have, changes of what may be done with the role.</summary>
internal static class RoleChangeText
{
    internal static string? Of(IncidentCall call, string what) => call.Name switch
    {
        "AttachRolePolicy" => $"attached the policy {Named(call, "policyArn")} to the role {what}",
        "DetachRolePolicy" => $"detached the policy {Named(call, "policyArn")} from the role {what}",
        "PutRolePolicy" => $"set the inline policy {Named(call, "policyName")} of the role {what}",
        "DeleteRolePolicy" => $"deleted the inline policy {Named(call, "policyName")} of the role {what}",
        "UpdateAssumeRolePolicy" => $"changed who may assume the role {what}",
        "PutRolePermissionsBoundary" => $"made the policy {Named(call, "permissionsBoundary")} the permissions boundary of the role {what}",
        "DeleteRolePermissionsBoundary" => $"took the permissions boundary from the role {what}",
        "DeleteRole" => $"deleted the role {what}",
        // The call asks for it; a role that is still needed stays.
        "DeleteServiceLinkedRole" => $"asked for the deletion of the service-linked role {what}",
        // A version that is not the default one is in effect for nobody.
        "CreatePolicyVersion" => Field.Flag(call.Request?["setAsDefault"]) == true ? $"gave the policy {what} a new version, which is its default" : null,
        "SetDefaultPolicyVersion" => $"made version {Named(call, "versionId")} the default of the policy {what}",
        _ => null,
    };

    private static string Named(IncidentCall call, string parameter) => ChangeText.Shortened(call.Asked(parameter) ?? ChangeText.NotRecorded);
}
