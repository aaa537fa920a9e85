using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sessions;

public sealed class TrailSessionTests
{
    private static readonly TrailQuery Everything = LogReading.Everything;

    [Fact]
    public void A_record_that_stands_twice_is_delivered_once_and_counted()
    {
        var answer = LogReading.Read(Record("1") + Record("1") + Record("2"));

        Assert.Equal(["1", "2"], answer.Events.Select(e => e.EventId));
        Assert.Equal((3, 2, 1), (answer.Coverage.RecordsRead, answer.Coverage.RecordsKept, answer.Coverage.RecordsDuplicate));
        Assert.Equal(0, answer.Coverage.RecordsConflicting);
    }

    [Theory]
    [InlineData("recipientAccountId", "111122223333", "444455556666")]
    [InlineData("eventTime", "2026-03-10T09:00:00Z", "2026-03-10T09:00:01Z")]
    [InlineData("eventSource", "ssm-incidents.amazonaws.com", "ssm-contacts.amazonaws.com")]
    [InlineData("eventName", "StartIncident", "DeleteContactChannel")]
    public void The_same_id_with_another_of_the_five_is_another_event(string field, string one, string other)
    {
        var first = Record("1");

        var answer = LogReading.Read(first + first.Replace($"\"{field}\":\"{one}\"", $"\"{field}\":\"{other}\""));

        Assert.Equal(2, answer.Events.Count);
        Assert.Equal(0, answer.Coverage.RecordsDuplicate);
    }

    [Theory]
    [InlineData("\"eventID\":\"\"")]
    [InlineData("\"other\":1")]
    public void Records_without_an_id_are_never_duplicates(string id) =>
        Assert.Equal(2, LogReading.Read(string.Concat(Enumerable.Repeat(Record("1").Replace("\"eventID\":\"1\"", id), 2))).Events.Count);

    [Fact]
    public void A_copy_with_other_content_is_counted_and_warned_of_with_both_places()
    {
        var answer = LogReading.Read(Record("1") + Record("1").Replace("alice", "mallory"));

        Assert.Equal("alice", answer.Events.Single().UserAgent);
        Assert.Equal((1, 1), (answer.Coverage.RecordsDuplicate, answer.Coverage.RecordsConflicting));
        Assert.Contains("1 duplicate (1 of them conflicting)", answer.Coverage.ToString());
        var warning = answer.Notices.Single(n => n.Kind == TrailNoticeKind.Warning).Text;
        Assert.Contains("log#0", warning);
        Assert.Contains("log#1", warning);
    }

    [Fact]
    public void A_copy_that_is_only_printed_otherwise_is_no_conflict()
    {
        var printed = Record("1").Replace(",", " ,\n ").Replace("\":", "\" : ");

        Assert.Equal(0, LogReading.Read(Record("1") + printed).Coverage.RecordsConflicting);
    }

    [Theory]
    [InlineData("""{"a":"Zo\u00e9","b":1}""", """{"b":1,"a":"Zoé"}""", true)]
    [InlineData("""{"u":"a/b"}""", """{"u":"a\/b"}""", true)]
    [InlineData("""{"n":1.0}""", """{"n":1}""", true)]
    [InlineData("""{"n":[100,1e2]}""", """{"n":[1.0e2,100.00]}""", true)]
    [InlineData("""{"a":{"x":1,"y":[{"p":1,"q":2}]}}""", """{"a":{"y":[{"q":2,"p":1}],"x":1}}""", true)]
    [InlineData("""{"a":null}""", "{}", false)]
    [InlineData("""{"n":100}""", """{"n":"100"}""", false)]
    [InlineData("""{"l":[1,2]}""", """{"l":[2,1]}""", false)]
    [InlineData("""{"l":[1,2]}""", """{"l":[[1],2]}""", false)]
    [InlineData("""{"a":"x"}""", """{"A":"x"}""", false)]
    public void Only_what_a_copy_says_makes_it_conflict(string one, string other, bool isSame)
    {
        var first = Record("1")[..^1] + $",\"requestParameters\":{one}}}";

        var answer = LogReading.Read(first + first.Replace(one, other));

        Assert.Equal((1, isSame ? 0 : 1), (answer.Coverage.RecordsDuplicate, answer.Coverage.RecordsConflicting));
        Assert.Equal(isSame ? TrailNoticeKind.Verbose : TrailNoticeKind.Warning, Assert.Single(answer.Notices).Kind);
        Assert.Equal(!isSame, answer.Notices[0].Text.Contains("may have been edited"));
    }

