using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Changes;

/// <summary>Who is taken out of a plan or rotation before the incident, and what is done to them and to it then.</summary>
public sealed class SilencedContactTests
{
    private const string Rotation = "arn:aws:ssm-contacts:us-east-1:111122223333:rotation/r1";

    private static readonly string[] s_none = [];

    private static JsonObject[] Schedule =>
    [
        Contacts("08:00:00", "CreateRotation", new { contactIds = Arns("bob") }, new { rotationArn = Rotation }),
        Contacts("08:10:00", "CreateContact", new { alias = "schedule", type = "ONCALL_SCHEDULE", plan = new { rotationIds = new[] { Rotation } } },
            new { contactArn = MadeCalls.Contact("contact", "schedule") }),
        Contacts("08:20:00", "CreateContact", new { alias = "escalation", type = "ESCALATION", plan = Stages("schedule") },
            new { contactArn = MadeCalls.Contact("contact", "escalation") }),
    ];

    public static TheoryData<string, JsonObject> Removals => new()
    {
        { "bob is in the plan of escalation at other times only", Contacts("08:30:00", "DeleteRotation", new { rotationId = Rotation }) },
        { "bob is in the plan of escalation at other times only", Contacts("08:30:00", "UpdateRotation", new { rotationId = Rotation, contactIds = Arns("carol") }) },
        { "bob is in the plan of escalation at other times only", Contacts("08:30:00", "UpdateContact", new { contactId = MadeCalls.Contact("contact", "schedule"), plan = new { rotationIds = s_none } }) },
        { "bob is in the plan of escalation at other times only", Contacts("08:30:00", "UpdateContact", new { contactId = MadeCalls.Contact("contact", "escalation"), plan = Stages("carol") }) },
        { "bob is in the plan of escalation, as last seen", Contacts("08:30:00", "UpdateContact", new { contactId = MadeCalls.Contact("contact", "bob"), displayName = "B" }) },
    };

    [Theory, MemberData(nameof(Removals))]
    public void Whoever_was_taken_out_of_the_plan_first_is_still_tied_to_the_incident(string basis, JsonObject removal)
    {
        var change = Change("DeleteContactChannel",
            [.. Schedule, removal, Contacts("08:40:00", "DeleteContactChannel", new { contactChannelId = MadeCalls.Contact("device", "bob", "c1") }), .. Incident("escalation")]);

        Assert.Equal((TrailChangeScope.Incident, TrailLink.Inferred), (change.Scope, change.Link));
        Assert.StartsWith("contact " + basis, change.Basis);
    }

    [Theory, MemberData(nameof(Removals))]
    public void So_is_the_rotation(string _, JsonObject removal)
    {
        var change = Change("DeleteRotationOverride",
            [.. Schedule, removal, Contacts("08:40:00", "DeleteRotationOverride", new { rotationId = Rotation, rotationOverrideId = "o1" }), .. Incident("escalation")]);

        Assert.Equal((TrailChangeScope.Incident, TrailLink.Inferred), (change.Scope, change.Link));
        Assert.StartsWith("a rotation in the plan of contact ", change.Basis);
    }

    [Fact]
    public void Whoever_an_override_pages_at_another_time_is_tied_by_that()
    {
        var change = Change("UpdateContact",
        [
            .. Schedule,
            Contacts("08:30:00", "CreateRotationOverride", new { rotationId = Rotation, newContactIds = Arns("dora"), startTime = "2026-05-07T00:00:00Z", endTime = "2026-05-08T00:00:00Z" }, new { rotationOverrideId = "o1" }),
            Contacts("08:40:00", "UpdateContact", new { contactId = MadeCalls.Contact("contact", "dora"), displayName = "D" }),
            .. Incident("schedule"),
        ]);

        Assert.Equal("contact dora is in the plan of schedule at other times only, as seen in what was read", change.Basis);
    }

    public static TheoryData<JsonObject> OfRotation =>
    [
        Contacts("08:40:00", "UpdateRotation", new { rotationId = Rotation, timeZoneId = "Asia/Tokyo" }),
        Contacts("08:40:00", "DeleteRotation", new { rotationId = Rotation }),
        Contacts("08:40:00", "CreateRotationOverride", new { rotationId = "r1", newContactIds = Arns("mallory") }, new { rotationOverrideId = "o1" }),
        Contacts("08:40:00", "DeleteRotationOverride", new { rotationId = Rotation, rotationOverrideId = "o1" }),
    ];

    [Theory, MemberData(nameof(OfRotation))]
    public void A_rotation_that_had_an_engaged_contact_is_tied_by_that(JsonObject call)
    {
        var change = Change((string)call["eventName"]!, [Schedule[0], call, .. Incident("bob")]);

        Assert.Equal((TrailChangeScope.Incident, TrailLink.Inferred), (change.Scope, change.Link));
        Assert.Equal("a rotation that had bob: contact bob was engaged in this incident", change.Basis);
    }

