using System.Text.Json.Nodes;
using IncidentTrail.Records;

namespace IncidentTrail.Tests.Incidents.Changes;

/// <summary>What is done to the bucket and the key of a trail is a change of the trail, where a record or the reading tells whose bucket it is.</summary>
public sealed class TrailBucketTests
{
    private const string Key = "arn:aws:kms:eu-west-1:999988887777:key/k9";

    // As S3 records them: the members of the body keep the names that they have in XML.
    public static TheoryData<string, string, string> Changes => new()
    {
        { "DeleteBucketPolicy", """{"bucketName":"logs","Host":"logs.s3.amazonaws.com","policy":""}""", "alice deleted the policy of the bucket logs" },
        { "PutBucketPolicy", """{"bucketName":"logs","bucketPolicy":{"Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"}}]},"policy":""}""", "alice replaced the policy of the bucket logs" },
        { "PutBucketPolicy", """{"bucketName":"logs","bucketPolicy":{"Statement":[{"Effect":"Deny","Principal":"*"}]},"policy":""}""", "alice replaced the policy of the bucket logs by one that does not name cloudtrail.amazonaws.com" },
        { "PutBucketPolicy", """{"bucketName":"logs","policy":""}""", "alice replaced the policy of the bucket logs" },
        { "PutBucketLifecycle", """{"bucketName":"logs","lifecycle":"","LifecycleConfiguration":{"Rule":{"Expiration":{"Days":1},"Filter":{"Prefix":"AWSLogs/"},"ID":"x","Status":"Enabled"}}}""", "alice set the lifecycle of the bucket logs: objects under AWSLogs/ expire after 1 day" },
        { "PutBucketLifecycle", """{"bucketName":"logs","LifecycleConfiguration":{"Rule":[{"Expiration":{"Days":30},"Prefix":"","Status":"Enabled"},{"Expiration":{"Days":2},"Status":"Disabled"},{"Transition":{"Days":9},"Status":"Enabled"}]}}""", "alice set the lifecycle of the bucket logs: objects expire after 30 days" },
        { "PutBucketVersioning", """{"bucketName":"logs","versioning":"","VersioningConfiguration":{"Status":"Suspended"}}""", "alice suspended the versioning of the bucket logs" },
        { "DeleteBucket", """{"bucketName":"logs"}""", "alice deleted the bucket logs" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void The_bucket_that_a_trail_delivers_to(string name, string request, string text)
    {
        var found = Before(Trail("CreateTrail"), S3(name, request)).Single(c => c.Event.EventName == name);

        Assert.Equal((text, TrailChangeScope.Trail, TrailLink.Inferred), (found.Text, found.Scope, found.Link));
        Assert.Equal("trail main was set to deliver to it at 2026-05-05T08:00:00Z; whether it is one that was read, the record does not tell", found.Basis);
    }

    [Theory]
    [InlineData("CreateTrail", "alice made trail main: it delivers to the bucket logs, it encrypts with the key k9")]
    [InlineData("UpdateTrail", "alice changed trail main: it delivers to the bucket logs, it encrypts with the key k9")]
    public void The_key_that_it_encrypts_with(string name, string text)
    {
        var changes = Before(Trail(name),
            MadeCalls.Call("09:00:00", "DisableKey", new { keyId = Key }, source: "kms", account: "999988887777", region: "eu-west-1"),
            MadeCalls.Call("09:01:00", "DisableKey", new { keyId = "k9" }, source: "kms"));

        Assert.Equal(text, changes[0].Text);
        Assert.Equal([TrailChangeScope.Trail, TrailChangeScope.Trail, TrailChangeScope.Other], changes.Select(c => c.Scope));
        Assert.StartsWith("trail main was set to encrypt with it at ", changes[1].Basis);
    }

    [Fact]
    public void The_bucket_that_the_incident_was_read_from_is_certain()
    {
        var log = new TrailLog { Location = "s3://logs/AWSLogs/1.json.gz", BucketName = "logs" };
        var events = MadeCalls.Events(S3("DeleteBucketPolicy", """{"bucketName":"logs"}"""), MadeCalls.Start("10:00:00"))
            .Select(e => new TrailEvent(e.Stored, new KeptRecord { Index = e.Index, TimeUtc = e.EventTimeUtc }, log));

        var found = Assert.Single(Assert.Single(Fixture.Rebuild(events)).ChangesBefore);

        Assert.Equal((TrailChangeScope.Trail, TrailLink.Certain), (found.Scope, found.Link));
        Assert.Equal("the bucket that this incident's calls were read from", found.Basis);
    }

    [Fact]
    public void A_bucket_that_nothing_ties_to_a_trail_is_not_told()
    {
        var changes = Before(Trail("CreateTrail"), S3("DeleteBucketPolicy", """{"bucketName":"pictures"}"""), S3("DeleteBucket", "{}"));

        Assert.Equal(["CreateTrail"], changes.Select(c => c.Event.EventName));
    }

    [Fact]
    public void A_trail_that_is_set_to_it_after_the_incident_ties_nothing_before_it() =>
        Assert.Empty(Before(S3("DeleteBucketPolicy", """{"bucketName":"logs"}"""), Trail("CreateTrail", "11:00:00")));

    [Fact]
    public void They_are_read_with_a_look_back() =>
        Assert.Equal(["PutBucketPolicy", "DeleteBucketPolicy", "PutBucketLifecycle", "PutBucketVersioning", "DeleteBucket"],
            IncidentReconstruction.ReadingFor(new TrailQuery(), TimeSpan.FromDays(1)).EventNamesOf["s3.amazonaws.com"]);

    private static TrailList<TrailChange> Before(params IEnumerable<JsonObject> calls) => MadeCalls.Rebuilt([.. calls, MadeCalls.Start("10:00:00")]).ChangesBefore;

    private static JsonObject Trail(string name, string time = "08:00:00") =>
        MadeCalls.Call(time, name, new { name = "main", s3BucketName = "logs", kmsKeyId = Key }, source: "cloudtrail");

    // The log archive's account, which has no part in the incident.
    private static JsonObject S3(string name, string request, string account = "111122223333") =>
        MadeCalls.Call("09:30:00", name, JsonNode.Parse(request), source: "s3", account: account);
}
