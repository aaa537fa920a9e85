using System.Text;
using System.Text.Json.Nodes;
using IncidentTrail.Actions;
using IncidentTrail.Incidents;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Changes;
using IncidentTrail.Incidents.Steps;

namespace IncidentTrail.Tests.Incidents.Calls;

/// <summary>What a call is gathered by is what its parsed record tells, however it is written.</summary>
public sealed class GatheredCallTests
{
    private static readonly string s_escaped = MadeCalls.Incident.Replace("arn:", "\\u0061rn:", StringComparison.Ordinal);

    public static TheoryData<string, string> Requests => new()
    {
        { "GetIncidentRecord", $$"""{"arn":"{{MadeCalls.Incident}}"}""" },
        { "GetIncidentRecord", $$"""{"ARN":"{{MadeCalls.Incident}}"}""" },
        { "GetIncidentRecord", $$"""{"arn":"{{s_escaped}}"}""" },
        { "GetIncidentRecord", $$"""{"arn":"{{MadeCalls.Incident}}","arn":"{{MadeCalls.OtherIncident}}"}""" },
        { "GetIncidentRecord", $$"""{"Arn":"{{MadeCalls.OtherIncident}}","arn":"{{MadeCalls.Incident}}"}""" },
        { "GetIncidentRecord", $$"""{"arn":"{{Uri.EscapeDataString(MadeCalls.Incident)}}"}""" },
        { "GetIncidentRecord", $$"""{"arn":"{{MadeCalls.Plan}}","incidentRecordArn":"{{MadeCalls.Incident}}"}""" },
        { "GetIncidentRecord", """{"arn":"11111111-aaaa-4bbb-8ccc-000000000001"}""" },
        { "GetIncidentRecord", """{"arn":null}""" },
        { "GetIncidentRecord", "null" },
        { "GetIncidentRecord", $$"""   "{\"arn\":\"{{MadeCalls.Incident}}\"}"   """.Trim() },
        { "ListTagsForResource", $$"""{"resourceArn":"{{MadeCalls.Incident}}"}""" },
        { "ListTimelineEvents", $$"""{"incidentRecordArn":"ARN:aws:ssm-incidents::1:INCIDENT-RECORD/shop/A"}""" },
        { "ListTimelineEvents", $$"""{"incidentRecordArn":"{{MadeCalls.Incident}}é"}""" },
        { "NobodyKnowsIt", $$"""{"incidentRecordArn":"{{MadeCalls.Incident}}"}""" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void It_names_the_incident_that_its_event_names(string name, string request)
    {
        var trailEvent = Assert.Single(Fixture.Events(Record(name, request)));

        Assert.Equal(trailEvent.IncidentRecordArn, Call(trailEvent).Named?.Text);
    }

    [Theory]
    [InlineData("""{"clientToken":"t-1"}""", "t-1")]
    [InlineData("""{"clientToken":"\u0074-1"}""", "t-1")]
    [InlineData("""{"CLIENTTOKEN":"t-1"}""", "t-1")]
    [InlineData("""{"idempotencyToken":"t-1"}""", "t-1")]
    [InlineData("""{"clientToken":"","idempotencyToken":"t-1"}""", "t-1")]
    [InlineData("""{"clientToken":"t-1","idempotencyToken":"t-2"}""", "t-1")]
    [InlineData("""{"clientToken":"***"}""", null)]
    [InlineData("""{"clientToken":"HIDDEN_DUE_TO_SECURITY_REASONS"}""", null)]
    [InlineData("""{"clientToken":" hidden_due_to_security_reasons "}""", null)]
    [InlineData("""{"clientToken":7}""", "7")]
    [InlineData("""{"title":"x"}""", null)]
    [InlineData("null", null)]
    public void Its_token_has_one_mark_however_it_is_written(string request, string? token)
    {
        var call = Call(Assert.Single(Fixture.Events(Record("UpdateIncidentRecord", request))));

        Assert.Equal(token, call.Token);
        Assert.Equal(ClientToken.MarkOf(token), call.TokenMark);
    }

    [Fact]
    public void A_long_token_has_a_mark()
    {
        var token = new string('a', 500);

        Assert.Equal(ClientToken.MarkOf(token), Call(Assert.Single(Fixture.Events(Record("UpdateIncidentRecord", $$"""{"clientToken":"{{token}}"}""")))).TokenMark);
    }

    [Theory]
    [InlineData("""{"status":"RESOLVED","impact":2,"title":null}""")]
    [InlineData("""{"Status":"RESOLVED","IMPACT":2.50,"title":""}""")]
    [InlineData("""{"status":"OPEN","status":"RESOLVED","summary":true}""")]
    [InlineData("""{"STATUS":"OPEN","status":"RESOLVED","summary":"a \"b\""}""")]
    [InlineData("""{"sta\u0074us":"RESOLVED","title":"x"}""")]
    [InlineData("""{"status":["RESOLVED"],"chatChannel":{"empty":{}},"notificationTargets":[]}""")]
    [InlineData("""{"status":"Gelöst","titlé":"x"}""")]
    [InlineData("""   "{\"status\":\"RESOLVED\"}"   """)]
    [InlineData("""["status"]""")]
    [InlineData("null")]
    public void A_parameter_read_alone_is_what_the_parsed_request_has(string request)
    {
        var trailEvent = Assert.Single(Fixture.Events(Record("UpdateIncidentRecord", request.Trim())));

        foreach (var field in FieldChanges.Fields)
        {
            var (alone, parsed) = (Call(trailEvent), Call(trailEvent));
            Assert.Equivalent(parsed.Request?[field], alone.Parameter(field), strict: true);
            Assert.Equal(parsed.Asked(field), alone.Asked(field));
        }
    }

    [Fact]
    public void Calls_of_one_second_are_in_the_order_of_their_ids_however_they_came()
    {
        string[] ids = ["e0000000-b", "e0000000-a", "e0000000-c", "d0000000-z"];
        var updates = ids.Select((id, i) => MadeCalls.Update("10:05:00", new { title = $"{i}" }).With("eventID", id)).ToArray();

        foreach (var seed in Enumerable.Range(1, 12))
        {
            new Random(seed).Shuffle(updates);
            Assert.Equal(
                ids.Order(StringComparer.Ordinal),
                MadeCalls.Rebuilt([MadeCalls.Start("10:00:00"), .. updates]).Timeline.Skip(1).Select(s => s.Event.EventId));
        }
    }

    [Fact]
    public void A_repetition_is_known_by_a_token_that_only_an_addendum_has_which_reads_as_failed()
    {
        var first = MadeCalls.Update("10:05:00", new { status = "RESOLVED" });
        var addendum = MadeCalls.Update("10:05:00", new { status = "RESOLVED", clientToken = "t-1" }).With("eventID", "a")
            .With("errorCode", "X").With("addendum", new { reason = "UPDATED_DATA", updatedFields = "requestParameters", originalEventID = (string?)first["eventID"] });
        var again = MadeCalls.Update("10:05:09", new { status = "RESOLVED", clientToken = "t-1" });

        Assert.Equal(1, MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), first, again, addendum).RetryCount);
    }

