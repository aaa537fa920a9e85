using IncidentTrail.Tests.Logs;
using static IncidentTrail.Tests.Callers.Identities;

namespace IncidentTrail.Tests.Callers;

public sealed class ServiceCallerTests
{
    [Fact]
    public void Root_is_root()
    {
        var caller = Caller(Root);

        Assert.True(caller.IsRoot);
        Assert.False(caller.ViaService);
        Assert.False(caller.IsIamUser);
        Assert.False(caller.UsesTemporaryCredentials);
        Assert.Equal("root", caller.Name);
        Assert.Null(caller.AccessKeyId);
    }

    [Theory]
    [InlineData("""{"type":"Root","accountId":"1","invokedBy":"autoscaling.amazonaws.com"}""", "autoscaling.amazonaws.com")]
    [InlineData("""{"type":"Root","accountId":"1"}""", "AWS Internal")]
    public void Root_via_a_service_stays_root_and_says_that_a_service_passed_it_on(string identity, string address)
    {
        var caller = Caller(identity, address);

        Assert.True(caller.IsRoot);
        Assert.True(caller.ViaService);
        Assert.False(caller.IsService);
        Assert.Equal("root", caller.Name);
    }

    [Theory]
    [InlineData("signin.amazonaws.com")]
    [InlineData("console.amazonaws.com")]
    [InlineData("us-east-1.signin.amazonaws.com")]
    [InlineData("SignIn.amazonaws.com")]
    public void A_person_at_the_console_is_no_service(string invoker)
    {
        var root = Caller($$"""{"type":"Root","accountId":"1","invokedBy":"{{invoker}}"}""", "AWS Internal");
        var user = Caller($$"""{"type":"IAMUser","userName":"bob","invokedBy":"{{invoker}}"}""");
        var nobody = Caller($$"""{"accountId":"1","invokedBy":"{{invoker}}"}""");

        Assert.All([root, user, nobody], caller => Assert.False(caller.ViaService || caller.IsService));
        Assert.Equal(invoker, user.InvokedBy);
    }

    [Theory]
    [InlineData("AWS Internal", null, false)]
    [InlineData("AWS Internal/3", null, false)]
    [InlineData("AWS Internal", "AWS Internal", true)]
    [InlineData("AWS Internal", "health.amazonaws.com", true)]
    [InlineData("cloudformation.amazonaws.com", null, true)]
    public void A_session_of_the_console_from_inside_AWS_is_the_person_unless_a_service_is_named(
        string address, string? invoker, bool viaService)
    {
        var root = Caller($$"""{"type":"Root","accountId":"1","invokedBy":"{{invoker}}"}""", address, consoleSession: true);
        var role = Caller(AssumedRole("Ops", invokedBy: invoker), address, consoleSession: true);

        Assert.All([root, role], caller => Assert.Equal((viaService, false), (caller.ViaService, caller.IsService)));
        Assert.True(root.IsRoot);
    }

    [Fact]
    public void Two_events_of_one_identity_differ_where_only_one_is_of_a_console_session()
    {
        const string record =
            """
            {"eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","sourceIPAddress":"AWS Internal",
            "userIdentity":{"type":"Root","accountId":"1"},"eventID":"{0}","sessionCredentialFromConsole":"{1}"}

            """;
        var answer = LogReading.Read(record.Replace("{0}", "a").Replace("{1}", "true") + record.Replace("{0}", "b").Replace("{1}", "false"));

        Assert.Equal([false, true], answer.Events.Select(e => e.Caller.ViaService));
    }

    [Theory]
    [InlineData("AwsConsoleSignIn")]
    [InlineData("AwsConsoleAction")]
    public void Signing_in_is_a_persons_doing_wherever_the_call_came_from(string eventType) =>
        Assert.False(Caller(IamUser, "AWS Internal", eventType).ViaService);

