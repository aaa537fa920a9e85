using static IncidentTrail.Tests.Identities;

namespace IncidentTrail.Tests;

public sealed class TrailCallerTests
{
    [Theory]
    [InlineData("Root", TrailCallerKind.Root)]
    [InlineData("IAMUser", TrailCallerKind.IamUser)]
    [InlineData("IdentityCenterUser", TrailCallerKind.IdentityCenterUser)]
    [InlineData("AssumedRole", TrailCallerKind.AssumedRole)]
    [InlineData("Role", TrailCallerKind.Role)]
    [InlineData("FederatedUser", TrailCallerKind.FederatedUser)]
    [InlineData("SAMLUser", TrailCallerKind.SamlUser)]
    [InlineData("WebIdentityUser", TrailCallerKind.WebIdentityUser)]
    [InlineData("Directory", TrailCallerKind.Directory)]
    [InlineData("AWSService", TrailCallerKind.AwsService)]
    [InlineData("AWSAccount", TrailCallerKind.AwsAccount)]
    [InlineData("Unknown", TrailCallerKind.Unknown)]
    [InlineData("iamuser", TrailCallerKind.IamUser)]
    [InlineData("SomethingNew", TrailCallerKind.Unknown)]
    [InlineData("...", TrailCallerKind.Unknown)]
    [InlineData("3", TrailCallerKind.Unknown)]
    public void The_kind_is_what_the_record_calls_it(string type, TrailCallerKind expected) =>
        Assert.Equal(expected, Caller($$"""{"type":"{{type}}"}""").Kind);

    [Theory]
    [InlineData("arn:aws:iam::111122223333:root", TrailCallerKind.Root)]
    [InlineData("arn:aws-cn:iam::111122223333:user/bob", TrailCallerKind.IamUser)]
    [InlineData("arn:aws:iam::111122223333:role/Responder", TrailCallerKind.Role)]
    [InlineData("arn:aws:sts::111122223333:assumed-role/Responder/alice", TrailCallerKind.AssumedRole)]
    [InlineData("arn:aws:sts::111122223333:federated-user/carol", TrailCallerKind.FederatedUser)]
    public void Without_a_type_the_ARN_tells_the_kind(string arn, TrailCallerKind expected)
    {
        Assert.Equal(expected, Caller($$"""{"arn":"{{arn}}"}""").Kind);
        Assert.Equal(expected, Caller($$"""{"type":"","arn":"{{arn}}"}""").Kind);
    }

    [Fact]
    public void Where_AWS_cannot_tell_the_kind_the_ARN_answers_the_questions()
    {
        var caller = Caller("""{"type":"Unknown","arn":"arn:aws:sts::111122223333:assumed-role/Responder/alice"}""");

        Assert.Equal(TrailCallerKind.Unknown, caller.Kind);
        Assert.True(caller.IsRoleOrFederatedUser);
        Assert.Equal("Responder/alice", caller.Name);
    }

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

    [Fact]
    public void An_IAM_user_is_named_by_the_user_name()
    {
        var caller = Caller(IamUser);

        Assert.True(caller.IsIamUser);
        Assert.Equal(("bob", "userIdentity.userName"), (caller.Name, caller.Basis));
        Assert.Equal("bob", caller.ToString());
        Assert.False(caller.UsesTemporaryCredentials);
        Assert.Null(caller.MfaAuthenticated);
        Assert.Null(caller.SessionName);
    }

    [Fact]
    public void An_IAM_user_without_a_user_name_is_named_by_the_ARN()
    {
        var caller = Caller("""{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/ops/bob"}""");

        Assert.Equal(("bob", "userIdentity.arn"), (caller.Name, caller.Basis));
        Assert.Equal("111122223333", caller.AccountId);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void An_IAM_user_with_MFA_has_a_session_and_is_no_role(string issuer)
    {
        var caller = Caller(
            $$$$"""
            {"type":"IAMUser","userName":"bob","accessKeyId":"ASIAEXAMPLEEXAMPLE02","sessionContext":{
             "sessionIssuer":{{{{issuer}}}},"webIdFederationData":{},"attributes":{"mfaAuthenticated":"true"}}}
            """);

        Assert.True(caller.IsIamUser);
        Assert.False(caller.IsRoleOrFederatedUser);
        Assert.True(caller.UsesTemporaryCredentials);
        Assert.True(caller.MfaAuthenticated);
    }

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("true", true)]
    [InlineData("\"\"", null)]
    [InlineData("\"...\"", null)]
    public void MFA_is_read_from_text_and_from_a_boolean(string value, bool? expected) =>
        Assert.Equal(
            expected,
            Caller($$$$"""{"sessionContext":{"attributes":{"mfaAuthenticated":{{{{value}}}}}}}""").MfaAuthenticated);