    [Fact]
    public void Copies_in_several_files_are_compared_with_the_first_in_its_file()
    {
        var folder = Directory.CreateTempSubdirectory("incidenttrail-");
        try
        {
            for (var file = 0; file < 6; file++)
                File.WriteAllText(Path.Combine(folder.FullName, $"a{file}.json"), string.Concat(Enumerable.Range(0, 5).Select(i => Record($"{file}-{i}"))));
            File.WriteAllText(
                Path.Combine(folder.FullName, "b.json"),
                string.Concat(Enumerable.Range(0, 30).Select(i => Record($"{i / 5}-{i % 5}").Replace("alice", i == 17 ? "mallory" : "\\u0061lice"))));

            var answer = LogReading.ReadSource(new FileSource([folder.FullName]));

            Assert.Equal((30, 1), (answer.Coverage.RecordsDuplicate, answer.Coverage.RecordsConflicting));
            Assert.Contains("a3.json#2", Assert.Single(answer.Notices, n => n.Kind == TrailNoticeKind.Warning).Text);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Duplicates_are_looked_for_after_the_filters()
    {
        var answer = LogReading.Read(Record("1") + Record("1"), new TrailQuery { EventName = ["AcceptPage"] });

        Assert.Equal((2, 0), (answer.Coverage.RecordsDropped, answer.Coverage.RecordsDuplicate));
    }

    [Fact]
    public void Many_events_are_all_told_apart()
    {
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(i => Record(i.ToString())));

        var answer = LogReading.Read(text + text);

        Assert.Equal((30_000, 30_000), (answer.Coverage.RecordsKept, answer.Coverage.RecordsDuplicate));
    }

    [Fact]
    public void The_first_so_many_are_given_and_the_answer_is_not_complete()
    {
        var answer = LogReading.Read(Record("1") + Record("2") + Record("3"), new TrailQuery { MaxEvents = 2 });

        Assert.Equal(["1", "2"], answer.Events.Select(e => e.EventId));
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public void The_oldest_come_in_order_of_time_and_those_without_a_time_last()
    {
        var text = At("c", "2026-03-10T09:00:03Z") + At("none", "soon") + At("a", "2026-03-10T09:00:01Z") + At("b", "2026-03-10T09:00:02Z");

        Assert.Equal(["a", "b", "c", "none"], LogReading.Read(text, new TrailQuery { Oldest = true }).Events.Select(e => e.EventId));
        Assert.Equal(["a", "b"], LogReading.Read(text, new TrailQuery { Oldest = true, MaxEvents = 2 }).Events.Select(e => e.EventId));
    }

    [Fact]
    public void The_newest_come_latest_first_those_without_a_time_last_and_never_more_than_asked_for()
    {
        var text = At("b", "2026-03-10T09:00:02Z") + At("none", "soon") + At("c", "2026-03-10T09:00:03Z") + At("same", "2026-03-10T09:00:02Z") + At("a", "2026-03-10T09:00:01Z");

        Assert.Equal(["c", "same", "b", "a", "none"], LogReading.Read(text, new TrailQuery { Newest = 9 }).Events.Select(e => e.EventId));
        var two = LogReading.Read(text, new TrailQuery { Newest = 2 });
        Assert.Equal(["c", "same"], two.Events.Select(e => e.EventId));
        Assert.Equal((5, 5), (two.Coverage.RecordsRead, two.Coverage.RecordsKept));
    }

    [Fact]
    public void The_window_begins_with_its_start_and_ends_before_its_end()
    {
        var text = At("before", "2026-03-10T08:59:59Z") + At("start", "2026-03-10T09:00:00Z") + At("end", "2026-03-10T10:00:00Z") + At("none", "");

        var answer = LogReading.Read(text, new TrailQuery
        {
            StartTimeUtc = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc),
            EndTimeUtc = new DateTime(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc),
        });

        Assert.Equal(["start"], answer.Events.Select(e => e.EventId));
        Assert.Equal((3, 1), (answer.Coverage.RecordsDropped, answer.Coverage.RecordsWithoutTime));
    }

    [Fact]
    public void A_late_record_is_marked_and_counted()
    {
        var answer = LogReading.Read(Record("1").Replace("\"eventID\"", "\"addendum\":{\"reason\":\"DELIVERY_DELAY\"},\"eventID\""));

        Assert.True(answer.Events.Single().Late);
        Assert.Equal(1, answer.Coverage.RecordsLate);
    }

    [Fact]
    public void Awss_two_documented_samples_in_one_file_are_two_events()
    {
        var answer = LogReading.Read(Samples.Text, new TrailQuery());

        Assert.Equal(["StartIncident", "DeleteContactChannel"], answer.Events.Select(e => e.EventName));
        Assert.Equal([TrailAccess.Write, TrailAccess.Write], answer.Events.Select(e => e.Access));
        Assert.Equal("arn:aws:ssm-incidents::444455556666:incident-record/security-test-response-plan-dual-region/6ebcc812-85f5-b7eb-8b2f-283e4EXAMPLE", answer.Events[0].IncidentRecordArn);
        Assert.StartsWith("arn:aws:ssm-contacts:us-west-2:", answer.Events[1].ResourceArn);
        Assert.True(answer.Events[1].ReadOnly);
        Assert.True(answer.Coverage.IsComplete);
    }

    private static string At(string id, string time) => Record(id).Replace("2026-03-10T09:00:00Z", time);

    internal static string Record(string id) =>
        $$"""{"eventVersion":"1.08","eventTime":"2026-03-10T09:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","userAgent":"alice","recipientAccountId":"111122223333","eventID":"{{id}}"}""";
}
