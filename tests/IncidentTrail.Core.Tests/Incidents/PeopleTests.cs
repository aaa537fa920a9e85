using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents;

public sealed class PeopleTests
{
    private const string Lambda = "Boto3/1.34.0 md/Botocore#1.34.0 exec-env/AWS_Lambda_python3.12";

    [Fact]
    public void The_role_of_an_event_rule_is_no_person()
    {
        var incident = Fixture.Incident("started-by-event-rule");

        Assert.DoesNotContain(incident.People, p => p.StartsWith("StartIncidentFromRule", StringComparison.Ordinal));
        Assert.Contains(incident.Services, p => p.StartsWith("StartIncidentFromRule", StringComparison.Ordinal));
        Assert.Contains("john_stiles", incident.People);
    }

    [Theory]
    [InlineData("starter", """, "inScopeOf":{"issuerType":"AWS::Lambda::Function","credentialsIssuedTo":"arn:aws:lambda:us-east-1:111122223333:function:starter"}""", "", "test")]
    [InlineData("starter", "", "", Lambda)]
    [InlineData("starter", "", "", "aws-sdk-go-v2/1.30 exec-env/AWS_ECS_FARGATE")]
    [InlineData("i-0123456789abcdef0", "", "", "test")]
    [InlineData("starter", "", ""","ec2RoleDelivery":"2.0" """, "test")]
    [InlineData("starter", "", ""","webIdFederationData":{"federatedProvider":"arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/1"}""", "test")]
    [InlineData("Automation-6ebcc812-85f5-b7eb-8b2f-283e4d844308", "", "", "test")]
    [InlineData("starter", ""","invokedBy":"scheduler.amazonaws.com" """, "", "test")]
    public void A_program_with_a_roles_credentials_is_no_person(string session, string identity, string context, string agent)
    {
        var incident = Rebuilt("Starter", session, identity, context, agent);

        Assert.Equal(TrailIncidentOrigin.Program, incident.Origin);
        Assert.Empty(incident.People);
        Assert.Equal([$"Starter/{session}"], incident.Services);
        Assert.Equal($"by Starter/{session}", incident.Began);
    }

    [Theory]
    [InlineData("alice", "", "", "test")]
    [InlineData("alice", "", "", "aws-cli/2.15 exec-env/CloudShell")]
    [InlineData("alice", "", ""","attributes":{"mfaAuthenticated":"true"}""", Lambda)]
    [InlineData("alice", "", ""","sourceIdentity":"alice" """, Lambda)]
    [InlineData("alice", ""","invokedBy":"cloudformation.amazonaws.com" """, "", "cloudformation.amazonaws.com")]
    [InlineData("alice", ""","onBehalfOf":{"userId":"94482488","identityStoreArn":"arn:aws:identitystore::111122223333:identitystore/d-9"}""", "", Lambda)]
    public void A_session_that_nothing_shows_to_be_a_programs_is_taken_for_a_persons(string session, string identity, string context, string agent)
    {
        var incident = Rebuilt("Responder", session, identity, context, agent);

        Assert.Equal(TrailIncidentOrigin.Person, incident.Origin);
        Assert.Single(incident.People);
        Assert.Empty(incident.Services);
    }

    [Fact]
    public void Whoever_tried_in_vain_to_read_it_did_not_try_to_change_it()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Call("10:01:00", "GetIncidentRecord", new { arn = MadeCalls.Incident }, by: "bob").Failing(),
            MadeCalls.Update("10:01:00", new { impact = 1 }, by: "carol").Failing());

        Assert.Equal(["alice", "carol"], incident.People);
        Assert.Equal([false, true, true], incident.Timeline.Select(s => s.SameSecond));
    }

    [Fact]
    public void An_IAM_user_is_taken_for_a_person_whatever_it_runs_on() => Assert.Equal(
        ["alice"], MadeCalls.Rebuilt(MadeCalls.Start("10:00:00").With("userAgent", Lambda)).People);

    [Fact]
    public void Times_in_the_texts_of_steps_and_changes_are_in_the_clock_of_the_times_beside_them()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Call("09:00:00", "DeleteResponsePlan", new { arn = MadeCalls.Plan }), MadeCalls.Start("10:00:00"));

        Assert.StartsWith($"{incident.ChangesBefore[0].Time:yyyy-MM-dd HH:mm:ss zzz} alice", incident.ChangesBefore[0].ToString());
        Assert.StartsWith($"{incident.StartTime:yyyy-MM-dd HH:mm:ss zzz} alice", incident.Timeline[0].ToString());
    }

    private static TrailIncident Rebuilt(string role, string session, string identity, string context, string agent) => MadeCalls.Rebuilt(
        MadeCalls.Start("10:00:00").With("userAgent", agent).With("userIdentity", JsonNode.Parse($$$"""
        {"type":"AssumedRole","principalId":"AROA:{{{session}}}","arn":"arn:aws:sts::111122223333:assumed-role/{{{role}}}/{{{session}}}","accountId":"111122223333",
         "sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::111122223333:role/{{{role}}}","userName":"{{{role}}}"} {{{context}}} } {{{identity}}} }
        """)));
}
