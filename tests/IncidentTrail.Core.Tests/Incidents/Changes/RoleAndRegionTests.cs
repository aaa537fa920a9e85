using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Changes;

/// <summary>A policy that a role of the incident has, and a Region that it rests on, are changed elsewhere than at the role or the incident.</summary>
public sealed class RoleAndRegionTests
{
    private const string Policy = "arn:aws:iam::111122223333:policy/team/RunBooks";

    [Theory]
    [InlineData("CreatePolicyVersion", """{"setAsDefault":true}""", "alice gave the policy RunBooks a new version, which is its default")]
    [InlineData("SetDefaultPolicyVersion", """{"versionId":"v3"}""", "alice made version v3 the default of the policy RunBooks")]
    public void A_policy_attached_to_a_role_of_the_incident_is_inferred(string name, string request, string text)
    {
        var found = Before(Role("AttachRolePolicy"), PolicyCall(name, request)).Single(c => c.Event.EventName == name);

        Assert.Equal((text, TrailChangeScope.Incident, TrailLink.Inferred), (found.Text, found.Scope, found.Link));
        Assert.Equal("a policy attached to the role Runbook, as last seen in what was read: role Runbook runs a runbook of this incident's response plan, as last seen in what was read", found.Basis);
    }

    [Theory]
    [InlineData("AttachRolePolicy", """{"policyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}""", "alice attached the policy ReadOnlyAccess to the role Runbook")]
    [InlineData("DetachRolePolicy", """{"policyArn":"arn:aws:iam::111122223333:policy/team/RunBooks"}""", "alice detached the policy RunBooks from the role Runbook")]
    [InlineData("PutRolePolicy", """{"policyName":"stop","policyDocument":"{}"}""", "alice set the inline policy stop of the role Runbook")]
    [InlineData("DeleteRolePolicy", """{"policyName":"go"}""", "alice deleted the inline policy go of the role Runbook")]
    [InlineData("UpdateAssumeRolePolicy", """{"policyDocument":"{}"}""", "alice changed who may assume the role Runbook")]
    [InlineData("PutRolePermissionsBoundary", """{"permissionsBoundary":"arn:aws:iam::111122223333:policy/Nothing"}""", "alice made the policy Nothing the permissions boundary of the role Runbook")]
    [InlineData("DeleteRolePermissionsBoundary", "{}", "alice took the permissions boundary from the role Runbook")]
    [InlineData("DeleteRole", "{}", "alice deleted the role Runbook")]
    [InlineData("DeleteServiceLinkedRole", "{}", "alice asked for the deletion of the service-linked role Runbook")]
    public void What_was_done_to_a_role_of_the_incident(string name, string request, string text)
    {
        var parameters = JsonNode.Parse(request)!;
        parameters["roleName"] = "Runbook";

        var found = Before(MadeCalls.Call("09:30:00", name, parameters, source: "iam")).Single(c => c.Event.EventName == name);

        Assert.Equal((text, TrailChangeScope.Incident, TrailLink.Certain), (found.Text, found.Scope, found.Link));
    }

    [Fact]
    public void One_that_was_detached_before_says_so()
    {
        var found = Before(Role("AttachRolePolicy"), Role("DetachRolePolicy", "08:45:00"), PolicyCall("SetDefaultPolicyVersion", "{}"))
            .Single(c => c.Event.EventName == "SetDefaultPolicyVersion");

        Assert.Equal("a policy that was attached to the role Runbook until 2026-05-05", found.Basis);
    }

    [Fact]
    public void A_version_that_is_not_the_default_and_the_policy_of_another_role_are_not_told()
    {
        var changes = Before(Role("AttachRolePolicy", role: "Other"), PolicyCall("CreatePolicyVersion", """{"setAsDefault":true}"""));

        Assert.DoesNotContain(changes, c => c.Event.EventName is "CreatePolicyVersion");
        Assert.DoesNotContain(Before(Role("AttachRolePolicy"), PolicyCall("CreatePolicyVersion", "{}")), c => c.Event.EventName == "CreatePolicyVersion");
    }