    [Fact]
    public void A_role_is_named_with_its_session()
    {
        var caller = Caller(AssumedRole("Responder"));

        Assert.Equal(TrailCallerKind.AssumedRole, caller.Kind);
        Assert.True(caller.IsRoleOrFederatedUser);
        Assert.True(caller.UsesTemporaryCredentials);
        Assert.False(caller.ViaService || caller.IsService || caller.IsIdentityCenterUser || caller.IsRoot);
        Assert.Equal("Responder/alice", caller.Name);
        Assert.Equal(
            "userIdentity.sessionContext.sessionIssuer.userName, userIdentity.principalId", caller.Basis);
        Assert.Equal("alice", caller.SessionName);
        Assert.Equal("arn:aws:iam::111122223333:role/Responder", caller.IssuerArn);
        Assert.Equal("alice@example.com", caller.SourceIdentity);
        Assert.False(caller.MfaAuthenticated);
    }

    [Theory]
    [InlineData("""{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/Responder/alice"}""", "Responder/alice")]
    [InlineData("""{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/Responder"}""", "Responder")]
    [InlineData("""{"type":"AssumedRole","principalId":"AROAEXAMPLE:alice"}""", "AROAEXAMPLE:alice")]
    [InlineData("""{"type":"AssumedRole","accountId":111122223333}""", "111122223333")]
    [InlineData("""{"type":"AssumedRole","userName":"TestRole"}""", "TestRole")]
    [InlineData("""{"type":"AssumedRole","sessionContext":""}""", "Unknown")]
    [InlineData(
        """{"type":"AssumedRole","principalId":"AROAEXAMPLE:i-1","sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::1:role/x/App"}}}""",
        "App/i-1")]
    public void A_role_with_fields_missing_is_named_by_what_is_there(string identity, string expected) =>
        Assert.Equal(expected, Caller(identity).Name);

