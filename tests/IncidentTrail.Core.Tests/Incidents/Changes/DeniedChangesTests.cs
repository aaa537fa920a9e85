using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Changes;

/// <summary>Who tried to silence a pager and was denied changed nothing, and is not passed over in silence.</summary>
public sealed class DeniedChangesTests
{
    [Fact]
    public void One_of_the_fixture_is_told_and_is_no_change()
    {
        var incident = Fixture.Incidents("silenced-while-it-ran", TimeSpan.FromDays(1)).Single();

        Assert.Contains(
            "1 denied call before it or while it ran would have changed contacts, rotations or response plans of its account, DeleteContact at 2026-03-11T22:06:30Z. "
            + "It changed nothing and is not among the changes; Get-IncidentTrailEvent -Failed shows it.", incident.Remarks);
        Assert.DoesNotContain(incident.ChangesDuring, change => change.Event.EventName == "DeleteContact");
    }

    [Fact]
    public void Several_are_counted_and_the_first_is_named()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Call("09:30:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan }).Failing(), Contacts("10:10:00", "DeactivateContactChannel").Failing("AccessDenied"),
            MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:30:00"));

        Assert.Contains(incident.Remarks, remark => remark.StartsWith("2 denied calls before it or while it ran", StringComparison.Ordinal)
            && remark.Contains("the first UpdateResponsePlan at 2026-05-05T09:30:00Z. They changed nothing and are", StringComparison.Ordinal));
    }

    public static TheoryData<JsonObject> Others =>
    [
        Contacts("10:31:00", "DeleteContact").Failing(),
        Contacts("10:10:00", "DeleteContact").Failing("ThrottlingException"),
        Contacts("10:10:00", "GetContact").Failing(),
        Contacts("10:10:00", "DeleteContact"),
        Contacts("10:10:00", "DeleteContact", "444455556666").Failing(),
        Contacts("2026-04-20T10:10:00Z", "DeleteContact").Failing(),
    ];

    [Theory, MemberData(nameof(Others))]
    public void What_came_later_or_long_before_elsewhere_was_not_denied_or_only_read_is_not_told(JsonObject call)
    {
        var incident = MadeCalls.Rebuilt(call, MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:30:00"));

        Assert.DoesNotContain(incident.Remarks, remark => remark.Contains("denied", StringComparison.Ordinal));
    }

    private static JsonObject Contacts(string time, string name, string account = "111122223333") =>
        MadeCalls.Call(time, name, new { contactId = MadeCalls.Contact("contact", "bob", null, account) }, source: "ssm-contacts", account: account);
}
