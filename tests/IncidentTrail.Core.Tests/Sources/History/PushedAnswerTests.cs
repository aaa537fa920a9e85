using System.Text.Json;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Tests.Sources.History;

/// <summary>
/// An answer must not depend on what is left to Event history's own matching: for many filters, what the sweeps return
/// gives the same events as everything that is held.
/// </summary>
public sealed class PushedAnswerTests
{
    private const string Alice = "arn:aws:iam::111122223333:user/alice";

    private static readonly DateTime Start = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Held[] Shelf = [.. MakeShelf()];

    [Fact]
    public Task The_answer_is_the_same_with_and_without_pushing() => Assert.AllAsync(MakeQueries(), async query =>
    {
        var plan = LookupPlan.For(query);
        var returned = Shelf.Where(h => plan.Attributes.Any(a => a is null || h.IsMatch(a)));

        Assert.Equal(await AskAsync(query, Shelf), await AskAsync(query, returned));
    });

    [Fact]
    public async Task Most_of_the_filters_compared_find_something()
    {
        var answers = await Task.WhenAll(MakeQueries().Select(q => AskAsync(q, Shelf)));

        Assert.True(answers.Count(a => a.Count > 0) > answers.Length / 2);
    }

    private static async Task<List<string?>> AskAsync(TrailQuery query, IEnumerable<Held> held)
    {
        var session = new TrailSession(query, new TrailCoverage());
        var ids = new List<string?>();
        await foreach (var batch in session.ReadAsync(new TextSource([string.Join('\n', held.Select(h => h.Json))]), CancellationToken.None))
            ids.AddRange(batch.Events.Select(e => e.EventId));
        return ids;
    }

    private static IEnumerable<TrailQuery> MakeQueries()
    {
        string[][] names = [[], ["StartIncident"], ["startincident"], ["Start*"], ["TagResource"], ["CreateOpsItem"], ["StartIncident", "StopEngagement"]];
        string[][] sources = [[], ["ssm-incidents"], ["SSM-CONTACTS.amazonaws.com"], ["ssm-incidents", "ssm-contacts"], ["ssm*"], ["ssm"], ["ec2", "ssm-contacts"]];
        string[][] callers = [[], [Alice], ["alice"], ["*user/al*"], [Alice, "bob"]];
        string[][] keys = [[], ["AKIAIOSFODNN7EXAMPLE"], ["akiaiosfodnn7example"], ["ASIA*"]];
        foreach (var name in names)
            foreach (var source in sources)
                foreach (var caller in callers)
                    foreach (var key in keys)
                        yield return new TrailQuery { EventName = name, EventSource = source, Caller = caller, AccessKeyId = key };
        yield return new TrailQuery { EventId = [Id(7)] };
        yield return new TrailQuery { EventId = [Id(10).ToUpperInvariant()] };
        yield return new TrailQuery { EventId = [Id(10), Id(20)] };
        yield return new TrailQuery { EventId = [Id(3)], AllServices = true };
        yield return new TrailQuery { AllServices = true, EventName = ["TagResource"] };
        yield return new TrailQuery { AllServices = true, EventName = ["StartIncident"], Failed = true };
        yield return new TrailQuery { ChangesOnly = true, StartTimeUtc = Start.AddMinutes(30), EndTimeUtc = Start.AddMinutes(90) };
        yield return new TrailQuery { SourceIPAddress = ["203.0.113.0/25"], Access = [TrailAccess.Read, TrailAccess.List] };
    }

    private static IEnumerable<Held> MakeShelf()
    {
        string[] names = ["StartIncident", "ListContacts", "TagResource", "StopEngagement", "CreateOpsItem", "GetIncidentRecord"];
        string[] sources = ["ssm-incidents.amazonaws.com", "ssm-contacts.amazonaws.com", "ssm.amazonaws.com", "ec2.amazonaws.com"];
        string[] users = ["alice", "bob", "Alice2"];
        string[] keys = ["AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE"];
        var i = 0;
        foreach (var name in names)
            foreach (var source in sources)
                foreach (var user in users)
                    foreach (var key in keys)
                        yield return new Held(Id(i), name, source, user, key, i++);
    }

    private static string Id(int i) => $"9d1f2a3b-aaaa-4bbb-8ccc-{i:x12}";

    private sealed record Held(string EventId, string EventName, string EventSource, string Username, string AccessKeyId, int Minute)
    {
        public string Json { get; } = JsonSerializer.Serialize(new
        {
            eventVersion = "1.08",
            userIdentity = new
            {
                type = "IAMUser", arn = "arn:aws:iam::111122223333:user/" + Username, accountId = "111122223333",
                userName = Username, accessKeyId = AccessKeyId,
            },
            eventTime = Start.AddMinutes(Minute), eventSource = EventSource, eventName = EventName, awsRegion = "us-east-1",
            sourceIPAddress = "203.0.113." + Minute, errorCode = Minute % 3 == 0 ? "AccessDenied" : null,
            eventID = EventId, recipientAccountId = "111122223333", managementEvent = true, eventCategory = "Management",
        });

        /// <summary>Whether Event history returns it for an attribute: the same text, by case.</summary>
        public bool IsMatch(LookupAttribute attribute) => attribute.Value == attribute.Key switch
        {
            LookupAttributeKey.EventId => EventId,
            LookupAttributeKey.AccessKeyId => AccessKeyId,
            LookupAttributeKey.EventName => EventName,
            LookupAttributeKey.Username => Username,
            _ => EventSource,
        };
    }
}
