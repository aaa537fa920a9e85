using System.Text;

namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>The events of one incident after the other, each from its start to its resolution, in the shape that CloudTrail gives them.</summary>
internal sealed class CorpusIncident(Random random, CorpusPlace place)
{
    /// <summary>Events of an incident: what people at the console's page of it ask for makes up most of them.</summary>
    internal const int Events = 67;

    private readonly CorpusIdentity[] _people = [.. CorpusIdentity.Cast(place.Account).Where(c => c.Json.Contains("AWSReservedSSO", StringComparison.Ordinal))];
    private string _arn = string.Empty;
    private DateTime _time = place.Delivered.AddHours(-1);
    private int _step = Events;

    /// <summary>Appends the next event.</summary>
    internal void Write(StringBuilder text)
    {
        if (_step == Events)
        {
            _arn = $"arn:aws:ssm-incidents::{place.Account}:incident-record/checkout/{CorpusIdentity.Guid(random)}";
            _step = 0;
        }
        var caller = _people[random.Next(_people.Length)];
        var (name, request, response) = Call(_step++);
        _time = _time.AddSeconds(random.Next(1, 4));
        var isRead = name[0] is 'G' or 'L';
        text.Append($$$$"""{"eventVersion":"1.11","userIdentity":{{{{caller.Json}}}},"eventTime":"{{{{_time:yyyy-MM-dd'T'HH:mm:ss'Z'}}}}","eventSource":"ssm-incidents.amazonaws.com","eventName":"{{{{name}}}}","awsRegion":"{{{{place.Region}}}}","sourceIPAddress":"{{{{caller.Address}}}}","userAgent":"{{{{caller.Agent}}}}","requestParameters":{{{{request}}}},"responseElements":{{{{response}}}},"requestID":"{{{{CorpusIdentity.Guid(random)}}}}","eventID":"{{{{CorpusIdentity.Guid(random)}}}}","readOnly":{{{{(isRead ? "true" : "false")}}}},"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"{{{{place.Account}}}}","eventCategory":"Management"}""");
    }

    private (string Name, string Request, string Response) Call(int step) => step switch
    {
        0 => ("StartIncident",
            $$"""{"clientToken":"{{CorpusIdentity.Guid(random)}}","responsePlanArn":"arn:aws:ssm-incidents::{{place.Account}}:response-plan/checkout","title":"Checkout \"5xx\" above 2 %","impact":{{random.Next(1, 6)}}}""",
            $$"""{"incidentRecordArn":"{{_arn}}"}"""),
        Events - 1 => ("UpdateIncidentRecord", $$"""{"arn":"{{_arn}}","status":"RESOLVED","clientToken":"{{CorpusIdentity.Guid(random)}}"}""", "{}"),
        _ when step % 16 == 1 => ("UpdateIncidentRecord", $$"""{"arn":"{{_arn}}","impact":{{random.Next(1, 6)}},"summary":"HIDDEN_DUE_TO_SECURITY_REASONS"}""", "{}"),
        _ when step % 8 == 2 => ("CreateTimelineEvent",
            $$"""{"clientToken":"{{CorpusIdentity.Guid(random)}}","incidentRecordArn":"{{_arn}}","eventType":"Custom Event","eventData":"HIDDEN_DUE_TO_SECURITY_REASONS","eventTime":"Jan 2, 2026, 1:00:00 AM"}""",
            $$"""{"incidentRecordArn":"{{_arn}}","eventId":"{{CorpusIdentity.Guid(random)}}"}"""),
        _ when step % 16 == 3 => ("UpdateRelatedItems",
            $$$"""{"incidentRecordArn":"{{{_arn}}}","relatedItemsUpdate":{"itemToAdd":{"identifier":{"type":"METRIC","value":{"url":"HIDDEN_DUE_TO_SECURITY_REASONS"} } } } }""", "{}"),
        _ when step % 2 == 0 => ("GetIncidentRecord", $$"""{"arn":"{{_arn}}"}""", "null"),
        _ => ("ListTimelineEvents", $$"""{"incidentRecordArn":"{{_arn}}","maxResults":50}""", "null"),
    };
}
