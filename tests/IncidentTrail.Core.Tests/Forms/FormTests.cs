using System.Text;
using IncidentTrail.Tests.Logs;
using static IncidentTrail.Tests.Forms.TwelveRecords;

namespace IncidentTrail.Tests.Forms;

/// <summary>Every form gives the twelve records as their log file does, or one message that names it.</summary>
public sealed class FormTests
{
    private static readonly string[] s_reference = [.. LogReading.Read(LogFile).Events.Select(Describe)];

    // Pieces of messages about a form must not suspect anybody.
    private static readonly string[] s_suspicions = ["alter", "edit", "tamper", "validate-logs", "damage"];

    public static TheoryData<string> Names => [.. FormCorpus.Whole.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_form_gives_the_same_twelve_events(string name)
    {
        Assert.Equal(12, s_reference.Distinct().Count());
        var text = FormCorpus.Whole.First(form => form.Name == name).Text;
        foreach (var (spelling, stored) in FormCorpus.Spellings(text))
        {
            var answer = LogReading.Read(stored);

            Assert.True(answer.Notices.TrueForAll(n => n.Kind == TrailNoticeKind.Verbose), $"{spelling}: {string.Join("; ", answer.Notices)}");
            Assert.True(s_reference.SequenceEqual(answer.Events.Select(Describe)), $"{spelling}: {string.Join("\n", answer.Events.Select(Describe))}");
            Assert.Equal((12, 0, true), (answer.Coverage.RecordsRead, answer.Coverage.RecordsInvalid, answer.Coverage.IsComplete));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_form_gives_the_same_events_to_the_usual_question(string name)
    {
        var text = FormCorpus.Whole.First(form => form.Name == name).Text;

        foreach (var stored in new[] { Encoding.UTF8.GetBytes(text), IncidentTrail.Tests.Gzip.GzipBytes.Of(text) })
            Assert.Equal(s_reference, LogReading.Read(stored, new TrailQuery()).Events.Select(Describe));
    }

    [Theory]
    [MemberData(nameof(NamedForms.Names), MemberType = typeof(NamedForms))]
    public void Every_other_form_is_named_once(string name)
    {
        var (_, text, word, kept, isComplete) = NamedForms.All.First(form => form.Name == name);
        foreach (var (spelling, stored) in FormCorpus.Spellings(text))
        {
            var answer = LogReading.Read(stored);

            AssertNamed(answer, word, spelling);
            Assert.Equal((kept, isComplete), (answer.Events.Count, answer.Coverage.IsComplete));
        }
    }

    [Theory]
    [MemberData(nameof(NamedForms.ByteNames), MemberType = typeof(NamedForms))]
    public void What_is_no_text_is_named_without_a_byte_of_it(string name)
    {
        var (_, bytes, word) = NamedForms.Bytes.First(form => form.Name == name);

        var answer = LogReading.Read(bytes);

        AssertNamed(answer, word, name);
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public void Texts_that_come_one_by_one_are_told_once()
    {
        var answer = LogReading.ReadSource(new TextSource([.. All.Select(r => FormCorpus.LookedUp(r, null))]));

        AssertNamed(answer, "lost their record", "texts");
        Assert.Equal(12, answer.Coverage.RecordsInvalid);
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public void A_record_in_a_records_own_fields_is_none()
    {
        var answer = LogReading.Read(All[0].Replace("\"impact\":0", $"\"impact\":{Quoted(All[1])},\"Records\":[{All[2]}]"));

        Assert.Equal("00000000-0000-0000-0000-000000000000", Assert.Single(answer.Events).EventId);
    }

    [Theory]
    [InlineData("userAgent")]
    [InlineData("sourceIPAddress,userAgent,errorCode,recipientAccountId")]
    [InlineData("requestParameters,responseElements,requestID,readOnly")]
    [InlineData("managementEvent,eventCategory,eventID,awsRegion")]
    [InlineData("userIdentity")]
    public void Columns_without_a_caller_are_no_record(string columns)
    {
        string[] chosen = ["eventTime", "eventName", "eventSource", .. columns.Split(',')];
        var row = Node(All[0]);
        row["userIdentity"] = null;
        foreach (var name in row.Select(member => member.Key).Except(chosen).ToList())
            row.Remove(name);

        foreach (var text in new[] { row.ToJsonString(), $"{{\"Records\":[{row.ToJsonString()}]}}", FormCorpus.Renamed(row.ToJsonString(), n => n.ToLowerInvariant()) })
        {
            var answer = LogReading.Read(text);

            Assert.Empty(answer.Events);
            AssertNamed(answer, "lost their record", columns);
        }
    }

    [Theory]
    [InlineData("""{"eventName":"StartIncident","sourceIPAddress":"198.51.100.1","userAgent":"aws-cli"}""")]
    [InlineData("""{"eventTime":"2026-03-10T14:02:00Z","eventSource":"ssm-incidents.amazonaws.com","userAgent":"aws-cli"}""")]
    public void Columns_without_a_time_or_a_name_are_no_record_either(string row)
    {
        var answer = LogReading.Read(row);

        Assert.Empty(answer.Events);
        AssertNamed(answer, "lost their record", row);
    }

    [Theory]
    [InlineData("""{"eventTime":"2026-03-10T14:02:00Z","eventName":"CreateAccountResult","eventSource":"organizations.amazonaws.com","eventType":"AwsServiceEvent","userAgent":"x"}""")]
    [InlineData("""{"eventName":"GetSecretValue","eventSource":"secretsmanager.amazonaws.com","recipientAccountId":"111122223333","userAgent":"x"}""")]
    [InlineData("""{"eventVersion":"1.08","eventTime":"2026-03-10T14:02:00Z","eventName":"Authenticate","eventSource":"sso.amazonaws.com"}""")]
    public void A_record_that_never_had_a_caller_is_one(string record)
    {
        var answer = LogReading.Read(record);

        Assert.Equal(TrailCallerKind.Unknown, Assert.Single(answer.Events).Caller.Kind);
        Assert.Empty(answer.Notices);
    }

    [Fact]
    public void A_line_of_a_program_that_has_a_field_of_the_same_name_is_no_row()
    {
        var answer = LogReading.Read(FormCorpus.LogEvent("""{"level":"INFO","requestId":"r-1","message":"done"}"""));

        Assert.Empty(answer.Events);
        AssertNamed(answer, "messages that are no CloudTrail records", "a message");
        Assert.True(answer.Coverage.IsComplete);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/x, arn=arn:aws:iam::111122223333:root")]
    [InlineData("arn:aws:iam::111122223333:user/{x}")]
    public void A_callers_text_that_can_be_read_in_two_ways_is_not_read(string arn)
    {
        var answer = LogReading.Read(FormCorpus.WithCaller(All[0], $"{{type=IAMUser, arn={arn}, accountid=111122223333}}"));

        Assert.Empty(answer.Events);
        AssertNamed(answer, "userIdentity", arn);
    }

    [Theory]
    [InlineData("userIdentity.arn")]
    [InlineData("userIdentity.principalId")]
    [InlineData("userIdentity.type")]
    [InlineData("awsRegion")]
    [InlineData("eventTime")]
    public void A_row_that_lacks_a_part_is_left_out(string column)
    {
        var row = Node(FormCorpus.Flat(All[0], "."));
        row.Remove("eventVersion");
        Assert.True(row.Remove(column));

        var answer = LogReading.Read(row.ToJsonString());

        Assert.Empty(answer.Events);
        AssertNamed(answer, "lost their record", column);
    }

    [Theory]
    [InlineData("""{"{type":"x","type":"Root"}""")]
    [InlineData("""{"type":"Root","@{a":1}""")]
    [InlineData("""{"type":"Root","a":["{x"]}""")]
    [InlineData("""{"type":"Root","a":["System.Object[]"]}""")]
    [InlineData("""{"type":"Root","a":{"{":{"b":["@{x}","System.x"]}}}""")]
    public void A_caller_that_looks_like_text_after_it_was_read_back_is_read_as_it_is(string caller)
    {
        var answer = LogReading.Read(CalledBy(caller));

        Assert.True(Assert.Single(answer.Events).Caller.IsRoot);
        Assert.True(answer.Coverage.IsComplete);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(100_000)]
    public void A_caller_of_text_and_objects_beyond_measure_is_lost_and_its_log_is_not(int depth)
    {
        var inner = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        var deep = CalledBy($"{{\"type\":\"Root\",\"{{\":1,\"a\":{inner}}}");
        var answer = LogReading.Read($"{{\"Records\":[{TwelveRecords.All[1]},{deep},{TwelveRecords.All[2]}]}}");

        Assert.Equal(2, answer.Events.Count);
        Assert.Equal(1, answer.Coverage.RecordsInvalid);
    }

    [Fact]
    public void An_object_above_the_limit_is_named_with_it()
    {
        var answer = LogReading.Read($$"""{"a":{"x":"{{new string('x', 34 * 1024 * 1024)}}"} }""");

        AssertNamed(answer, "more than 16 MB", "an object");
        Assert.Equal((1, false), (answer.Coverage.RecordsInvalid, answer.Coverage.IsComplete));
    }

    [Fact]
    public void Records_in_an_object_above_the_limit_are_read_where_they_can_be_found()
    {
        var blanks = ",\n" + new string(' ', 3_100_000);

        var answer = LogReading.Read($$"""{"f.json":{"Records":[{{Each(r => r, blanks)}}]} }""");

        Assert.Equal(s_reference, answer.Events.Select(Describe));
        AssertNamed(answer, "more than 16 MB", "an object");
    }

    [Theory]
    [InlineData("//ssm.amazonaws.com\",\"eventName\":\"x\"},")]
    [InlineData("nikki\"}},")]
    public void The_rest_of_a_record_is_not_taken_for_a_comment(string rest)
    {
        var answer = LogReading.Read(rest + All[0]);

        Assert.Single(answer.Events);
        Assert.False(answer.Coverage.IsComplete);
    }

    private static void AssertNamed(LogReading.LogAnswer answer, string word, string spelling)
    {
        var said = answer.Notices.FindAll(n => n.Kind != TrailNoticeKind.Verbose);
        Assert.True(said.Count == 1, $"{spelling}: {string.Join("; ", said)}");
        var text = said[0].Text + " " + said[0].Detail?.Remedy;
        Assert.Contains(word, text);
        Assert.DoesNotContain(text, c => char.IsControl(c) || c == '\uFFFD');
        Assert.All(s_suspicions, suspicion => Assert.DoesNotContain(suspicion, text));
    }

    private static string Describe(TrailEvent e) =>
        $"{e.EventId} {e.EventName} {e.EventSource} {e.EventTimeUtc:s} {e.AwsRegion} {e.AccountId} {e.Caller.Kind} {e.CallerName} {e.Caller.Arn} {e.Caller.PrincipalId} {e.Caller.SessionName} {e.Caller.IssuerArn} {e.Caller.IsRoot} {e.Caller.AccessKeyId} {e.Caller.InvokedBy}";

    // As JSON and not as text.
    private static string CalledBy(string caller) =>
        FormCorpus.WithCaller(TwelveRecords.All[0], "-").Replace("\"userIdentity\":\"-\"", $"\"userIdentity\":{caller}", StringComparison.Ordinal);
}
