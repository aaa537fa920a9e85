namespace IncidentTrail.Tests.Incidents.Changes;

/// <summary>Which keys are those of the incident's replication set, and which only look like them.</summary>
public sealed class OtherKeysTests
{
    private const string Elsewhere = "444455556666";
    private const string Key = "arn:aws:kms:us-east-1:111122223333:key/mrk-1";

    [Fact]
    public void A_key_by_its_id_alone_is_one_of_the_Region_whose_data_it_encrypts()
    {
        var changes = MadeCalls.Rebuilt(
            MadeCalls.Call("08:00:00", "UpdateReplicationSet", new { actions = new[] { new { addRegionAction = new { regionName = "eu-west-1", sseKmsKeyId = "k2" } } } }),
            MadeCalls.Call("09:00:00", "DisableKey", new { keyId = "k2" }, source: "kms", region: "eu-west-1"),
            MadeCalls.Call("09:01:00", "DisableKey", new { keyId = "k2" }, source: "kms"), MadeCalls.Start("10:00:00")).ChangesBefore;

        Assert.Equal([TrailChangeScope.Incident, TrailChangeScope.Other], changes.Where(c => c.Event.EventName == "DisableKey").Select(c => c.Scope));
    }

    [Fact]
    public void A_key_of_a_Region_that_left_the_replication_set_is_inferred()
    {
        var changes = MadeCalls.Rebuilt(
            MadeCalls.Call("08:00:00", "CreateReplicationSet", new { regions = new Dictionary<string, object> { ["us-east-1"] = new { sseKmsKeyId = "k1" }, ["eu-west-1"] = new { sseKmsKeyId = "k2" } } }),
            MadeCalls.Call("08:30:00", "UpdateReplicationSet", new { actions = new[] { new { deleteRegionAction = new { regionName = "eu-west-1" } } } }),
            MadeCalls.Call("09:00:00", "DisableKey", new { keyId = "k2" }, source: "kms", region: "eu-west-1"),
            MadeCalls.Call("09:01:00", "DisableKey", new { keyId = "k1" }, source: "kms"), MadeCalls.Start("10:00:00")).ChangesBefore;

        Assert.Equal(
            [(TrailLink.Inferred, "was a key of the replication set until 2026-05-05"), (TrailLink.Certain, "a key of the replication set")],
            changes.Where(c => c.Event.EventName == "DisableKey").Select(c => (c.Link, c.Basis)));
    }

    [Fact]
    public void Another_accounts_replication_set_has_other_keys_and_is_none_of_this_incidents()
    {
        var changes = MadeCalls.Rebuilt(
            MadeCalls.Call("08:00:00", "CreateReplicationSet", new { regions = new Dictionary<string, object> { ["us-east-1"] = new { sseKmsKeyId = Key } } }, account: Elsewhere),
            MadeCalls.Call("09:00:00", "DisableKey", new { keyId = Key }, source: "kms"), MadeCalls.Start("10:00:00")).ChangesBefore;

        Assert.Equal(["DisableKey"], changes.Select(c => c.Event.EventName));
        Assert.Equal(TrailChangeScope.Other, changes[0].Scope);
    }
}