    [Theory]
    [InlineData("aws", "/aws-reserved/sso.amazonaws.com/")]
    [InlineData("aws-cn", "/aws-reserved/sso.amazonaws.com/cn-north-1/")]
    [InlineData("aws-us-gov", "/aws-reserved/sso.amazonaws.com/us-gov-west-1/")]
    public void A_person_of_Identity_Center_is_known_by_the_reserved_path(string partition, string path)
    {
        var caller = Caller(
            AssumedRole("AWSReservedSSO_Incident_Lead_1b74cd717d47002b", "alice@example.com", path, partition));

        Assert.True(caller.IsIdentityCenterUser);
        Assert.True(caller.IsRoleOrFederatedUser);
        Assert.Equal(TrailCallerKind.AssumedRole, caller.Kind);
        Assert.Equal("alice@example.com", caller.Name);
        Assert.Equal("alice@example.com", caller.SessionName);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/team/")]
    [InlineData("/team/aws-reserved/sso.amazonaws.com/")]
    [InlineData("/aws-reserved/sso.example.com/")]
    [InlineData("/AWS-Reserved/sso.amazonaws.com/")]
    public void A_role_that_is_only_named_like_one_of_Identity_Centers_is_none(string path)
    {
        var caller = Caller(AssumedRole("AWSReservedSSO_Admin_1b74cd717d47002b", "alice", path));

        Assert.False(caller.IsIdentityCenterUser);
        Assert.Equal("AWSReservedSSO_Admin_1b74cd717d47002b/alice", caller.Name);
    }

    [Fact]
    public void A_person_of_Identity_Center_is_named_alike_whatever_the_permission_set_is_called() =>
        Assert.Equal(
            "alice", Caller(AssumedRole("testrole_34c15ddd84cb4648", path: "/aws-reserved/sso.amazonaws.com/")).Name);

    [Fact]
    public void An_Identity_Center_user_without_a_role_is_named_by_the_user_id()
    {
        var caller = Caller(IdentityCenterUser);

        Assert.True(caller.IsIdentityCenterUser);
        Assert.False(caller.IsRoleOrFederatedUser);
        Assert.Equal("94482488-3041-7026-18f3-be45837cd0e4", caller.Name);
        Assert.Equal("userIdentity.onBehalfOf.userId", caller.Basis);
    }

    [Theory]
    [InlineData("""{"userId":"94482488"}""", true)]
    [InlineData("""{"identityStoreArn":"arn:aws:identitystore::1:identitystore/d-1"}""", true)]
    [InlineData("{}", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    public void A_role_that_acts_for_an_Identity_Center_user_says_so(string onBehalfOf, bool expected) =>
        Assert.Equal(
            expected, Caller($$"""{"type":"AssumedRole","onBehalfOf":{{onBehalfOf}}}""").IsIdentityCenterUser);

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

    [Fact]
    public void A_federated_user_is_named_with_the_issuer()
    {
        var caller = Caller(FederatedUser);

        Assert.True(caller.IsRoleOrFederatedUser);
        Assert.True(caller.UsesTemporaryCredentials);
        Assert.False(caller.IsIamUser || caller.IsRoot);
        Assert.Equal(("bob/carol", "carol"), (caller.Name, caller.SessionName));
    }

    [Fact]
    public void A_federated_user_of_root_has_roots_authority()
    {
        var caller = Caller(
            """
            {"type":"FederatedUser","principalId":"111122223333:carol",
             "sessionContext":{"sessionIssuer":{"type":"Root","accountId":"111122223333"}}}
            """);

        Assert.True(caller.IsRoot);
        Assert.Equal("root/carol", caller.Name);
    }

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("true", true)]
    [InlineData("\"false\"", false)]
    public void A_session_of_AssumeRoot_has_roots_authority(string value, bool expected)
    {
        var caller = Caller($$$$"""{"type":"AssumedRole","userName":"x","sessionContext":{"assumedRoot":{{{{value}}}}}}""");

        Assert.Equal(expected, caller.IsRoot);
        Assert.True(caller.UsesTemporaryCredentials);
    }

    [Theory]
    [InlineData("""{"type":"SAMLUser","userName":"dan","principalId":"q:dan"}""")]
    [InlineData("""{"type":"WebIdentityUser","userName":"dan","identityProvider":"accounts.google.com"}""")]
    public void A_user_whom_another_provider_vouches_for_is_federated(string identity)
    {
        var caller = Caller(identity);

        Assert.True(caller.IsRoleOrFederatedUser);
        Assert.Equal("dan", caller.Name);
    }

    [Theory]
    [InlineData("""{"federatedProvider":"accounts.google.com","attributes":{}}""", true)]
    [InlineData("{}", false)]
    [InlineData("\"\"", false)]
    public void A_web_identity_counts_where_a_provider_is_named(string data, bool expected) =>
        Assert.Equal(
            expected,
            Caller($$$$"""{"type":"Unknown","sessionContext":{"webIdFederationData":{{{{data}}}}}}""").IsRoleOrFederatedUser);

    [Fact]
    public void Another_account_is_named_with_its_session()
    {
        var caller = Caller("""{"type":"AWSAccount","principalId":"AROAEXAMPLEEXAMPLE03:x","accountId":"444455556666"}""");

        Assert.Equal(TrailCallerKind.AwsAccount, caller.Kind);
        Assert.Equal("444455556666/x", caller.Name);
        Assert.False(caller.IsRoot || caller.IsIamUser || caller.IsRoleOrFederatedUser);
    }

    [Fact]
    public void Another_accounts_ARN_ending_in_root_is_not_its_root_user() =>
        Assert.False(Caller("""{"type":"AWSAccount","accountId":"4","arn":"arn:aws:iam::4:root"}""").IsRoot);

    [Fact]
    public void A_hidden_user_name_is_shown_as_AWS_writes_it()
    {
        var caller = Caller(
            """{"type":"IAMUser","accountId":"111122223333","accessKeyId":"","userName":"HIDDEN_DUE_TO_SECURITY_REASONS"}""",
            type: "AwsConsoleSignIn");

        Assert.Equal("HIDDEN_DUE_TO_SECURITY_REASONS", caller.Name);
        Assert.Equal("111122223333", caller.AccountId);
    }

    [Theory]
    [InlineData(null, "Unknown")]
    [InlineData("null", "Unknown")]
    [InlineData("\"\"", "Unknown")]
    [InlineData("{}", "Unknown")]
    [InlineData("[]", "Unknown")]
    [InlineData("\"somebody\"", "somebody")]
    [InlineData("\"arn:aws:iam::111122223333:user/bob\"", "bob")]
    public void What_is_no_identity_still_gives_a_caller(string? identity, string expected)
    {
        var caller = Caller(identity, null, null);

        Assert.Equal(expected, caller.Name);
        Assert.False(caller.IsRoot || caller.IsService || caller.ViaService);
    }

    [Fact]
    public void An_identity_that_is_JSON_inside_text_is_read()
    {
        var text = System.Text.Json.JsonSerializer.Serialize(AssumedRole("Responder"));

        Assert.Equal("Responder/alice", Caller(text).Name);
    }

    [Fact]
    public void Keys_in_another_case_are_read()
    {
        var caller = Caller(
            """
            {"Type":"AssumedRole","principalid":"AROAEXAMPLE:alice","ARN":"arn:aws:sts::1:assumed-role/Responder/alice",
             "accountid":"1","accesskeyid":"ASIAEXAMPLE","sessioncontext":{"sessionIssuer":{"username":"Responder"}}}
            """);

        Assert.Equal("Responder/alice", caller.Name);
        Assert.Equal(("1", "ASIAEXAMPLE", "AROAEXAMPLE:alice"), (caller.AccountId, caller.AccessKeyId, caller.PrincipalId));
    }

    [Fact]
    public void Ids_of_any_form_are_kept_as_they_are()
    {
        var caller = Caller(
            """
            {"type":"IAMUser","principalId":"1234567890abcdef0","arn":"arn:aws:iam::123456789012345678901234:user/nikki_wolf",
             "accountId":"abcdef01234567890","accessKeyId":"021345abcdef6789","userName":"nikki_wolf"}
            """);

        Assert.Equal("abcdef01234567890", caller.AccountId);
        Assert.Equal("1234567890abcdef0", caller.PrincipalId);
        Assert.Equal("021345abcdef6789", caller.AccessKeyId);
        Assert.False(caller.UsesTemporaryCredentials);
    }
}
