using static IncidentTrail.Tests.Callers.Identities;
using static IncidentTrail.Tests.Tallies.CalledRecords;

namespace IncidentTrail.Tests.Tallies;

/// <summary>A call that several accounts have a record of is one call.</summary>
public sealed class SharedCallTests
{
    [Fact]
    public void The_copies_of_one_call_count_once()
    {
        var caller = Assert.Single(Tally(
            Record("08:00", IamUser, "StartIncident", "\"sharedEventID\":\"s1\",\"recipientAccountId\":\"111122223333\""),
            Record("08:00", IamUser, "StartIncident", "\"sharedEventID\":\"s1\",\"recipientAccountId\":\"444455556666\""),
            Record("08:01", IamUser, "StartIncident", "\"sharedEventID\":\"s2\"")));

        Assert.Equal((2, 2), (caller.EventCount, caller.ChangeCount));
        Assert.Equal(["111122223333", "444455556666"], caller.AccountIds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_call_into_another_account_is_one_call_of_one_caller(bool ownersCopyFirst)
    {
        string[] records =
        [
            Record("08:00", AssumedRole("Responder"), "CreateTimelineEvent", "\"sharedEventID\":\"s1\""),
            Record("08:00", OtherAccount, "CreateTimelineEvent", "\"sharedEventID\":\"s1\""),
            Record("09:00", OtherAccount, "CreateTimelineEvent", "\"sharedEventID\":\"s2\""),
        ];

        var caller = Assert.Single(Tally(ownersCopyFirst ? [.. Enumerable.Reverse(records)] : records));

        Assert.Equal("Responder/alice", caller.Name);
        Assert.Equal(TrailCallerKind.AssumedRole, caller.Kind);
        Assert.Equal(2, caller.EventCount);
        Assert.Equal(At("09:00"), caller.LastSeenUtc);
    }

    [Fact]
    public void Another_accounts_record_without_its_copy_stays_what_it_says() =>
        Assert.Equal(
            [TrailCallerKind.AssumedRole, TrailCallerKind.AwsAccount],
            Tally(
                Record("08:00", AssumedRole("Responder"), "CreateTimelineEvent", "\"sharedEventID\":\"s1\""),
                Record("08:01", OtherAccount, "CreateTimelineEvent", "\"sharedEventID\":\"s2\""))
                .Select(caller => caller.Kind));

    // A record may name the account alone, whose id is its root's principal id.
    [Theory]
    [InlineData(null)]
    [InlineData("111122223333")]
    public void Calls_of_an_account_that_name_nobody_are_not_roots(string? copied)
    {
        const string Unnamed = """{"type":"AWSAccount","accountId":"111122223333"}""";
        const string Root = """{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","accountId":"111122223333"}""";

        var callers = Tally(
            Record("08:00", Root, "CreateContact", "\"sharedEventID\":\"s1\""),
            Record("08:00", copied is null ? Unnamed : Unnamed.Insert(1, $"\"principalId\":\"{copied}\","), "CreateContact", "\"sharedEventID\":\"s1\""),
            Record("09:00", Unnamed, "CreateContact"));

        Assert.Equal(
            [(TrailCallerKind.Root, 1L), (TrailCallerKind.AwsAccount, copied is null ? 2L : 1L)],
            callers.OrderBy(caller => caller.Kind).Select(caller => (caller.Kind, caller.EventCount)));
    }
}