    [Theory]
    [InlineData("cloudformation.amazonaws.com", true)]
    [InlineData("rds.amazonaws.com.cn", true)]
    [InlineData("AWS Internal", true)]
    [InlineData("AWS Internal/3", true)]
    [InlineData("aws internal", true)]
    [InlineData("AWS Internals Ltd", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("amazonaws.com.example.org", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_address_that_is_a_service_means_that_the_service_passed_the_call_on(string? address, bool expected)
    {
        var caller = Caller(IamUser, address);

        Assert.Equal(expected, caller.ViaService);
        Assert.True(caller.IsIamUser);
        Assert.False(caller.IsService);
        Assert.Equal("bob", caller.Name);
    }

    [Theory]
    [InlineData("AWSServiceRoleForIncidentManager", "/aws-service-role/ssm-incidents.amazonaws.com/")]
    [InlineData("RenamedByAws", "/aws-service-role/events.amazonaws.com/")]
    public void A_service_linked_role_is_a_service_and_a_role(string role, string path)
    {
        var caller = Caller(
            AssumedRole(role, "a1b2c3", path, invokedBy: "ssm-incidents.amazonaws.com"),
            "ssm-incidents.amazonaws.com");

        Assert.True(caller.IsService);
        Assert.True(caller.IsRoleOrFederatedUser);
        Assert.False(caller.ViaService);
        Assert.Equal(TrailCallerKind.AssumedRole, caller.Kind);
        Assert.Equal(role, caller.Name);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/service-role/")]
    [InlineData("/x/aws-service-role/ssm-incidents.amazonaws.com/")]
    public void A_role_that_is_only_named_like_a_service_linked_one_is_none(string path)
    {
        var caller = Caller(AssumedRole("AWSServiceRoleForIncidentManager", path: path));

        Assert.False(caller.IsService);
        Assert.Equal("AWSServiceRoleForIncidentManager/alice", caller.Name);
    }

    [Fact]
    public void A_customers_role_that_a_service_assumed_is_via_that_service()
    {
        var caller = Caller(
            AssumedRole("StartIncidentFromEvents", "b3f1", invokedBy: "events.amazonaws.com"), "events.amazonaws.com");

        Assert.True(caller.ViaService);
        Assert.False(caller.IsService);
        Assert.True(caller.IsRoleOrFederatedUser);
        Assert.Equal("StartIncidentFromEvents/b3f1", caller.Name);
        Assert.Equal("events.amazonaws.com", caller.InvokedBy);
    }

    [Fact]
    public void A_service_for_itself_is_named_by_invokedBy()
    {
        var caller = Caller("""{"type":"AWSService","invokedBy":"events.amazonaws.com"}""", "events.amazonaws.com");

        Assert.True(caller.IsService);
        Assert.False(caller.ViaService || caller.IsRoleOrFederatedUser || caller.UsesTemporaryCredentials);
        Assert.Equal(("events.amazonaws.com", "userIdentity.invokedBy"), (caller.Name, caller.Basis));
    }

    [Fact]
    public void A_service_event_without_a_type_is_the_services_own()
    {
        var caller = Caller("""{"accountId":"111122223333","invokedBy":"AWS Internal"}""", "AWS Internal", "AwsServiceEvent");

        Assert.Equal(TrailCallerKind.AwsService, caller.Kind);
        Assert.True(caller.IsService);
        Assert.Equal("AWS Internal", caller.Name);
        Assert.Equal("111122223333", caller.AccountId);
    }

    [Theory]
    [InlineData("AwsServiceEvent", "kms.amazonaws.com", TrailCallerKind.AwsService, "kms.amazonaws.com")]
    [InlineData("AwsServiceEvent", "203.0.113.10", TrailCallerKind.Unknown, "Unknown")]
    [InlineData("AwsApiCall", "kms.amazonaws.com", TrailCallerKind.Unknown, "Unknown")]
    public void An_event_without_an_identity_is_a_services_own_only_where_type_and_address_say_so(
        string eventType, string address, TrailCallerKind kind, string name)
    {
        var caller = Caller("{}", address, eventType);

        Assert.Equal((kind, name), (caller.Kind, caller.Name));
    }
}
