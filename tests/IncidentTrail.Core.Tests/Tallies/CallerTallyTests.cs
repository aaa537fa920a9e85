using IncidentTrail.Tallies;
using IncidentTrail.Tests.Logs;
using static IncidentTrail.Tests.Callers.Identities;
using static IncidentTrail.Tests.Tallies.CalledRecords;

namespace IncidentTrail.Tests.Tallies;

public sealed class CallerTallyTests
{
    [Fact]
    public void Callers_are_distinct_and_in_the_order_they_were_first_seen()
    {
        var callers = Tally(
            Record("08:00", IamUser), Record("07:00", AssumedRole("Responder")), Record("09:00", AssumedRole("Responder")));

        Assert.Equal(["Responder/alice", "bob"], callers.Select(caller => caller.Name));
        Assert.Equal([2, 1], callers.Select(caller => caller.EventCount));
    }

    [Fact]
    public void First_and_last_seen_are_of_the_callers_own_events()
    {
        var callers = Tally(Record("06:00", Root), Record("08:00", IamUser), Record("07:00", IamUser), Record("12:00", Root));

        var bob = callers.Single(caller => caller.Name == "bob");
        Assert.Equal(At("07:00"), bob.FirstSeenUtc);
        Assert.Equal(At("08:00"), bob.LastSeenUtc);
        Assert.Equal(DateTimeKind.Local, bob.FirstSeen!.Value.Kind);
        Assert.Equal(At("08:00"), bob.LastSeen!.Value.ToUniversalTime());
    }

    [Fact]
    public void A_caller_without_times_is_counted_and_comes_last()
    {
        var callers = Tally(Record(null, IamUser), Record("08:00", Root));

        Assert.Equal(["root", "bob"], callers.Select(caller => caller.Name));
        Assert.Null(callers[1].FirstSeen);
        Assert.Null(callers[1].LastSeen);
        Assert.Equal(1, callers[1].EventCount);
    }

    [Fact]
    public void Calls_are_counted_by_what_the_catalogue_says_of_them()
    {
        var caller = Assert.Single(Tally(
            Record("08:00", IamUser, "DeleteContactChannel", "\"readOnly\":true"),
            Record("08:01", IamUser, "ListContacts"),
            Record("08:02", IamUser, "GetContact", "\"errorCode\":\"AccessDenied\""),
            Record("08:03", IamUser, "TagResource"),
            Record("08:04", IamUser, "GetObject", "\"eventSource\":\"s3.amazonaws.com\"")));

        Assert.Equal((5, 2, 2, 1), (caller.EventCount, caller.ChangeCount, caller.ReadCount, caller.FailureCount));
    }

    [Fact]
    public void Calls_are_counted_by_the_kind_of_credential_and_one_kind_hides_no_other()
    {
        var session = IamUser.Replace("AKIA", "ASIA");
        var signIn = IamUser.Replace("\"accessKeyId\":\"AKIAEXAMPLEEXAMPLE01\",", string.Empty);

        var caller = Assert.Single(Tally(
            Record("08:00", IamUser), Record("08:01", IamUser), Record("08:02", session), Record("08:03", signIn)));

        Assert.True(caller.UsesLongTermKeys && caller.UsesTemporaryCredentials);
        Assert.Equal((2, 1, 1), (caller.LongTermKeyCount, caller.TemporaryCredentialCount, caller.OtherCredentialCount));
    }

    [Fact]
    public void Another_accounts_copy_of_a_call_does_not_hide_its_credential()
    {
        const string shared = "\"sharedEventID\":\"b1e4f0aa-0000-4000-8000-00000000000a\"";
        var copy = IamUser.Replace("\"accessKeyId\":\"AKIAEXAMPLEEXAMPLE01\",", string.Empty);

        var caller = Assert.Single(Tally(Record("08:00", copy, more: shared), Record("08:00", IamUser, more: shared)));

        Assert.Equal((1, 1, 0), (caller.EventCount, caller.LongTermKeyCount, caller.OtherCredentialCount));
    }

