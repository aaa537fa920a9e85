using IncidentTrail.Records;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Events;

/// <summary>A view answers the same from a record just found as from the event that was made of it.</summary>
public sealed class RecordViewTests
{
    private const string Insight =
        """{"eventVersion":"1.07","eventTime":"2026-03-10T09:00:00Z","eventID":"1","eventType":"AwsCloudTrailInsight","insightDetails":{"state":"Start","eventSource":"ssm-contacts.amazonaws.com","eventName":"StartEngagement","insightType":"ApiErrorRateInsight","errorCode":"ThrottlingException"}}""";

    [Fact]
    public void An_insights_record_is_of_the_source_it_watches_and_shows_its_own_fields()
    {
        var query = new TrailQuery { EventSource = ["ssm-contacts"], EventCategory = ["Insight"] };

        var trailEvent = Assert.Single(LogReading.Read(Insight, query).Events);

        Assert.Equal(("ssm-contacts.amazonaws.com", "Insight"), (trailEvent.View.Source, trailEvent.View.EventCategory));
        Assert.Null(trailEvent.EventSource);
        Assert.Null(trailEvent.EventCategory);
        Assert.Single(new TrailSession(query, new TrailCoverage()).Accept(trailEvent).Events);
        Assert.Empty(new TrailSession(new TrailQuery { EventSource = ["ssm-incidents"] }, new TrailCoverage()).Accept(trailEvent).Events);
    }

    [Theory]
    [InlineData("startengagement", "*", 1)]
    [InlineData("Start*", "Throttling*", 1)]
    [InlineData("StopEngagement", "*", 0)]
    [InlineData("*", "AccessDenied*", 0)]
    public void An_insights_record_is_chosen_by_the_action_and_the_error_that_it_watches_and_is_no_call_of_it(string name, string error, int found)
    {
        var query = new TrailQuery { EventName = [name], ErrorCode = [error], EventCategory = ["Insight"], EventSource = ["ssm-contacts"] };

        var events = LogReading.Read(Insight, query).Events;

        Assert.Equal(found, events.Count);
        Assert.All(events, e => Assert.Equal((null, null, null, TrailAccess.Unclassified, false), (e.EventName, e.ErrorCode, e.Action, e.Access, e.Failed)));
    }

    [Theory]
    [InlineData("\"eventType\":\"AwsCloudTrailInsight\"", "Insight")]
    [InlineData("\"eventType\":\"AwsVpceEvent\"", "NetworkActivity")]
    [InlineData("\"eventType\":\"AwsVpceEvents\",\"managementEvent\":false", "NetworkActivity")]
    [InlineData("\"eventType\":\"AwsAggregatedEvent\"", "Aggregated")]
    [InlineData("\"eventType\":\"AwsApiCall\",\"managementEvent\":false", "Data")]
    [InlineData("\"managementEvent\":\"false\",\"eventCategory\":\"\"", "Data")]
    [InlineData("\"eventType\":\"AwsApiCall\",\"managementEvent\":true", "Management")]
    [InlineData("\"eventCategory\":null", "Management")]
    public void A_record_that_names_no_category_is_of_that_which_its_type_and_flag_say(string fields, string category)
    {
        var log = $$"""{"eventVersion":"1.05","eventTime":"2026-03-10T09:00:00Z","eventSource":"s3.amazonaws.com","eventName":"GetObject",{{fields}}}""";

        foreach (var asked in (string[])["Management", "Data", "Insight", "NetworkActivity", "Aggregated"])
        {
            var query = new TrailQuery { AllServices = true, EventCategory = [asked] };
            Assert.Equal(asked == category ? 1 : 0, LogReading.Read(log, query).Events.Count);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("xxxxxxxxxxxxxxxx")]
    public void What_is_found_in_a_record_is_found_in_its_event(string padding)
    {
        // Larger than two bytes a number can say, where it is padded: the table behind it is another.
        var text = string.Concat(Enumerable.Repeat(padding, 5000));
        var log = $$"""{"eventVersion":"1.08","requestParameters":{"a":"{{text}}"},"eventTime":"2026-03-10T09:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","addendum":{"reason":"X"},"awsRegion":"eu-west-1"}""";
        var json = System.Text.Encoding.UTF8.GetBytes(log);
        var fields = new RecordFields();
        Assert.True(fields.TryRead(json));
        var found = new IncidentTrail.Events.RecordView(new RecordBytes(json, fields), new TrailLog { Location = "x" }, new TextPool());

        var own = Assert.Single(LogReading.Read(log).Events).View;

        Assert.Equal((found.Source, found.Name, found.Region, found.TimeUtc, found.IsLate), (own.Source, own.Name, own.Region, own.TimeUtc, own.IsLate));
        Assert.Equal(("StartIncident", "eu-west-1", true), (own.Name, own.Region, own.IsLate));
        Assert.Equal(TrailAccess.Write, own.Action!.Access);
    }
}