    [Fact]
    public void One_that_had_somebody_who_is_in_the_plan_no_more_says_so()
    {
        var change = Change("DeleteRotation",
        [
            Contacts("08:00:00", "CreateRotation", new { contactIds = Arns("bob") }, new { rotationArn = Rotation }),
            Contacts("08:10:00", "UpdateContact", new { contactId = MadeCalls.Contact("contact", "escalation"), plan = Stages("bob") }),
            Contacts("08:20:00", "UpdateContact", new { contactId = MadeCalls.Contact("contact", "escalation"), plan = Stages("carol") }),
            Contacts("08:40:00", "DeleteRotation", new { rotationId = Rotation }),
            .. Incident("escalation"),
        ]);

        Assert.Equal("a rotation that had bob: contact bob is in the plan of escalation at other times only, as seen in what was read", change.Basis);
    }

    [Fact]
    public void A_rotation_ties_nobody_else_in_it_and_one_with_others_is_not_tied()
    {
        var changes = MadeCalls.Rebuilt(
        [
            Contacts("08:00:00", "CreateRotation", new { contactIds = Arns("bob", "carol") }, new { rotationArn = Rotation }),
            Contacts("08:10:00", "CreateRotation", new { contactIds = Arns("dora") }, new { rotationArn = Rotation.Replace("r1", "r2") }),
            Contacts("08:20:00", "UpdateContact", new { contactId = MadeCalls.Contact("contact", "carol"), displayName = "C" }),
            Contacts("08:30:00", "DeleteRotation", new { rotationId = Rotation.Replace("r1", "r2") }),
            Contacts("08:40:00", "DeleteRotation", new { rotationId = Rotation.Replace("us-east-1", "eu-west-1") }),
            .. Incident("bob"),
        ]).ChangesBefore;

        Assert.Equal("alice made a rotation with bob, carol", Assert.Single(changes, c => c.Scope == TrailChangeScope.Incident).Text);
    }

    [Theory]
    [InlineData("""{"stages":[]}""", "plan emptied")]
    [InlineData("""{"rotationIds":[]}""", "plan emptied")]
    [InlineData("""{"stages":[{"durationInMinutes":5,"targets":[]}]}""", "plan emptied")]
    [InlineData("""{"stages":[{"durationInMinutes":5,"targets":[{"channelTargetInfo":{"contactChannelId":"c1"}}]},{"durationInMinutes":5,"targets":[]}]}""", "plan")]
    [InlineData("""{"rotationIds":["r1"]}""", "plan")]
    [InlineData("""{}""", "plan")]
    [InlineData("""{"omitted":true}""", "plan")]
    public void A_plan_that_pages_nobody_any_more_is_said_to_be_emptied(string plan, string words) => Assert.Equal(
        $"alice changed the contact escalation ({words})",
        Change("UpdateContact", [Contacts("08:40:00", "UpdateContact", new { contactId = "escalation", plan = JsonNode.Parse(plan) }), .. Incident("escalation")]).Text);

    public static TheoryData<string, JsonObject> Updates => new()
    {
        {
            "changed a rotation (contactIds, timeZoneId), now with carol, dora",
            Contacts("08:40:00", "UpdateRotation", new { rotationId = Rotation, contactIds = Arns("carol", "dora"), timeZoneId = "UTC" })
        },
        { "changed a rotation (timeZoneId)", Contacts("08:40:00", "UpdateRotation", new { rotationId = Rotation, timeZoneId = "UTC" }) },
        { "changed a rotation (contactIds emptied)", Contacts("08:40:00", "UpdateRotation", new { rotationId = Rotation, contactIds = s_none }) },
        { "changed the contact escalation (plan), now with carol", Contacts("08:40:00", "UpdateContact", new { contactId = "escalation", plan = Stages("carol") }) },
        { "changed the contact schedule (plan)", Contacts("08:40:00", "UpdateContact", new { contactId = "schedule", plan = new { rotationIds = new[] { Rotation } } }) },
        { "changed the response plan shop (engagements), now with escalation, bob", MadeCalls.Call("08:40:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan, engagements = Arns("escalation", "bob") }) },
        { "changed the response plan shop (engagements emptied)", MadeCalls.Call("08:40:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan, engagements = s_none }) },
    };

    [Theory, MemberData(nameof(Updates))]
    public void An_update_says_who_is_paged_now(string words, JsonObject call) =>
        Assert.Equal($"alice {words}", Change((string)call["eventName"]!, [call, .. Incident("bob")]).Text);

    private static JsonObject[] Incident(string engaged) => [MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", engaged)];

    private static TrailChange Change(string name, IEnumerable<JsonObject> calls) =>
        MadeCalls.Rebuilt(calls).ChangesBefore.Last(c => c.Event.EventName == name);

    private static string[] Arns(params string[] aliases) => [.. aliases.Select(a => MadeCalls.Contact("contact", a))];

    private static object Stages(string alias) =>
        new { stages = new[] { new { durationInMinutes = 5, targets = new[] { new { contactTargetInfo = new { contactId = MadeCalls.Contact("contact", alias) } } } } } };

    private static JsonObject Contacts(string time, string name, object request, object? response = null) =>
        MadeCalls.Call(time, name, request, response, source: "ssm-contacts");
}
