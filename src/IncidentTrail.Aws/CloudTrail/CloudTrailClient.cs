using System.Text.Json;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>The operations of CloudTrail's API that are used, in one Region.</summary>
internal sealed class CloudTrailClient(JsonClient client)
{
    /// <summary>The Region called.</summary>
    public string Region => client.Region;

    /// <summary>One page of Event history.</summary>
    public async Task<LookupPage> LookupEventsAsync(LookupRequest request, string? nextToken, CancellationToken token) =>
        LookupPage.Of(await client.CallAsync("LookupEvents", request.ToBody(nextToken), token).ConfigureAwait(false));

    /// <summary>Every trail this Region knows of, those whose home is elsewhere included.</summary>
    public async Task<IReadOnlyList<TrailDescription>> DescribeTrailsAsync(CancellationToken token)
    {
        // This operation alone names its members with a small letter. Names are not given: an unknown one is silently missing.
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, bool> { ["includeShadowTrails"] = true });
        var reply = await client.CallAsync("DescribeTrails", body, token).ConfigureAwait(false);
        return reply.Read(CloudTrailJson.Default.DescribeTrailsAnswer).Trails ?? [];
    }

    /// <summary>The settings of a trail, by name or ARN.</summary>
    public async Task<TrailDescription> GetTrailAsync(string nameOrArn, CancellationToken token)
    {
        var reply = await client.CallAsync("GetTrail", Body("Name", nameOrArn), token).ConfigureAwait(false);
        return reply.Read(CloudTrailJson.Default.GetTrailAnswer).Trail ?? throw reply.NotUnderstood(new JsonException("Trail is absent."));
    }

    /// <summary>Whether a trail logs; by ARN, since a shadow trail is not known by name.</summary>
    public async Task<TrailStatus> GetTrailStatusAsync(string arn, CancellationToken token)
    {
        var reply = await client.CallAsync("GetTrailStatus", Body("Name", arn), token).ConfigureAwait(false);
        return reply.Read(CloudTrailJson.Default.TrailStatus);
    }

    /// <summary>What a trail records.</summary>
    public async Task<TrailSelectors> GetEventSelectorsAsync(string arn, CancellationToken token)
    {
        var reply = await client.CallAsync("GetEventSelectors", Body("TrailName", arn), token).ConfigureAwait(false);
        return reply.Read(CloudTrailJson.Default.TrailSelectors);
    }

    /// <summary>Every trail of the account, from all Regions, without settings.</summary>
    public async Task<IReadOnlyList<ListedTrail>> ListTrailsAsync(CancellationToken token)
    {
        var trails = new List<ListedTrail>();
        var tokens = new PageTokens();
        string? next = null;
        do
        {
            var reply = await client.CallAsync("ListTrails", Body("NextToken", next), token).ConfigureAwait(false);
            var answer = reply.Read(CloudTrailJson.Default.ListTrailsAnswer);
            trails.AddRange(answer.Trails ?? []);
            next = Following(reply, tokens, answer.NextToken);
        }
        while (next is not null);
        return trails;
    }

    /// <summary>The keys that signed digests in a time, in UTC.</summary>
    public async Task<IReadOnlyList<DigestPublicKey>> ListPublicKeysAsync(DateTime startUtc, DateTime endUtc, CancellationToken token)
    {
        var keys = new List<DigestPublicKey>();
        var tokens = new PageTokens();
        string? next = null;
        do
        {
            var body = new Dictionary<string, object>
            {
                ["StartTime"] = new DateTimeOffset(startUtc).ToUnixTimeSeconds(),
                ["EndTime"] = new DateTimeOffset(endUtc).ToUnixTimeSeconds(),
            };
            if (next is not null)
                body["NextToken"] = next;
            var reply = await client.CallAsync("ListPublicKeys", JsonSerializer.SerializeToUtf8Bytes(body), token).ConfigureAwait(false);
            var answer = reply.Read(CloudTrailJson.Default.ListPublicKeysAnswer);
            keys.AddRange(answer.PublicKeyList ?? []);
            next = Following(reply, tokens, answer.NextToken);
        }
        while (next is not null);
        return keys;
    }

    private static byte[] Body(string name, string? value) =>
        value is null ? "{}"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { [name] = value });

    private static string? Following(JsonReply reply, PageTokens tokens, string? received) =>
        string.IsNullOrEmpty(received) ? null
        : tokens.LeadsBack(received) ? throw reply.NotUnderstood(new JsonException("The answer repeats a token."))
        : received;
}