    [Fact]
    public void Ids_whose_marks_differ_are_in_the_order_of_their_marks()
    {
        string?[] ids =
        [
            null, "", "a", "ab", "abcdefgh", "abcdefgi", "abcdefghi", "ABCDEFGH", "abcd\u0000", "\u0001", "abcé", "abc\uffff", "abcdefg\ud800\udc00",
            "é", "12345678", "12345678-aaaa", "abc\"def", "abc\\def", "\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f",
        ];
        var marked = ids.Select(id => (Id: id, Mark: IdOrder.MarkOf(id is null ? "null"u8 : Encoding.UTF8.GetBytes(JsonValue.Create(id)!.ToJsonString())))).ToList();

        foreach (var a in marked)
        {
            foreach (var b in marked.Where(b => b.Mark != a.Mark))
                Assert.Equal(Math.Sign(string.CompareOrdinal(a.Id, b.Id)), a.Mark.CompareTo(b.Mark));
        }
        Assert.NotEqual(marked[4].Mark, marked[5].Mark);
    }

    [Fact]
    public void No_action_that_only_reads_is_a_change()
    {
        var reads = ActionSelection.Select([], [], [TrailAccess.Read, TrailAccess.List], []).ToList();
        Assert.NotEmpty(reads);

        foreach (var action in reads)
        {
            var text = Record(action.EventName, "{}").Replace("ssm-incidents.amazonaws.com", action.EventSource, StringComparison.Ordinal);
            var call = Call(Assert.Single(Fixture.Events(text)));

            Assert.True(call.IsRead, action.EventName);
            Assert.Null(ChangeText.Of(call));
        }
    }

    [Fact]
    public void How_far_a_reading_goes_is_told_for_each_account_and_Region()
    {
        var extent = new ReadingExtent();
        (string Account, string Region, int Second)[] read =
            [("1", "eu-west-1", 5), ("1", "eu-west-1", 3), ("2", "eu-west-1", 1), ("1", "us-east-1", 2), ("1", "eu-west-1", 4), ("1", "us-east-1", 9), ("2", "eu-west-1", 0)];

        foreach (var (account, region, second) in read)
        {
            var text = $$"""{"eventVersion":"1.11","recipientAccountId":"{{account}}","awsRegion":"{{region}}","eventTime":"2026-01-02T03:04:0{{second}}Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"X"}""";
            var trailEvent = Assert.Single(Fixture.Events(text));
            extent.Add(CallOrigin.Of(trailEvent.View, trailEvent.SourceLog, trailEvent.Envelope, before: null), trailEvent.EventTimeUtc);
        }

        Assert.Equal((5, 9, 1), (Newest("1", "eu-west-1"), Newest("1", "us-east-1"), Newest("2", "eu-west-1")));
        Assert.Null(extent.NewestUtc("2", "us-east-1"));
        Assert.Equal(0, extent.EarliestUtc?.Second);

        int? Newest(string account, string region) => extent.NewestUtc(account, region)?.Second;
    }

    private static IncidentCall Call(TrailEvent trailEvent) =>
        new(trailEvent, CallKind.Of(trailEvent.EventSource, trailEvent.EventName), new IncidentNames());

    private static string Record(string name, string request)
    {
        const string placeholder = "\"the request\"";
        return MadeCalls.Call("10:00:00", name, "the request").ToJsonString().Replace(placeholder, request, StringComparison.Ordinal);
    }

    // Where the record masks the token, nothing but the ARN tells a retry of StartEngagement.
    [Fact]
    public void An_engagement_that_two_calls_gave_one_ARN_is_one_and_its_end_a_step()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "bob"), MadeCalls.Engage("10:00:06", "bob"),
            MadeCalls.Call("10:10:00", "StopEngagement", new { engagementId = MadeCalls.Contact("engagement", "bob", "e1") }, source: "ssm-contacts"),
            MadeCalls.Accept("10:20:00", "bob"));

        Assert.Contains(incident.Timeline, s => s.Text == "alice ended the engagement of bob" && s.Link == TrailLink.Certain);
        Assert.DoesNotContain("open engagement", incident.AcknowledgedBasis);
    }
}
