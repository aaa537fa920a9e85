using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Callers;

/// <summary>A sign-in to Identity Center names its user only in additionalEventData.</summary>
public sealed class IdentityCenterSignInTests
{
    [Theory]
    [InlineData("IdentityCenterUser", "sso.amazonaws.com", "UserName", "alice", "additionalEventData.UserName")]
    [InlineData("IdentityCenterUser", "signin.amazonaws.com", "userName", "alice", "additionalEventData.UserName")]
    [InlineData("Unknown", "sso.amazonaws.com", "UserName", "alice", "additionalEventData.UserName")]
    [InlineData("Unknown", "ec2.amazonaws.com", "UserName", "111122223333", "userIdentity.accountId")]
    [InlineData("IAMUser", "signin.amazonaws.com", "UserName", "111122223333", "userIdentity.accountId")]
    public void The_name_is_taken_from_there_where_nothing_else_names_somebody(string type, string source, string member, string name, string basis)
    {
        var answer = LogReading.Read(
            $$"""{"eventVersion":"1.08","userIdentity":{"type":"{{type}}","accountId":"111122223333"},"eventTime":"2026-03-10T09:00:00Z","eventSource":"{{source}}","eventName":"UserAuthentication","eventType":"AwsServiceEvent","additionalEventData":{"{{member}}":"alice","CredentialType":"PASSWORD"},"eventID":"1"}""");

        Assert.Equal((name, basis), (Assert.Single(answer.Events).CallerName, answer.Events[0].Caller.Basis));
    }

    [Fact]
    public void A_name_in_the_identity_goes_first()
    {
        var answer = LogReading.Read(
            """{"eventVersion":"1.08","userIdentity":{"type":"IdentityCenterUser","userName":"bob"},"eventSource":"sso.amazonaws.com","eventName":"UserAuthentication","additionalEventData":{"UserName":"alice"},"eventID":"1"}""");

        Assert.Equal("bob", Assert.Single(answer.Events).CallerName);
    }
}
