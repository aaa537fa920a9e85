using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Contacts;

public sealed class RotationTests
{
    private const string Rotation = "arn:aws:ssm-contacts:us-east-1:111122223333:rotation/r1";

    private static JsonObject[] Schedule =>
    [
        Contacts("08:00:00", "CreateRotation", new { name = "week", contactIds = new[] { MadeCalls.Contact("contact", "bob") } }, new { rotationArn = Rotation }),
        Contacts("08:10:00", "CreateContact", new { alias = "schedule", type = "ONCALL_SCHEDULE", plan = new { rotationIds = new[] { Rotation } } },
            new { contactArn = MadeCalls.Contact("contact", "schedule") }),
    ];

    private static JsonObject[] Incident => [MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "schedule")];

    [Theory]
    [InlineData("2026-05-05T09:30:00Z", "2026-05-05T11:00:00Z")]
    [InlineData("May 5, 2026, 9:30:00 AM", "May 5, 2026, 11:00:00 AM")]
    public void An_override_makes_its_contacts_members_for_its_span(string from, string to)
    {
        var incident = MadeCalls.Rebuilt([.. Schedule, Override(from, to), .. Incident, MadeCalls.Accept("10:05:00", "carol")]);

        Assert.StartsWith("carol is in the plan of schedule", incident.AcknowledgedBasis);
        Assert.Equal(300, incident.TimeToAcknowledge.Seconds);
    }

    [Theory]
    [InlineData("2026-05-05T08:30:00Z", "2026-05-05T10:05:00Z")]
    [InlineData("2026-05-05T10:06:00Z", "2026-05-05T11:00:00Z")]
    public void Outside_its_span_a_page_to_them_is_not_this_incidents(string from, string to) =>
        AssertNotAscribed([.. Schedule, Override(from, to), .. Incident, MadeCalls.Accept("10:05:00", "carol")]);

    [Fact]
    public void After_its_deletion_a_page_to_them_is_not_this_incidents() => AssertNotAscribed(
    [
        .. Schedule, Override("2026-05-05T09:30:00Z", "2026-05-05T11:00:00Z"),
        Contacts("09:40:00", "DeleteRotationOverride", new { rotationId = Rotation, rotationOverrideId = "o1" }),
        .. Incident, MadeCalls.Accept("10:05:00", "carol"),
    ]);

    [Fact]
    public void In_the_fixture_only_the_acceptance_in_the_span_is_this_incidents()
    {
        var incident = Fixture.Incident("rotation-overrides", TimeSpan.FromDays(7));

        Assert.Same(
            Fixture.Step(incident, "acceptance in the override's span"), Assert.Single(incident.Timeline, s => s.Kind == TrailStepKind.Acknowledgement));
        Assert.Equal(240, incident.TimeToAcknowledge.Seconds);
        Assert.All(incident.ChangesBefore, c => Assert.Equal(TrailChangeScope.Incident, c.Scope));
        Assert.Contains(incident.ChangesBefore, c => c.Text.EndsWith("made a rotation override with martha_rivera, from 2026-03-06T08:00:00Z to 2026-03-06T12:00:00Z", StringComparison.Ordinal));
    }

    [Fact]
    public void The_deletion_of_another_rotations_override_ends_nothing() => Assert.Equal(300, MadeCalls.Rebuilt(
    [
        .. Schedule, Override("2026-05-05T09:30:00Z", "2026-05-05T11:00:00Z"),
        Contacts("09:40:00", "DeleteRotationOverride", new { rotationId = Rotation.Replace("r1", "r2"), rotationOverrideId = "o1" }),
        .. Incident, MadeCalls.Accept("10:05:00", "carol"),
    ]).TimeToAcknowledge.Seconds);

    [Theory]
    [InlineData("bob")]
    [InlineData("carol")]
    public void After_the_rotations_deletion_it_pages_nobody(string alias) => AssertNotAscribed(
    [
        .. Schedule, Override("2026-05-05T09:30:00Z", "2026-05-05T11:00:00Z"), Contacts("09:45:00", "DeleteRotation", new { rotationId = Rotation }),
        .. Incident, MadeCalls.Accept("10:05:00", alias),
    ]);

    [Fact]
    public void Whom_an_update_took_out_of_the_rotation_it_does_not_page() => AssertNotAscribed(
    [
        .. Schedule, Contacts("09:45:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { MadeCalls.Contact("contact", "dora") } }),
        .. Incident, MadeCalls.Accept("10:05:00", "bob"),
    ]);

    [Fact]
    public void An_update_that_names_no_contacts_leaves_them() => Assert.StartsWith("bob is in the plan of schedule", MadeCalls.Rebuilt(
    [
        .. Schedule, Contacts("09:45:00", "UpdateRotation", new { rotationId = Rotation, timeZoneId = "Asia/Tokyo" }),
        .. Incident, MadeCalls.Accept("10:05:00", "bob"),
    ]).AcknowledgedBasis);

    [Fact]
    public void A_rotation_pages_from_its_own_start_on()
    {
        JsonObject[] Later(string start) =>
        [
            .. Schedule, Contacts("09:45:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { MadeCalls.Contact("contact", "dora") }, startTime = start }),
            .. Incident,
        ];

        Assert.StartsWith("bob is in the plan of schedule", MadeCalls.Rebuilt([.. Later("2026-05-06T00:00:00Z"), MadeCalls.Accept("10:05:00", "bob")]).AcknowledgedBasis);
        AssertNotAscribed([.. Later("2026-05-06T00:00:00Z"), MadeCalls.Accept("10:05:00", "dora")]);
        AssertNotAscribed([.. Later("2026-05-05T10:00:00Z"), MadeCalls.Accept("10:05:00", "bob")]);
        Assert.StartsWith("dora is in the plan of schedule", MadeCalls.Rebuilt([.. Later("2026-05-05T10:00:00Z"), MadeCalls.Accept("10:05:00", "dora")]).AcknowledgedBasis);
    }

    [Fact]
    public void An_update_that_names_no_start_leaves_it() => AssertNotAscribed(
    [
        .. Schedule,
        Contacts("09:40:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { MadeCalls.Contact("contact", "dora") }, startTime = "2026-05-06T00:00:00Z" }),
        Contacts("09:45:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { MadeCalls.Contact("contact", "carol") } }),
        .. Incident, MadeCalls.Accept("10:05:00", "carol"),
    ]);

    [Fact]
    public void An_update_that_names_a_start_alone_moves_it()
    {
        JsonObject[] Moved(string start) =>
        [
            .. Schedule,
            Contacts("09:40:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { MadeCalls.Contact("contact", "dora") }, startTime = "2026-05-05T10:02:00Z" }),
            Contacts("09:45:00", "UpdateRotation", new { rotationId = Rotation, startTime = start }),
            .. Incident,
        ];

        AssertNotAscribed([.. Moved("2026-05-05T10:10:00Z"), MadeCalls.Accept("10:05:00", "dora")]);
        Assert.StartsWith("bob is in the plan of schedule", MadeCalls.Rebuilt([.. Moved("2026-05-05T10:10:00Z"), MadeCalls.Accept("10:05:00", "bob")]).AcknowledgedBasis);
        Assert.StartsWith("dora is in the plan of schedule", MadeCalls.Rebuilt([.. Moved("2026-05-05T10:00:00Z"), MadeCalls.Accept("10:01:00", "dora")]).AcknowledgedBasis);
        AssertNotAscribed([.. Moved("2026-05-05T10:10:00Z"), Contacts("09:50:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { MadeCalls.Contact("contact", "carol") } }), MadeCalls.Accept("10:05:00", "carol")]);
    }

    [Fact]
    public void What_had_not_begun_when_its_start_was_set_anew_never_does() => AssertNotAscribed(
    [
        .. Schedule,
        Contacts("09:40:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { MadeCalls.Contact("contact", "dora") }, startTime = "2026-05-05T10:02:00Z" }),
        Contacts("09:45:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { MadeCalls.Contact("contact", "carol") }, startTime = "2026-05-05T10:10:00Z" }),
        .. Incident, MadeCalls.Accept("10:05:00", "dora"),
    ]);

    [Fact]
    public void A_rotation_that_is_deleted_before_its_start_pages_nobody() => AssertNotAscribed(
    [
        .. Schedule,
        Contacts("09:40:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { MadeCalls.Contact("contact", "dora") }, startTime = "2026-05-06T00:00:00Z" }),
        Contacts("09:45:00", "DeleteRotation", new { rotationId = Rotation }),
        .. Incident, MadeCalls.Accept("10:05:00", "bob"),
    ]);

    [Fact]
    public void A_failed_override_makes_nobody_a_member() => Assert.StartsWith("time only", MadeCalls.Rebuilt(
        [.. Schedule, Override("2026-05-05T09:30:00Z", "2026-05-05T11:00:00Z").Failing(), .. Incident, MadeCalls.Accept("10:05:00", "carol")]).AcknowledgedBasis);

    [Fact]
    public void A_rotation_of_that_id_in_another_Region_is_another() => Assert.StartsWith("bob is in the plan of schedule", MadeCalls.Rebuilt(
    [
        .. Schedule, Contacts("09:45:00", "DeleteRotation", new { rotationId = Rotation.Replace("us-east-1", "eu-west-1") }),
        .. Incident, MadeCalls.Accept("10:05:00", "bob"),
    ]).AcknowledgedBasis);

    [Fact]
    public void That_somebody_is_in_no_plan_is_said_of_plans_that_were_read()
    {
        Assert.EndsWith("dora is in no engagement of it, and in no plan of these, as last seen in what was read",
            MadeCalls.Rebuilt([.. Schedule, .. Incident, MadeCalls.Accept("10:05:00", "dora")]).AcknowledgedBasis);
        Assert.EndsWith("dora is in no engagement of it; whom the plan of schedule pages is not in what was read",
            MadeCalls.Rebuilt([Schedule[1], .. Incident, MadeCalls.Accept("10:05:00", "dora")]).AcknowledgedBasis);
        Assert.EndsWith("dora is in no engagement of it; whom the plan of schedule pages is not in what was read",
            MadeCalls.Rebuilt([.. Incident, MadeCalls.Accept("10:05:00", "dora")]).AcknowledgedBasis);
    }

    [Fact]
    public void What_changes_a_rotation_in_its_plan_is_a_change_of_this_incidents_contacts()
    {
        var changes = MadeCalls.Rebuilt(
        [
            .. Schedule,
            Contacts("09:00:00", "UpdateRotation", new { rotationId = Rotation, timeZoneId = "Asia/Tokyo" }),
            Override("2026-05-05T09:30:00Z", "2026-05-05T11:00:00Z"),
            Contacts("09:30:00", "DeleteRotationOverride", new { rotationId = "r1", rotationOverrideId = "o1" }),
            Contacts("09:40:00", "DeleteRotation", new { rotationId = Rotation }),
            Contacts("09:50:00", "DeleteRotation", new { rotationId = Rotation.Replace("r1", "r2") }),
            .. Incident,
        ]).ChangesBefore;

        Assert.Equal(
            ["UpdateRotation", "CreateRotationOverride", "DeleteRotationOverride", "DeleteRotation"],
            changes.Where(c => c.Scope == TrailChangeScope.Incident && c.Basis.StartsWith("a rotation in the plan of contact schedule", StringComparison.Ordinal))
                .Select(c => c.Event.EventName).Where(n => n != "CreateRotation"));
        Assert.Equal("DeleteRotation", Assert.Single(changes, c => c.Scope == TrailChangeScope.Other).Event.EventName);
    }

    private static void AssertNotAscribed(IEnumerable<JsonObject> calls)
    {
        var incident = MadeCalls.Rebuilt(calls);

        Assert.Null(incident.TimeToAcknowledge.Seconds);
        Assert.Null(incident.AcknowledgedBy);
        Assert.DoesNotContain(incident.Timeline, s => s.Kind == TrailStepKind.Acknowledgement);
    }

    private static JsonObject Override(string from, string to) => Contacts("09:10:00", "CreateRotationOverride",
        new { rotationId = Rotation, newContactIds = new[] { MadeCalls.Contact("contact", "carol") }, startTime = from, endTime = to },
        new { rotationOverrideId = "o1" });

    private static JsonObject Contacts(string time, string name, object request, object? response = null) =>
        MadeCalls.Call(time, name, request, response, source: "ssm-contacts");
}
