using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentTrail.Incidents.Calls;

namespace IncidentTrail.Tests.Incidents;

/// <summary>Invented records of calls, as short as a test can read them.</summary>
internal static class MadeCalls
{
    internal const string Incident = "arn:aws:ssm-incidents::111122223333:incident-record/shop/11111111-aaaa-4bbb-8ccc-000000000001";
    internal const string OtherIncident = "arn:aws:ssm-incidents::111122223333:incident-record/shop/22222222-aaaa-4bbb-8ccc-000000000002";
    internal const string Plan = "arn:aws:ssm-incidents::111122223333:response-plan/shop";

    private static int s_count;

    internal static string Contact(string kind, string alias, string? id = null, string account = "111122223333") =>
        $"arn:aws:ssm-contacts:us-east-1:{account}:{kind}/{alias}{(id is null ? null : "/" + id)}";

    /// <summary>A call by an IAM user on 5 May 2026.</summary>
    internal static JsonObject Call(
        string time, string name, object? request, object? response = null, string by = "alice", string source = "ssm-incidents",
        string account = "111122223333", string region = "us-east-1")
    {
        var id = Interlocked.Increment(ref s_count);
        return Object(new
        {
            eventVersion = "1.08",
            userIdentity = new { type = "IAMUser", principalId = "AIDA" + by, arn = $"arn:aws:iam::{account}:user/{by}", accountId = account, userName = by },
            eventTime = time.Length > 8 ? time : $"2026-05-05T{time}Z",
            eventSource = source + ".amazonaws.com",
            eventName = name,
            awsRegion = region,
            sourceIPAddress = "192.0.2.1",
            userAgent = "test",
            requestParameters = request,
            responseElements = response,
            eventID = $"e0000000-0000-4000-8000-{id:D12}",
            eventType = "AwsApiCall",
            eventCategory = "Management",
            recipientAccountId = account,
        });
    }

    internal static JsonObject Start(string time, string incident = Incident, string? token = null, string? title = null, int? impact = null) =>
        Call(time, "StartIncident", new { responsePlanArn = Plan, clientToken = token, title, impact }, new { incidentRecordArn = incident });

    internal static JsonObject Update(string time, object set, string incident = Incident, string by = "alice")
    {
        var request = Object(set);
        request["arn"] = incident;
        return Call(time, "UpdateIncidentRecord", request, by: by);
    }

    internal static JsonObject Resolve(string time, string incident = Incident) => Update(time, new { status = "RESOLVED" }, incident);

    internal static JsonObject Engage(string time, string alias, string? incident = Incident, string id = "e1", string account = "111122223333") =>
        Call(time, "StartEngagement", new { contactId = Contact("contact", alias, null, account), incidentId = incident },
            new { engagementArn = Contact("engagement", alias, id, account) }, source: "ssm-contacts");

    internal static JsonObject Accept(string time, string alias, string type = "READ", string id = "p1", string account = "111122223333", string by = "bob") =>
        Call(time, "AcceptPage", new { pageId = Contact("page", alias, id, account), acceptType = type, acceptCode = "123456" }, by: by, source: "ssm-contacts");

    internal static JsonObject Note(string time, string id, string text, object? claimed = null, string by = "alice", string incident = Incident) =>
        Call(time, "CreateTimelineEvent",
            new { eventData = JsonSerializer.Serialize(text), eventTime = claimed, eventType = "Note", incidentRecordArn = incident },
            new { eventId = id, incidentRecordArn = incident }, by);

    internal static JsonObject Failing(this JsonObject call, string code = "AccessDeniedException")
    {
        call["errorCode"] = code;
        call["responseElements"] = null;
        return call;
    }

    internal static JsonObject With(this JsonObject call, string field, object? value)
    {
        call[field] = JsonSerializer.SerializeToNode(value);
        return call;
    }

    internal static List<TrailEvent> Events(params IEnumerable<JsonObject> calls) =>
        Fixture.Events("{\"Records\":[" + string.Join(",", calls.Select(c => c.ToJsonString())) + "]}");

    internal static TrailIncident Rebuilt(params IEnumerable<JsonObject> calls) => Assert.Single(Fixture.Rebuild(Events(calls)));

    internal static IncidentCall Made(JsonObject call)
    {
        var made = Assert.Single(Events(call));
        return new IncidentCall(made, CallKind.Of(made.EventSource, made.EventName), new IncidentNames());
    }

    private static JsonObject Object(object value) => (JsonObject)JsonSerializer.SerializeToNode(value)!;
}