    [Theory]
    [InlineData("""{"regionName":"us-east-1"}""", "111122223333", TrailChangeScope.Incident, TrailLink.Certain, "a Region that calls of this incident were made in")]
    [InlineData("""{"regionName":"af-south-1"}""", "111122223333", TrailChangeScope.Incident, TrailLink.Certain, "the Region of what started this incident")]
    [InlineData("""{"RegionName":"us-east-1","AccountId":"111122223333"}""", "999988887777", TrailChangeScope.Incident, TrailLink.Certain, "a Region that calls of this incident were made in")]
    [InlineData("""{"regionName":"ap-east-1"}""", "111122223333", TrailChangeScope.Other, TrailLink.Inferred, "the same account; nothing in what was read ties it to this incident")]
    public void A_Region_that_was_disabled(string request, string account, TrailChangeScope scope, TrailLink link, string basis)
    {
        var found = Before(MadeCalls.Call("09:30:00", "DisableRegion", JsonNode.Parse(request), source: "account", account: account))
            .Single(c => c.Event.EventName == "DisableRegion");

        Assert.Equal((scope, link, basis), (found.Scope, found.Link, found.Basis));
        Assert.EndsWith(" for account 111122223333", found.Text);
    }

    [Theory]
    [InlineData("AttachPolicy", "alice attached the organization's policy p-1a2b3c4d to account 111122223333")]
    [InlineData("DetachPolicy", "alice detached the organization's policy p-1a2b3c4d from account 111122223333")]
    public void A_policy_that_the_organization_sets_for_its_account_is_inferred(string name, string text)
    {
        var found = Before(Organization(name, "111122223333")).Single(c => c.Event.EventName == name);

        Assert.Equal((text, TrailChangeScope.Incident, TrailLink.Inferred), (found.Text, found.Scope, found.Link));
        Assert.Equal("an account that calls of this incident were made in; what the policy allows and forbids, the record does not tell", found.Basis);
    }

    [Theory]
    [InlineData("444455556666")]
    [InlineData("ou-ab12-11111111")]
    [InlineData("r-ab12")]
    public void One_for_another_account_or_for_accounts_that_the_record_does_not_name_is_not_told(string target) =>
        Assert.DoesNotContain(Before(Organization("AttachPolicy", target)), c => c.Event.EventName == "AttachPolicy");

    // The management account's, which has no part in the incident.
    private static JsonObject Organization(string name, string target) =>
        MadeCalls.Call("09:30:00", name, new { policyId = "p-1a2b3c4d", targetId = target }, source: "organizations", account: "999988887777");

    private static TrailList<TrailChange> Before(params IEnumerable<JsonObject> calls) => MadeCalls.Rebuilt(
    [
        MadeCalls.Call("08:00:00", "CreateResponsePlan",
            new { name = "shop", actions = (object[])[new { ssmAutomation = new { documentName = "RollBack", roleArn = "arn:aws:iam::111122223333:role/Runbook" } }] },
            new { arn = MadeCalls.Plan }),
        .. calls,
        MadeCalls.Call("10:00:00", "StartIncident",
            new { responsePlanArn = MadeCalls.Plan, triggerDetails = new { source = "aws.cloudwatch", triggerArn = "arn:aws:cloudwatch:af-south-1:111122223333:alarm:cpu" } },
            new { incidentRecordArn = MadeCalls.Incident }),
    ]).ChangesBefore;

    private static JsonObject Role(string name, string time = "08:30:00", string role = "Runbook") =>
        MadeCalls.Call(time, name, new { roleName = role, policyArn = Policy }, source: "iam");

    private static JsonObject PolicyCall(string name, string request)
    {
        var parameters = JsonNode.Parse(request)!;
        parameters["policyArn"] = Policy;
        return MadeCalls.Call("09:30:00", name, parameters, source: "iam");
    }
}
