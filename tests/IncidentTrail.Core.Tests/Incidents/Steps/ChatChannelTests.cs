using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Steps;

/// <summary>Calls that a chat channel made: the role is named as the channel's, since the trail does not tell who typed.</summary>
public sealed class ChatChannelTests
{
    private const string Chatbot = "chatbot.amazonaws.com";

    [Theory]
    [InlineData("invokedBy", "AssumedRole", true)]
    [InlineData("sourceIPAddress", "AssumedRole", true)]
    [InlineData("userAgent", "AssumedRole", true)]
    [InlineData("userAgent", "IAMUser", false)]
    [InlineData("none", "AssumedRole", false)]
    public void The_chat_channels_role_is_named_as_such(string field, string type, bool expected)
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"),
            By(MadeCalls.Call("10:10:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan, displayName = "x" }), field, type),
            By(MadeCalls.Resolve("10:30:00"), field, type));
        var steps = incident.GetTimeline(reads: false, changes: false);

        Assert.Equal([TrailStepKind.Start, TrailStepKind.ChangeDuring, TrailStepKind.Status], steps.Select(s => s.Kind));
        Assert.Equal([false, expected, expected], steps.Select(s => s.ByChatChannel));
        Assert.All(steps.Skip(1), s => Assert.Equal(
            expected, s.Text.StartsWith("The chat channel's role ChatRole/chatbot-session (the person is not in the trail) ", StringComparison.Ordinal)));
    }

    private static JsonObject By(JsonObject call, string field, string type) => call
        .With("userIdentity", new
        {
            type, principalId = "AROAX:chatbot-session", arn = "arn:aws:sts::111122223333:assumed-role/ChatRole/chatbot-session",
            accountId = "111122223333", invokedBy = field == "invokedBy" ? Chatbot : null,
            sessionContext = new { sessionIssuer = new { type = "Role", arn = "arn:aws:iam::111122223333:role/ChatRole", userName = "ChatRole" } },
        })
        .With("sourceIPAddress", field == "sourceIPAddress" ? Chatbot : "192.0.2.1")
        .With("userAgent", field == "userAgent" ? Chatbot : "aws-cli/2");
}
