using IncidentTrail.Tallies;
using IncidentTrail.Tests.Logs;
using static IncidentTrail.Tests.Callers.Identities;

namespace IncidentTrail.Tests.Tallies;

public sealed class CallerGroupTests
{
    // Another account's copy, which does not say whose call it was.
    private const string UnnamedCopy = """{"type":"AWSAccount","accountId":"111122223333"}""";

    [Fact]
    public void A_call_of_which_two_accounts_received_a_record_counts_once_in_its_account()
    {
        string[] records = [Record("1", AssumedRole("Responder"), "s1"), Record("2", UnnamedCopy, "s1"), Record("3", UnnamedCopy, "s2")];

        Assert.Equal([1, 2], Groups(TrailCallerGrouping.Session, records).Select(caller => caller.EventCount).Order());
        var account = Assert.Single(Groups(TrailCallerGrouping.Account, records));

        Assert.Equal((2, 2, 2), (account.EventCount, account.ChangeCount, account.SessionCount));
        Assert.Equal(["111122223333", "444455556666"], account.AccountIds);
    }

    [Fact]
    public void A_call_that_two_sessions_of_a_role_have_a_record_of_counts_once_for_the_role()
    {
        var other = AssumedRole("Responder").Replace("EXAMPLE01:alice", "EXAMPLE01:carol", StringComparison.Ordinal);
        string[] records = [Record("1", AssumedRole("Responder"), "s1"), Record("2", other, "s1"), Record("3", other, null)];

        Assert.Equal(2, Groups(TrailCallerGrouping.Session, records).Count);
        var role = Assert.Single(Groups(TrailCallerGrouping.Role, records));

        Assert.Equal((2, 2, 2), (role.EventCount, role.TemporaryCredentialCount, role.SessionCount));
    }

    [Fact]
    public void Roles_of_one_name_that_were_first_seen_together_come_in_one_order_whichever_was_read_first()
    {
        var other = AssumedRole("Responder").Replace("111122223333", "222233334444", StringComparison.Ordinal);
        string[] records = [Record("1", AssumedRole("Responder"), null), Record("2", other, null)];

        var groups = Groups(TrailCallerGrouping.Role, records).Select(caller => caller.AccountId).ToList();

        Assert.Equal(["111122223333", "222233334444"], groups);
        Assert.Equal(groups, Groups(TrailCallerGrouping.Role, [records[1], records[0]]).Select(caller => caller.AccountId));
    }

    [Fact]
    public void Whom_a_record_names_by_the_accounts_id_is_another_than_whom_none_names()
    {
        var named = UnnamedCopy.Insert(1, "\"principalId\":\"111122223333\",");

        Assert.Equal(2, Groups(TrailCallerGrouping.Role, [Record("1", UnnamedCopy, null), Record("2", named, null)]).Count);
    }

    private static IReadOnlyList<TrailCallerSummary> Groups(TrailCallerGrouping grouping, string[] records)
    {
        var answer = LogReading.Read(string.Join("\n", records));
        Assert.Equal(records.Length, answer.Events.Count);
        var tally = new CallerTally();
        foreach (var trailEvent in answer.Events)
            tally.Add(trailEvent);
        return [.. tally.Summaries(grouping)];
    }

    private static string Record(string id, string identity, string? shared) =>
        $$"""{"eventVersion":"1.08","eventID":"{{id}}","eventTime":"2026-01-02T08:00:00Z","eventSource":"ssm-contacts.amazonaws.com","eventName":"DeleteContact","recipientAccountId":"{{(identity == UnnamedCopy ? "444455556666" : "111122223333")}}"{{(shared is null ? null : $",\"sharedEventID\":\"{shared}\"")}},"userIdentity":{{identity}}}""";
}
