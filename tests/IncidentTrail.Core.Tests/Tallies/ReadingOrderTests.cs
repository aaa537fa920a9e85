using IncidentTrail.Tallies;
using IncidentTrail.Tests.Logs;
using IncidentTrail.Tests.Sql;

namespace IncidentTrail.Tests.Tallies;

/// <summary>What is said of a caller does not hang on which of its records was read first.</summary>
public sealed class ReadingOrderTests
{
    private const string Plain = "\"type\":\"AssumedRole\",\"principalId\":\"AROA1:s\",\"accountId\":\"111122223333\"";

    private static readonly string[] s_copies =
    [
        Record("\"eventTime\":\"2026-03-10T08:00:00Z\",\"sharedEventID\":\"s\"", Plain, "ListContacts"),
        Record("\"eventTime\":\"2026-03-10T08:00:00Z\",\"sharedEventID\":\"s\"", Plain),
    ];

    public static TheoryData<string, string> Pairs => new()
    {
        { Record("\"eventTime\":\"2026-03-10T08:00:00Z\"", Plain), Record("\"eventTime\":\"2026-03-10T08:00:00Z\"", Plain + ",\"userName\":\"other\"") },
        { Record("\"eventTime\":null", Plain), Record("\"eventTime\":null", Plain + ",\"invokedBy\":\"ecs.amazonaws.com\"") },
        { Record("\"eventTime\":null", Plain + ",\"userName\":\"other\""), Record("\"eventTime\":\"2026-03-10T08:00:00Z\"", Plain) },
        {
            Record("\"eventTime\":\"2026-03-10T08:00:00Z\",\"sharedEventID\":\"s\"", Plain),
            Record("\"eventTime\":\"2026-03-10T08:00:00Z\",\"sharedEventID\":\"s\",\"errorCode\":\"AccessDenied\"", Plain)
        },
        { s_copies[0], s_copies[1] },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_records_of_one_caller_say_the_same_in_either_order(string one, string other) =>
        Assert.Equal(Tally(one, other), Tally(other, one));

    [Fact]
    public void A_call_that_one_of_its_copies_tells_to_be_a_change_is_one()
    {
        var caller = Assert.Single(Summaries(s_copies));

        Assert.Equal((1, 1, 0), (caller.EventCount, caller.ChangeCount, caller.ReadCount));
    }

    private static string Tally(string one, string other) => CallerText.Of(Assert.Single(Summaries(one, other)));

    private static IReadOnlyList<TrailCallerSummary> Summaries(params string[] records)
    {
        var tally = new CallerTally();
        foreach (var trailEvent in LogReading.Read(string.Join("\n", records)).Events)
            tally.Add(trailEvent);
        return tally.Summarize();
    }

    private static string Record(string more, string identity, string name = "CreateContact") =>
        $"{{{more},\"eventSource\":\"ssm-contacts.amazonaws.com\",\"eventName\":\"{name}\",\"eventID\":\"{Guid.NewGuid()}\",\"userIdentity\":{{{identity}}}}}";
}
