using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Steps;

public sealed class FieldChangeTests
{
    [Fact]
    public void A_value_before_is_told_only_where_an_event_of_this_incident_set_it()
    {
        var incident = Fixture.Incident("impact-without-previous");

        Assert.Equal("nikki_wolf set impact to 1 (previous value not in the trail)", Fixture.Step(incident, "from a value not in the trail").Text);
        Assert.Equal("nikki_wolf changed impact from 1 to 3", Fixture.Step(incident, "from 1 to 3").Text);
        Assert.Equal(3, incident.Impact);
    }

    [Fact]
    public void A_value_set_again_is_no_change()
    {
        var field = Assert.Single(Fixture.Step(Fixture.Incident("impact-without-previous"), "the same value").Fields);

        Assert.True(field.IsRepeat);
        Assert.Null(field.Previous);
    }

    [Fact]
    public void A_denied_call_sets_nothing()
    {
        var incident = Fixture.Incident("impact-without-previous");
        var step = Fixture.Step(incident, "denied");

        Assert.Empty(step.Fields);
        Assert.Equal("john_stiles tried to change the impact to 5 and failed (AccessDeniedException)", step.Text);
        Assert.Equal(step, Assert.Single(incident.FailedAttempts));
    }

    [Fact]
    public void It_is_resolved_reopened_and_resolved()
    {
        var incident = Fixture.Incident("resolved-reopened-resolved");

        Assert.Equal(1, incident.ReopenCount);
        Assert.Equal((1800, 4500), (incident.TimeToFirstResolve.Seconds, incident.TimeToResolve.Seconds));
        Assert.Equal("jane_roe", incident.ResolvedBy);
        Assert.Equal("nikki_wolf set the status to RESOLVED again (no change)", Fixture.Step(incident, "resolved already").Text);
        Assert.EndsWith(" reopened the incident", Fixture.Step(incident, "reopened").Text);
        Assert.Equal(5, incident.StatusChanges.Count);
    }

    [Fact]
    public void An_incident_that_was_reopened_last_is_open()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:10:00"), MadeCalls.Update("10:20:00", new { status = "OPEN" }));

        Assert.Equal("OPEN", incident.Status);
        Assert.Equal(600, incident.TimeToFirstResolve.Seconds);
        Assert.Null(incident.TimeToResolve.Seconds);
        Assert.StartsWith("open again since 2026-05-05T10:20:00Z", incident.TimeToResolve.ToString());
    }

    [Theory]
    [InlineData("chatChannel", """{"empty":{}}""", "alice emptied the chat channel")]
    [InlineData("chatChannel", """{"chatbotSns":[]}""", "alice emptied the chat channel")]
    [InlineData("chatChannel", """{"chatbotSns":["t"]}""", "alice set the chat channel")]
    [InlineData("notificationTargets", "[]", "alice emptied the notification targets")]
    [InlineData("summary", "\"[]\"", "alice set the summary")]
    public void A_channel_and_targets_that_were_emptied_are_said_to_be(string field, string value, string words)
    {
        var update = MadeCalls.Update("10:01:00", new JsonObject { [field] = JsonNode.Parse(value) });

        Assert.StartsWith(words + " (previous value not in the trail)", MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), update).Timeline[^1].Text);
    }

    [Fact]
    public void Of_two_values_set_in_one_second_neither_is_the_last()
    {
        var incident = Fixture.Incident("same-second");

        Assert.Null(incident.Impact);
        Assert.Contains("The impact is not certain: 1 or 4, set in one second.", incident.Remarks);
        foreach (var label in (string[])["impact 1", "impact 4"])
        {
            var step = Fixture.Step(incident, label);
            Assert.True(step.SameSecond);
            Assert.Null(Assert.Single(step.Fields).Previous);
        }
        Assert.Equal(2, incident.Timeline.Count(s => s.SameSecond));
    }

    [Fact]
    public void What_follows_a_contested_second_names_both_values()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Update("10:01:00", new { impact = 1 }), MadeCalls.Update("10:01:00", new { impact = 4 }, by: "bob"),
            MadeCalls.Update("10:02:00", new { impact = 2 }));

        Assert.Equal("alice set impact to 2 (previous value not certain: 1 or 4)", incident.Timeline[^1].Text);
        Assert.Equal(2, incident.Impact);
    }

    [Fact]
    public void An_update_whose_request_is_missing_leaves_no_earlier_value_certain()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00", impact: 2),
            MadeCalls.Call("10:01:00", "UpdateIncidentRecord", new { arn = MadeCalls.Incident }),
            MadeCalls.Update("10:02:00", new { impact = 3 }));

        Assert.Equal("alice updated the incident; what was set is not recorded", incident.Timeline[1].Text);
        Assert.Equal("alice set impact to 3 (previous value not in the trail)", incident.Timeline[2].Text);
    }

    [Fact]
    public void A_masked_text_is_not_quoted_as_if_somebody_had_written_that_it_is_not_recorded()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Update("10:01:00", new { summary = "HIDDEN_DUE_TO_SECURITY_REASONS" }),
            MadeCalls.Update("10:02:00", new { summary = "not recorded" }), MadeCalls.Update("10:03:00", new { title = "***" }));

        Assert.EndsWith("set the summary (previous value not in the trail): text not recorded", incident.Timeline[1].Text);
        Assert.EndsWith("set the summary (previous value not recorded): \"not recorded\"", incident.Timeline[2].Text);
        Assert.EndsWith(": text not recorded", incident.Timeline[3].Text);
        Assert.Equal(["text not recorded", "not recorded"], incident.Summaries.Select(s => s.Text));
    }

    [Fact]
    public void A_title_of_a_repeated_start_is_not_the_title()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00", title: "First"), MadeCalls.Start("10:05:00", title: "Second"));

        Assert.Equal(("First", 2), (incident.Title, incident.StartCount));
    }

    [Fact]
    public void Each_summary_says_what_it_overwrote_and_whose()
    {
        var summaries = Fixture.Sample()[1].Summaries;

        Assert.Equal(["nikki_wolf", "IncidentCommander/martha_rivera", "jane_roe"], summaries.Select(s => s.CallerName));
        Assert.Equal("previous value not in the trail", summaries[0].Overwrote);
        Assert.Equal("About 40 % of payments fail. Cause not known yet.", summaries[1].Overwrote);
        Assert.Equal("nikki_wolf", summaries[1].OverwroteTextOf);
        Assert.Equal("IncidentCommander/martha_rivera", summaries[2].OverwroteTextOf);
    }
}
