using System.Text;

namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>Writes the records of one file, in the shape and order of fields that CloudTrail gives them.</summary>
internal sealed class CorpusRecords(Random random, CorpusPlace place, int freshSessions)
{
    private readonly CorpusIdentity[] _cast = CorpusIdentity.Cast(place.Account);
    private readonly CorpusSessions? _sessions = freshSessions > 0 ? new CorpusSessions(random, place, freshSessions) : null;

    /// <summary>Appends a record of Incident Manager or of another service.</summary>
    internal void Write(StringBuilder text, bool incidentManager)
    {
        var rare = !incidentManager && random.Next(1000) < 2;
        var call = incidentManager ? CorpusCall.Pick(CorpusCall.IncidentManager, random)
            : rare ? CorpusCall.Mix.First(c => c.Weight == 0)
            : CorpusCall.Pick(CorpusCall.Mix, random);
        var caller = _sessions?.Next() ?? _cast[random.Next(_cast.Length)];
        var time = place.Delivered.AddSeconds(-random.Next(60, 900));
        var failed = random.Next(40) == 0;
        text.Append($$$$"""{"eventVersion":"1.11","userIdentity":{{{{caller.Json}}}},"eventTime":"{{{{time:yyyy-MM-dd'T'HH:mm:ss'Z'}}}}","eventSource":"{{{{call.Source}}}}.amazonaws.com","eventName":"{{{{call.Name}}}}","awsRegion":"{{{{place.Region}}}}","sourceIPAddress":"{{{{caller.Address}}}}","userAgent":"{{{{caller.Agent}}}}",""");
        if (failed)
            text.Append("\"errorCode\":\"AccessDenied\",\"errorMessage\":\"User is not authorized to perform: ").Append(call.Source).Append(':').Append(call.Name).Append(" because no identity-based policy allows the action\",");
        text.Append("\"requestParameters\":");
        call.Bodies(text, random, place);
        text.Append($$$$""","requestID":"{{{{CorpusIdentity.Guid(random)}}}}","eventID":"{{{{CorpusIdentity.Guid(random)}}}}","readOnly":{{{{(call.ReadOnly ? "true" : "false")}}}}""");
        if (call.Source == "kms")
            text.Append($$$$""","resources":[{"accountId":"{{{{place.Account}}}}","type":"AWS::KMS::Key","ARN":"arn:aws:kms:{{{{place.Region}}}}:{{{{place.Account}}}}:key/11111111-2222-3333-4444-{{{{random.Next(10):D12}}}}"}]""");
        text.Append($$$$"""
            ,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"{{{{place.Account}}}}","eventCategory":"Management"
            """);
        if (!caller.Address.EndsWith(".com", StringComparison.Ordinal))
            text.Append($$$$""","tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"{{{{call.Source}}}}.{{{{place.Region}}}}.amazonaws.com"}""");
        text.Append('}');
    }
}
