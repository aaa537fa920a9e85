using IncidentTrail.Actions;
using IncidentTrail.Tests.Json;

namespace IncidentTrail.Tests.Actions;

public sealed class ActionResourcesTests
{
    private const string Incident = "arn:aws:ssm-incidents::111122223333:incident-record/checkout/6ebcc812";
    private const string Plan = "arn:aws:ssm-incidents::111122223333:response-plan/checkout";
    private const string Channel = "arn:aws:ssm-contacts:us-west-2:111122223333:device/akuam/fc7f";
    private const string Engagement = "arn:aws:ssm-contacts:us-east-2:111122223333:engagement/akuam/69e4";

    [Fact]
    public void Starting_an_incident_is_about_the_incident_its_answer_names() =>
        Assert.Equal(
            (Incident, Incident),
            Incidents("StartIncident", $$"""{"responsePlanArn":"{{Plan}}"}""", $$"""{"incidentRecordArn":"{{Incident}}"}"""));

    [Fact]
    public void A_failed_start_is_about_the_plan() =>
        Assert.Equal((Plan, null), Incidents("StartIncident", $$"""{"responsePlanArn":"{{Plan}}"}""", "null"));

    [Theory]
    [InlineData("GetIncidentRecord")]
    [InlineData("UpdateIncidentRecord")]
    [InlineData("DeleteIncidentRecord")]
    public void The_arn_of_actions_on_the_record_is_the_incident(string name) =>
        Assert.Equal((Incident, Incident), Incidents(name, $$"""{"arn":"{{Incident}}"}""", "null"));

    [Theory]
    [InlineData("UpdateResponsePlan")]
    [InlineData("DeleteResponsePlan")]
    public void The_arn_of_other_actions_is_no_incident(string name) =>
        Assert.Equal((Plan, null), Incidents(name, $$"""{"arn":"{{Plan}}"}""", "null"));

    [Fact]
    public void A_plan_given_for_an_incident_is_no_incident() =>
        Assert.Equal((Plan, null), Incidents("GetIncidentRecord", $$"""{"arn":"{{Plan}}"}""", "null"));

    [Fact]
    public void A_new_note_is_found_by_its_incident_since_its_own_id_is_no_ARN() =>
        Assert.Equal(
            (Incident, Incident),
            Incidents(
                "CreateTimelineEvent", $$"""{"incidentRecordArn":"{{Incident}}"}""",
                $$"""{"eventId":"c0bc","incidentRecordArn":"{{Incident}}"}"""));

    [Fact]
    public void A_new_note_whose_request_was_left_out_is_found_by_the_answer() =>
        Assert.Equal(
            ("c0bc", Incident),
            Incidents(
                "CreateTimelineEvent", """{"omitted":true}""", $$"""{"eventId":"c0bc","incidentRecordArn":"{{Incident}}"}"""));

    [Fact]
    public void A_new_engagement_names_the_incident_by_id() =>
        Assert.Equal(
            (Engagement, Incident),
            Contacts(
                "StartEngagement", $$"""{"contactId":"akuam","incidentId":"{{Incident}}"}""",
                $$"""{"engagementArn":"{{Engagement}}"}"""));

    [Fact]
    public void A_list_of_engagements_names_the_incident() =>
        Assert.Equal((Incident, Incident), Contacts("ListEngagements", $$"""{"incidentId":"{{Incident}}"}""", "null"));

    [Fact]
    public void A_bare_id_survives() =>
        Assert.Equal(
            ("akuam", "6ebcc812"),
            Contacts("StartEngagement", """{"contactId":"akuam","incidentId":"6ebcc812"}""", "null"));

    [Theory]
    [InlineData("contactChannelId")]
    [InlineData("ContactChannelId")]
    public void A_parameter_is_found_whatever_its_case(string parameter) =>
        Assert.Equal((Channel, null), Contacts("DeleteContactChannel", $$"""{"{{parameter}}":"{{Channel}}"}""", "null"));

    [Fact]
    public void An_action_of_the_past_is_found_by_any_ARN_it_carries() =>
        Assert.Equal((Channel, null), Contacts("ActivateDevice", $$"""{"code":"1","deviceId":"{{Channel}}"}""", "null"));

    [Fact]
    public void Tagging_an_incident_is_about_the_incident() =>
        Assert.Equal((Incident, Incident), Incidents("TagResource", $$"""{"resourceArn":"{{Incident}}"}""", "null"));

    [Fact]
    public void An_ARN_logged_as_it_travelled_in_the_path_is_decoded() =>
        Assert.Equal(
            (Plan, null),
            Incidents("ListTagsForResource", $$"""{"resourceArn":"{{Uri.EscapeDataString(Plan)}}"}""", "null"));

    [Fact]
    public void Parameters_that_are_JSON_inside_text_are_read() =>
        Assert.Equal((Plan, null), Incidents("GetResponsePlan", $$"""
            "{\"arn\":\"{{Plan}}\"}"
            """, "null"));

    [Theory]
    [InlineData("null", "null")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("{}", "{}")]
    [InlineData("[]", "7")]
    [InlineData("""{"arn":null}""", """{"arn":{}}""")]
    [InlineData("""{"arn":""}""", "null")]
    public void Where_nothing_is_named_there_is_nothing(string request, string response) =>
        Assert.Equal((null, null), Incidents("UpdateIncidentRecord", request, response));

    [Theory]
    [InlineData(Incident, Incident)]
    [InlineData(Plan, null)]
    [InlineData("6ebcc812", null)]
    public void An_unknown_action_is_about_an_incident_only_by_its_ARN(string value, string? expected) =>
        Assert.Equal(
            (null, expected),
            ActionResources.Find(null, ParsedJson.Value($$"""{"incidentRecordArn":"{{value}}","arn":"{{Incident}}"}"""), null));

    private static (string?, string?) Incidents(string name, string request, string response) =>
        Find("ssm-incidents.amazonaws.com", name, request, response);

    private static (string?, string?) Contacts(string name, string request, string response) =>
        Find("ssm-contacts.amazonaws.com", name, request, response);

    private static (string?, string?) Find(string source, string name, string request, string response)
    {
        var action = TrailActions.Find(source, name);
        Assert.NotNull(action);
        return ActionResources.Find(action, ParsedJson.Value(request), ParsedJson.Value(response));
    }
}
