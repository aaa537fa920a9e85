using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Changes;

/// <summary>What a call does at once, which its name does not tell.</summary>
public sealed class KeyAndTargetTextTests
{
    [Theory]
    [InlineData("ScheduleKeyDeletion", "alice scheduled the deletion of the key k1, which cannot be used from then on")]
    [InlineData("CancelKeyDeletion", "alice cancelled the deletion of the key k1, which is disabled until somebody enables it")]
    [InlineData("DeleteImportedKeyMaterial", "alice deleted the imported material of the key k1, which cannot be used until it is imported again")]
    public void A_key_that_cannot_be_used(string name, string text) =>
        Assert.Equal(text, Text(MadeCalls.Call("09:30:00", name, new { keyId = "k1", pendingWindowInDays = 7 }, source: "kms")));

    [Theory]
    [InlineData("RemoveTargets", 2, "alice removed targets from the event rule high (1, 2), which failed for 2 of them")]
    [InlineData("RemoveTargets", 0, "alice removed targets from the event rule high (1, 2)")]
    [InlineData("PutTargets", 1, "alice gave targets to the event rule high, of them the response plan shop, which failed for 1 of them")]
    public void Targets_for_which_a_call_failed_that_has_no_error(string name, int failed, string text)
    {
        object request = name == "PutTargets"
            ? new { rule = "high", targets = (object[])[new { id = "1", arn = MadeCalls.Plan }] } : new { rule = "high", ids = (string[])["1", "2"] };

        Assert.Equal(text, Text(MadeCalls.Call("09:30:00", name, request, new { failedEntryCount = failed, failedEntries = (object[])[] }, source: "events")));
    }

    private static string Text(JsonObject change) => Assert.Single(MadeCalls.Rebuilt(change, MadeCalls.Start("10:00:00")).ChangesBefore).Text;
}