    [Fact]
    public void Lists_are_distinct_and_sorted()
    {
        var caller = Assert.Single(Tally(
            Record("08:00", IamUser, "ListContacts", "\"sourceIPAddress\":\"203.0.113.9\",\"awsRegion\":\"us-west-2\""),
            Record("08:01", IamUser, "GetContact", "\"sourceIPAddress\":\"203.0.113.10\",\"userAgent\":\"aws-cli/2\""),
            Record("08:02", IamUser, "GetContact", "\"sourceIPAddress\":\"203.0.113.10\",\"awsRegion\":\"us-east-1\"")));

        Assert.Equal(["203.0.113.10", "203.0.113.9"], caller.SourceIPAddresses);
        Assert.Equal(["us-east-1", "us-west-2"], caller.Regions);
        Assert.Equal(["GetContact", "ListContacts"], caller.EventNames);
        Assert.Equal(["aws-cli/2"], caller.UserAgents);
        Assert.Equal(["AKIAEXAMPLEEXAMPLE01"], caller.AccessKeyIds);
        Assert.Equal(["111122223333"], caller.AccountIds);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void Lists_of_any_length_are_distinct_and_sorted(int count)
    {
        var regions = Enumerable.Range(0, count).Select(i => $"region-{i:D2}").ToArray();

        var caller = Assert.Single(Tally(
        [
            .. Enumerable.Reverse(regions).Concat(regions)
                .Select(region => Record("08:00", IamUser, more: $"\"awsRegion\":\"{region}\"")),
        ]));

        Assert.Equal(regions, caller.Regions);
        Assert.Equal(2 * count, caller.EventCount);
    }

    [Fact]
    public void Callers_first_seen_together_stand_in_the_order_of_their_names()
    {
        var sessions = Enumerable.Range(0, 50).Select(i => $"s{i * 7 % 50:D2}").ToArray();

        var callers = Tally(
            [.. sessions.Select(session => Record("08:00", AssumedRole("Responder", session))), Record("07:59", IamUser)]);

        Assert.Equal(["bob", .. sessions.Order(StringComparer.Ordinal).Select(session => $"Responder/{session}")], callers.Select(caller => caller.Name));
    }

    [Fact]
    public void Two_people_of_one_role_are_two_callers() =>
        Assert.Equal(
            ["Responder/alice", "Responder/dan"],
            Tally(Record("08:00", AssumedRole("Responder")), Record("08:01", AssumedRole("Responder", "dan")))
                .Select(caller => caller.Name));

    [Fact]
    public void The_sessions_of_a_service_are_one_caller()
    {
        var caller = Assert.Single(Tally(
            Record("08:00", ServiceRole("a1")), Record("08:01", ServiceRole("b2")), Record("08:02", ServiceRole("c3"))));

        Assert.Equal("AWSServiceRoleForIncidentManager", caller.Name);
        Assert.True(caller.IsService);
        Assert.False(caller.ViaService);
        Assert.Equal(3, caller.EventCount);
    }

    [Fact]
    public void Two_services_are_two_callers() =>
        Assert.Equal(
            2,
            Tally(
                Record("08:00", """{"type":"AWSService","invokedBy":"events.amazonaws.com"}"""),
                Record("08:01", """{"type":"AWSService","invokedBy":"ecs-tasks.amazonaws.com"}""")).Count);

    [Fact]
    public void Root_is_via_a_service_only_where_every_call_was()
    {
        const string ViaService = """{"type":"Root","principalId":"111122223333","accountId":"111122223333","invokedBy":"autoscaling.amazonaws.com"}""";

        Assert.True(Assert.Single(Tally(Record("08:00", ViaService))).ViaService);
        Assert.False(Assert.Single(Tally(Record("08:00", ViaService), Record("07:00", Root))).ViaService);
    }

    [Theory]
    [InlineData("08:00")]
    [InlineData("08:02")]
    public void One_call_with_roots_authority_or_for_a_person_of_identity_center_is_told_of_the_caller_whenever_it_was(string time)
    {
        const string Caller = """{"type":"AssumedRole","principalId":"AROAEXAMPLE:alice","accountId":"111122223333"}""";
        var asRoot = Record(time, Caller[..^1] + ""","sessionContext":{"assumedRoot":"true"}}""");
        var forPerson = Record(time, Caller[..^1] + ""","onBehalfOf":{"userId":"94482488-3041"}}""");
        var other = Record("08:01", Caller);

        Assert.Equal(
            [(false, false), (true, false), (false, true)],
            new[] { Tally(other), Tally(other, asRoot), Tally(other, forPerson) }.Select(Assert.Single<TrailCallerSummary>)
                .Select(caller => (caller.IsRoot, caller.IsIdentityCenterUser)));
    }

    [Theory]
    [InlineData("true", "true", true)]
    [InlineData("true", "false", false)]
    [InlineData("false", "true", false)]
    [InlineData("true", "", true)]
    [InlineData("", "", null)]
    public void MFA_is_true_where_every_call_that_says_anything_had_it(string first, string second, bool? expected)
    {
        var caller = Assert.Single(Tally(Record("08:00", WithMfa(first)), Record("08:01", WithMfa(second))));

        Assert.Equal(expected, caller.MfaAuthenticated);
    }

    [Fact]
    public void What_describes_a_caller_is_of_the_latest_event()
    {
        var caller = Assert.Single(Tally(
            Record("09:00", """{"type":"IAMUser","principalId":"AIDA1","accountId":"1","userName":"renamed"}"""),
            Record("08:00", """{"type":"IAMUser","principalId":"AIDA1","accountId":"1","userName":"bob"}""")));

        Assert.Equal("renamed", caller.Name);
    }

    [Fact]
    public void Summaries_can_be_asked_for_again_as_events_go_on()
    {
        var tally = new CallerTally();
        var events = LogReading.Read(string.Join(
            "\n",
            Record("08:00", AssumedRole("Responder"), "CreateTimelineEvent", "\"sharedEventID\":\"s1\""),
            Record("08:00", OtherAccount, "CreateTimelineEvent", "\"sharedEventID\":\"s1\""),
            Record("09:00", OtherAccount, "CreateTimelineEvent"),
            Record("10:00", OtherAccount, "CreateTimelineEvent", "\"sharedEventID\":\"s1\""))).Events;

        foreach (var trailEvent in events)
        {
            tally.Add(trailEvent);
            tally.Summarize();
        }

        Assert.Equal(2, Assert.Single(tally.Summarize()).EventCount);
    }

    private static string ServiceRole(string session) => AssumedRole(
        "AWSServiceRoleForIncidentManager", session, "/aws-service-role/ssm-incidents.amazonaws.com/",
        invokedBy: "ssm-incidents.amazonaws.com");

    private static string WithMfa(string value) =>
        $$$$"""{"type":"IAMUser","principalId":"AIDA1","accountId":"1","userName":"bob","sessionContext":{"attributes":{"mfaAuthenticated":"{{{{value}}}}"}}}""";
}
