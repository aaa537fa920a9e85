using static IncidentTrail.Tests.Callers.Identities;

namespace IncidentTrail.Tests.Callers;

public sealed class SessionCallerTests
{
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
}
