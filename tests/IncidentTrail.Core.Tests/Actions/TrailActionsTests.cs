namespace IncidentTrail.Tests.Actions;

public sealed class TrailActionsTests
{
    [Fact]
    public void The_catalogue_holds_the_API_and_one_name_of_the_past()
    {
        Assert.Equal(71, TrailActions.All.Count);
        Assert.Equal(["ActivateDevice"], TrailActions.All.Where(a => a.IsHistorical).Select(a => a.EventName));
        Assert.Equal(31, TrailActions.All.Count(a => a.EventSource == "ssm-incidents.amazonaws.com"));
    }

    [Fact]
    public void Each_action_is_there_once_and_in_order()
    {
        var names = TrailActions.All.Select(a => (a.EventSource, a.EventName)).ToArray();

        Assert.Equal(names.Distinct(), names);
        Assert.Equal(
            TrailActions.All.OrderByDescending(a => a.EventSource).ThenBy(a => a.EventName, StringComparer.Ordinal),
            TrailActions.All);
    }

    [Theory]
    [InlineData("ssm-incidents.amazonaws.com", "StartIncident")]
    [InlineData("SSM-Incidents.amazonaws.com", "startincident")]
    [InlineData("gamma-ssm-incidents.amazonaws.com", "StartIncident")]
    [InlineData("Gamma-ssm-incidents.amazonaws.com", "StartIncident")]
    public void An_action_is_found_whatever_its_case_and_stage(string source, string name) =>
        Assert.Equal("StartIncident", TrailActions.Find(source, name)?.EventName);

    [Theory]
    [InlineData("ssm.amazonaws.com", "TagResource")]
    [InlineData("ssm-contacts.amazonaws.com", "StartIncident")]
    [InlineData("ssm-incidents.amazonaws.com", "StartIncidents")]
    [InlineData("beta-ssm-incidents.amazonaws.com", "StartIncident")]
    [InlineData(null, "StartIncident")]
    [InlineData("ssm-incidents.amazonaws.com", null)]
    public void Other_services_and_unknown_names_are_not_found(string? source, string? name) =>
        Assert.Null(TrailActions.Find(source, name));

    [Theory]
    [InlineData("ssm-incidents.amazonaws.com", "response-plan")]
    [InlineData("ssm-contacts.amazonaws.com", "contact-or-rotation")]
    public void A_name_of_both_services_is_each_services_own(string source, string kind) =>
        Assert.Equal(kind, TrailActions.Find(source, "TagResource")?.ResourceKind);

    [Theory]
    [InlineData("StartIncident", TrailCategory.Lifecycle)]
    [InlineData("UpdateRelatedItems", TrailCategory.Lifecycle)]
    [InlineData("DeleteTimelineEvent", TrailCategory.Notes)]
    [InlineData("UpdateResponsePlan", TrailCategory.Plan)]
    [InlineData("PutResourcePolicy", TrailCategory.Sharing)]
    [InlineData("UpdateDeletionProtection", TrailCategory.Replication)]
    [InlineData("GetIncidentRecord", null)]
    public void A_change_of_incidents_has_a_category(string name, TrailCategory? expected) =>
        Assert.Equal(expected, TrailActions.Find("ssm-incidents.amazonaws.com", name)!.Category);

    [Theory]
    [InlineData("AcceptPage", TrailCategory.Engagement)]
    [InlineData("StartEngagement", TrailCategory.Engagement)]
    [InlineData("DeleteContactChannel", TrailCategory.OnCall)]
    [InlineData("ActivateDevice", TrailCategory.OnCall)]
    [InlineData("CreateRotationOverride", TrailCategory.OnCall)]
    [InlineData("TagResource", TrailCategory.OnCall)]
    [InlineData("PutContactPolicy", TrailCategory.Sharing)]
    [InlineData("ListEngagements", null)]
    public void A_change_of_contacts_has_a_category(string name, TrailCategory? expected) =>
        Assert.Equal(expected, TrailActions.Find("ssm-contacts.amazonaws.com", name)!.Category);

    [Fact]
    public void Exactly_the_changes_have_a_category() =>
        Assert.All(
            TrailActions.All,
            a => Assert.Equal(a.Access is TrailAccess.Read or TrailAccess.List, a.Category is null));

    [Fact]
    public void A_delete_is_a_change_although_its_sample_says_readOnly() =>
        Assert.Equal(TrailAccess.Write, TrailActions.Find("ssm-contacts.amazonaws.com", "DeleteContactChannel")!.Access);
}
