using IncidentTrail.Sources.History;

namespace IncidentTrail.Tests.Sources.History;

public sealed class LookupPlanTests
{
    private const string Id = "9d1f2a3b-aaaa-4bbb-8ccc-ddddeeeeffff";

    private static readonly string[] BothServices =
        ["EventSource=ssm-incidents.amazonaws.com", "EventSource=ssm-contacts.amazonaws.com"];

    [Fact]
    public void Without_filters_each_of_the_two_services_is_swept() =>
        Assert.Equal(BothServices, Pushed(new TrailQuery()));

    [Fact]
    public void The_most_selective_filter_is_pushed_alone()
    {
        var query = new TrailQuery
        {
            EventId = [Id], AccessKeyId = ["AKIAIOSFODNN7EXAMPLE"], EventName = ["StartIncident"],
            Caller = ["arn:aws:iam::111122223333:user/alice"], EventSource = ["ssm-contacts"],
        };

        Assert.Equal([$"EventId={Id}"], Pushed(query));
    }

    [Theory]
    [InlineData("9D1F2A3B-AAAA-4BBB-8CCC-DDDDEEEEFFFF", "EventId=" + Id)]
    [InlineData("some-id-1", "EventId=some-id-1")]
    public void An_event_id_is_pushed_as_CloudTrail_spells_it(string text, string expected) =>
        Assert.Equal([expected], Pushed(new TrailQuery { EventId = [text] }));

    [Fact]
    public void The_same_id_twice_is_one() =>
        Assert.Equal([$"EventId={Id}"], Pushed(new TrailQuery { EventId = [Id, Id.ToUpperInvariant()] }));

    [Fact]
    public void An_access_key_is_pushed_in_capitals() =>
        Assert.Equal(["AccessKeyId=AKIAIOSFODNN7EXAMPLE"], Pushed(new TrailQuery { AccessKeyId = ["akiaIOSFODNN7EXAMPLE"] }));

    [Fact]
    public void An_action_is_pushed_in_the_catalogues_spelling() =>
        Assert.Equal(["EventName=StartIncident"], Pushed(new TrailQuery { EventName = ["startincident"] }));

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/alice", "Username=alice")]
    [InlineData("arn:aws-us-gov:iam::111122223333:user/ops/team/Alice.B", "Username=Alice.B")]
    public void A_users_arn_is_pushed_as_the_users_name(string arn, string expected) =>
        Assert.Equal([expected], Pushed(new TrailQuery { Caller = [arn] }));

    [Theory]
    [InlineData("ssm-contacts")]
    [InlineData("SSM-Contacts.amazonaws.com")]
    public void An_exact_source_is_pushed_whole(string source) =>
        Assert.Equal(["EventSource=ssm-contacts.amazonaws.com"], Pushed(new TrailQuery { EventSource = [source] }));

    public static TheoryData<string, TrailQuery> NotPushed => new()
    {
        { "several ids", new TrailQuery { EventId = [Id, "other"] } },
        { "an id whose spelling is unknown", new TrailQuery { EventId = ["Some-Id"] } },
        { "several keys", new TrailQuery { AccessKeyId = ["AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE"] } },
        { "a wildcard in a key", new TrailQuery { AccessKeyId = ["AKIA*"] } },
        { "a key of no known form", new TrailQuery { AccessKeyId = ["021345abcdef6789"] } },
        { "a wildcard in a name", new TrailQuery { EventName = ["Start*"] } },
        { "a class in a name", new TrailQuery { EventName = ["Start[IE]ncident"] } },
        { "several names", new TrailQuery { EventName = ["StartIncident", "StopEngagement"] } },
        { "a name outside the catalogue", new TrailQuery { EventName = ["CreateOpsItem"] } },
        { "a name that both services have", new TrailQuery { EventName = ["TagResource"] } },
        { "a caller's name", new TrailQuery { Caller = ["alice"] } },
        { "a role's ARN", new TrailQuery { Caller = ["arn:aws:iam::111122223333:role/Responder"] } },
        { "a session's ARN", new TrailQuery { Caller = ["arn:aws:sts::111122223333:assumed-role/Responder/alice"] } },
        { "a wildcard in a user's ARN", new TrailQuery { Caller = ["arn:aws:iam::*:user/alice"] } },
        { "what Event history cannot match", new TrailQuery { SourceIPAddress = ["203.0.113.10"], Failed = true, ChangesOnly = true } },
    };

    [Theory]
    [MemberData(nameof(NotPushed))]
    public void What_is_not_matched_exactly_leaves_the_sweeps_by_service(string why, TrailQuery query)
    {
        Assert.Equal(BothServices, Pushed(query));
        Assert.NotEmpty(why);
    }

    [Theory]
    [InlineData("gamma-ssm-incidents.amazonaws.com")]
    [InlineData("ssm-*")]
    public void A_source_that_is_no_exact_service_reads_everything(string source) =>
        Assert.Equal([""], Pushed(new TrailQuery { EventSource = [source] }));

    [Fact]
    public void Several_sources_are_swept_only_where_both_are_Incident_Managers()
    {
        Assert.Equal(BothServices, Pushed(new TrailQuery { EventSource = ["ssm-incidents", "ssm-contacts.amazonaws.com"] }));
        Assert.Equal([""], Pushed(new TrailQuery { EventSource = ["ssm-incidents", "ssm"] }));
    }

    [Fact]
    public void For_incidents_the_other_services_are_asked_for_single_events()
    {
        var reading = IncidentReconstruction.ReadingFor(new TrailQuery(), lookBack: null);

        Assert.Equal([.. BothServices, "EventName=CreateOpsItem", "EventName=StartAutomationExecution"], Pushed(reading));
    }

    [Fact]
    public void All_services_without_another_filter_read_everything()
    {
        Assert.Equal([""], Pushed(new TrailQuery { AllServices = true }));
        Assert.Equal([$"EventId={Id}"], Pushed(new TrailQuery { AllServices = true, EventId = [Id] }));
    }

    [Fact]
    public void The_reason_names_what_is_pushed()
    {
        Assert.Contains("EventName=StartIncident", Plan(new TrailQuery { EventName = ["StartIncident"] }).Reason);
        Assert.Contains("Nothing is pushed", Plan(new TrailQuery { AllServices = true }).Reason);
    }

    private static IEnumerable<string> Pushed(TrailQuery query) => Plan(query).Attributes.Select(a => a?.ToString() ?? "");

    private static LookupPlan Plan(TrailQuery query) => LookupPlan.For(query);
}
