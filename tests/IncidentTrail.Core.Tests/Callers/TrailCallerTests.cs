using static IncidentTrail.Tests.Callers.Identities;

namespace IncidentTrail.Tests.Callers;

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

    [Theory]
    [InlineData(IamUser, true, false)]
    [InlineData("""{"type":"Root","accountId":"111122223333","accessKeyId":"AKIAEXAMPLEEXAMPLE01"}""", true, false)]
    [InlineData(
        """
        {"type":"IAMUser","accessKeyId":"AKIAEXAMPLEEXAMPLE01",
         "sessionContext":{"attributes":{"creationDate":"2026-01-02T02:00:00Z","mfaAuthenticated":"false"}}}
        """,
        true, false)]
    [InlineData("""{"type":"IAMUser","accessKeyId":"ASIAEXAMPLEEXAMPLE01"}""", false, true)]
    [InlineData(Root, false, false)]
    [InlineData("""{"type":"AWSService","invokedBy":"ssm-incidents.amazonaws.com"}""", false, false)]
    [InlineData("""{"type":"AssumedRole","accessKeyId":"AKIAEXAMPLEEXAMPLE01"}""", false, true)]
    public void A_long_term_key_is_a_users_or_roots_that_no_session_issued(string identity, bool longTerm, bool temporary)
    {
        var caller = Caller(identity);

        Assert.Equal((longTerm, temporary), (caller.UsesLongTermKey, caller.UsesTemporaryCredentials));
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
