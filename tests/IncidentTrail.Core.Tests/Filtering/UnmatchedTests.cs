namespace IncidentTrail.Tests.Filtering;

public sealed class UnmatchedTests
{
    private static readonly string Log = "{\"Records\":[" + string.Join(',', Enumerable.Range(0, 16).Select(i => Record($"{i}", "nora.lindqvist")))
        + "," + Record("other", "sam").Replace("\"eventID\"", "\"errorCode\":\"AccessDeniedException\",\"eventID\"", StringComparison.Ordinal) + "]}";

    public static TheoryData<TrailQuery, string> Odd => new()
    {
        { new TrailQuery { EventName = ["StopLogging"] }, "-AllServices" },
        { new TrailQuery { EventName = ["Rotation"] }, "Rotation is no action of Incident Manager; -EventName *Rotation* finds those whose names hold it." },
        { new TrailQuery { EventName = ["StartIncidnt"] }, "StartIncident was likely meant" },
        { new TrailQuery { EventName = ["StartIncidnt"], AllServices = true }, "StartIncident was likely meant" },
        { new TrailQuery { EventName = ["StartIncident,UpdateContact"] }, "'StartIncident','UpdateContact'" },
        { new TrailQuery { EventName = ["StartIncident"], EventSource = ["ssm-contacts"] }, "action of ssm-incidents.amazonaws.com" },
        { new TrailQuery { EventSource = ["ssm-incident"] }, "ssm-incidents was likely meant" },
        { new TrailQuery { EventSource = ["incidents"] }, "incidents is no service of Incident Manager's; ssm-incidents was likely meant" },
        { new TrailQuery { EventSource = ["incident-manager.amazonaws.com"] }, "ssm-incidents was likely meant" },
        { new TrailQuery { EventSource = ["Contact"] }, "ssm-contacts was likely meant" },
        { new TrailQuery { EventSource = ["CloudWatch"] }, "CloudTrail records calls to CloudWatch as of monitoring.amazonaws.com; -EventSource monitoring finds them." },
        { new TrailQuery { EventSource = ["cloudwatch.amazonaws.com"] }, "-EventSource monitoring finds them" },
        { new TrailQuery { EventSource = ["systems-manager"] }, "-EventSource ssm finds them" },
        { new TrailQuery { EventSource = ["aws.ssm"] }, "-EventSource ssm finds them" },
        { new TrailQuery { EventSource = ["aws.ssm-incidents"], EventName = ["DeleteRotation"] }, "ssm-incidents was likely meant" },
        { new TrailQuery { ErrorCode = ["AccessDenid"] }, "AccessDenied was likely meant" },
        { new TrailQuery { ErrorCode = ["NoSuchThing"] }, "-ErrorCode *" },
        { new TrailQuery { ErrorCode = ["AccessDenied"] }, "-ErrorCode AccessDenied* finds both" },
        { new TrailQuery { EventId = ["4f2a"] }, "whole ids" },
        { new TrailQuery { EventId = ["00000000-0000-4000-8000-000000000000\n"] }, "-EventId '00000000-0000-4000-8000-000000000000\n' has blanks at its ends, and they count" },
        { new TrailQuery { Caller = [" sam"], EventName = ["StartIncident"] }, "without them it is 'sam'" },
        { new TrailQuery { AccountId = ["1111"] }, "12 digits" },
        { new TrailQuery { ChangesOnly = true, Access = [TrailAccess.Read, TrailAccess.List] }, "-Changes leaves out all that -Access Read, List asks for: give one of them." },
        { new TrailQuery { Category = [TrailCategory.OnCall], Access = [TrailAccess.Read] }, "No action is both of -Category OnCall and of -Access Read; Get-IncidentTrailAction shows" },
        { new TrailQuery { Failed = false, ErrorCode = ["AccessDenied*"] }, "-Failed:$false leaves out all that -ErrorCode asks for" },
        { new TrailQuery { ResourceArn = ["checkout"] }, "*checkout*" },
        { new TrailQuery { SourceIPAddress = ["192.0.2"] }, "-SourceIPAddress 192.0.2.*" },
        { new TrailQuery { SourceIPAddress = ["192.0."] }, "-SourceIPAddress 192.0.*" },
        { new TrailQuery { Caller = ["nora"] }, "nora.lindqvist has 16 events; -Caller *nora*" },
        { new TrailQuery { Caller = ["Nora"], EventName = ["StartIncident"] }, "nora.lindqvist has 16 events; -Caller *Nora*" },
    };

    public static TheoryData<TrailQuery, string?> Awaited => new()
    {
        { new TrailQuery { EventName = ["StartIncidnt", "AcceptPage"] }, "No action is called StartIncidnt; StartIncident was likely meant." },
        { new TrailQuery { EventName = ["StartIncident,AcceptPage"] }, "-EventName 'StartIncident,AcceptPage' is one text with a comma in it; a list is 'StartIncident','AcceptPage'." },
        { new TrailQuery { EventSource = ["ssm-incident"] }, "No service is called ssm-incident; ssm-incidents was likely meant." },
        { new TrailQuery { EventSource = ["eventbridge", "monitoring"] }, "CloudTrail records calls to EventBridge as of events.amazonaws.com; -EventSource events finds them." },
        { new TrailQuery { AccountId = ["1111"] }, "-AccountId 1111 is no account of 12 digits; a part of one is -AccountId *1111*." },
        { new TrailQuery { Failed = false, ErrorCode = ["AccessDenied"] }, "-Failed:$false leaves out all that -ErrorCode asks for: a call with an error code failed." },
        { new TrailQuery { EventCategory = ["Mangement", "data"] }, "No category of events is called Mangement; Management was likely meant." },
        { new TrailQuery { EventCategory = ["Management,Data"] }, "-EventCategory 'Management,Data' is one text with a comma in it; a list is 'Management','Data'." },
        { new TrailQuery { EventCategory = ["Insights"] }, "No category of events is called Insights; Insight was likely meant." },
        { new TrailQuery { EventCategory = ["Insight", "aggregated", "Manag*", "Telemetry"] }, null },
        { new TrailQuery { EventName = ["StartIncidents"], AllServices = true }, null },
        { new TrailQuery { EventName = ["StopInstances"], EventSource = ["ec2.amazonaws.com"] }, null },
        { new TrailQuery { ErrorCode = ["AccessDenied"], Caller = ["nora"], StartTimeUtc = DateTime.UtcNow.AddDays(1) }, null },
    };

    [Theory, MemberData(nameof(Awaited))]
    public void What_can_never_come_is_said_before_it_is_waited_for(TrailQuery query, string? text) =>
        Assert.Equal(text, new TrailSession(query, new TrailCoverage()).DoubtAhead()?.Text);

    [Theory, MemberData(nameof(Odd))]
    public void What_cannot_match_is_said_once_where_the_answer_is_empty(TrailQuery query, string text)
    {
        var (session, events) = Read(query);

        Assert.Empty(events);
        var doubt = session.Doubt();
        Assert.Equal(TrailNoticeKind.Warning, doubt?.Kind);
        Assert.Contains(text, doubt!.Text);
        Assert.True(session.Coverage.IsComplete);
    }

    [Fact]
    public void What_was_said_ahead_is_not_said_again_at_the_end_and_what_was_not_is()
    {
        var session = new TrailSession(new TrailQuery { EventName = ["StartIncidnt"] }, new TrailCoverage());
        Assert.NotNull(session.DoubtAhead());
        Assert.Null(session.Doubt());

        var other = new TrailSession(new TrailQuery { EventName = ["StartIncidnt"], ErrorCode = ["AccessDenid"] }, new TrailCoverage());
        other.DoubtAhead();
        var said = other.Doubt()!.Text;
        Assert.Contains("AccessDenid", said);
        Assert.DoesNotContain("StartIncidnt", said);
    }

    public static TheoryData<TrailQuery> Valid =>
    [
        new TrailQuery { EventName = ["DeleteResponsePlan"] },
        new TrailQuery { ChangesOnly = true, Access = [TrailAccess.Read, TrailAccess.Tagging] },
        new TrailQuery { Category = [TrailCategory.OnCall], Access = [TrailAccess.Read, TrailAccess.Write], EventName = ["DeleteRotation"] },
        new TrailQuery { EventName = ["StopLogging"], AllServices = true },
        new TrailQuery { EventName = ["StopLogging"], EventSource = ["cloudtrail"] },
        new TrailQuery { EventName = ["Stop*"] },
        new TrailQuery { EventSource = ["ssm"] },
        new TrailQuery { EventSource = ["connect"] },
        new TrailQuery { EventSource = ["monitoring", "events.amazonaws.com", "*cloudwatch*"] },
        new TrailQuery { EventSource = ["*incidents"], EventName = ["DeleteResponsePlan"] },
        new TrailQuery { EventSource = ["ssm-incidents"], EventName = ["DeleteResponsePlan"] },
        new TrailQuery { Region = ["eu-west-1"] },
        new TrailQuery { ErrorCode = ["ThrottlingException"] },
        new TrailQuery { ErrorCode = ["NoSuchThing"], AllServices = true },
        new TrailQuery { EventId = ["00000000-0000-4000-8000-000000000000"] },
        new TrailQuery { Caller = ["*kim*"] },
        new TrailQuery { Caller = ["kim"] },
        new TrailQuery { Caller = ["nora"], EventName = ["DeleteResponsePlan"] },
        new TrailQuery { AccountId = ["999999999999"] },
        new TrailQuery { SourceIPAddress = ["192.0.2.77"] },
        new TrailQuery { SourceIPAddress = ["192.0.2.0/24"] },
        new TrailQuery { SourceIPAddress = ["2001:db8::1"] },
        new TrailQuery { SourceIPAddress = ["ssm-incidents.amazonaws.com"] },
    ];

    [Theory, MemberData(nameof(Valid))]
    public void What_is_valid_and_did_not_occur_is_not_spoken_of(TrailQuery query)
    {
        var (session, events) = Read(query);

        Assert.Empty(events);
        Assert.Null(session.Doubt());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void A_window_that_begins_in_the_future_is_spoken_of(int days, bool isSaid)
    {
        var (session, events) = Read(new TrailQuery { StartTimeUtc = DateTime.UtcNow.AddDays(days) });

        Assert.Empty(events);
        Assert.Equal(isSaid, session.Doubt()?.Text.Contains("begins in the future", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void A_window_that_has_not_ended_is_noted_in_the_coverage_once(int days, bool isNoted)
    {
        var session = new TrailSession(new TrailQuery { EndTimeUtc = DateTime.UtcNow.AddDays(days) }, new TrailCoverage());
        var whole = new object();
        for (var part = 1; part <= 2; part++)
            Assert.NotNull(session.ReadAsync(new TextSource([Log], part, whole), CancellationToken.None).ToBlockingEnumerable().ToList());

        Assert.Equal(isNoted ? 1 : 0, session.Coverage.Sources.Single().Notes.Count(note => note.StartsWith("The window ends in the future", StringComparison.Ordinal)));
    }

    public static TheoryData<TrailQuery, string?> Several => new()
    {
        { new TrailQuery { EventName = ["StartIncidnt", "startincident"] }, "No action is called StartIncidnt; StartIncident was likely meant." },
        { new TrailQuery { EventName = ["StartIncident,AcceptPage", "StartIncident"] }, "a list is 'StartIncident','AcceptPage'." },
        { new TrailQuery { EventSource = ["ssm-incident", "ssm-incidents"] }, "ssm-incidents was likely meant." },
        { new TrailQuery { Caller = ["nora", "sam"] }, "nora.lindqvist has 16 events; -Caller *nora* finds them." },
        { new TrailQuery { Caller = [" nora.lindqvist", "sam"] }, "without them it is 'nora.lindqvist'." },
        { new TrailQuery { AccountId = ["1111", "111122223333"] }, "-AccountId 1111 is no account of 12 digits" },
        { new TrailQuery { EventId = ["7", "ot"], Caller = ["*"] }, "-EventId ot is part of an id at most" },
        { new TrailQuery { SourceIPAddress = ["192.0.2", "198.51.100.7"] }, "-SourceIPAddress 192.0.2.*" },
        { new TrailQuery { SourceIPAddress = ["192.0.2.1,192.0.2.2", "198.51.100.7"] }, "a list is '192.0.2.1','192.0.2.2'." },
        { new TrailQuery { EventCategory = ["Mangement", "Management"] }, "Management was likely meant." },
        { new TrailQuery { EventName = ["StartIncident", "DeleteResponsePlan"], Caller = ["sam", "kim"], AccountId = ["111122223333", "999999999999"] }, null },
        { new TrailQuery { Caller = ["nora", "sam", "*lind*"] }, null },
        { new TrailQuery { ErrorCode = ["AccessDenied", "AccessDeniedException"] }, null },
        { new TrailQuery { ErrorCode = ["AccessDenied", "accessdeniede*"] }, null },
        { new TrailQuery { ErrorCode = ["Throttling", "AccessDeniedException"] }, "-ErrorCode Throttling is not ThrottlingException" },
        { new TrailQuery { AllServices = true, EventName = ["StartIncident", "GetResourcePolicy"] }, "No action of Incident Manager's is called GetResourcePolicy; PutResourcePolicy was likely meant, unless another service has one of that name." },
        { new TrailQuery { Caller = ["sam"], EventId = ["other"], AccountId = ["111122223333"] }, null },
        { new TrailQuery { EventName = ["StartIncidnt", "StartIncident"], MaxEvents = 2 }, null },
        { new TrailQuery { EventName = ["StartIncidnt", "StartIncident"], MaxEvents = 2, Oldest = true }, "StartIncident was likely meant." },
    };

    [Theory, MemberData(nameof(Several))]
    public void What_cannot_match_is_said_of_several_values_where_another_matched(TrailQuery query, string? text)
    {
        var (session, events) = Read(query);

        Assert.True(session.Coverage.RecordsKept > 0, $"{events.Count} events");
        var doubt = session.Doubt()?.Text;
        if (text is null)
            Assert.Null(doubt);
        else
            Assert.StartsWith("Some of what was asked for matched nothing. ", doubt!);
        Assert.Contains(text ?? string.Empty, doubt ?? string.Empty);
    }

    [Fact]
    public void A_name_that_nobody_knows_and_that_a_record_holds_is_not_spoken_of()
    {
        var session = new TrailSession(new TrailQuery { EventName = ["StartIncidnt", "StartIncident"] }, new TrailCoverage());
        var log = "{\"Records\":[" + Record("1", "sam") + "," + Record("2", "sam").Replace("StartIncident", "StartIncidnt", StringComparison.Ordinal) + "]}";

        Assert.Equal(2, session.ReadAsync(new TextSource([log]), CancellationToken.None).ToBlockingEnumerable().Sum(batch => batch.Events.Count));
        Assert.Null(session.Doubt());
    }

    [Fact]
    public void Events_of_the_pipeline_tell_which_of_several_values_matched()
    {
        var (_, events) = Read(new TrailQuery());
        var session = new TrailSession(new TrailQuery { Caller = ["nora", "sam"] }, new TrailCoverage());

        Assert.Equal(1, events.Sum(trailEvent => session.Accept(trailEvent).Events.Count));
        Assert.Contains("nora.lindqvist has 16 events", session.Doubt()!.Text);
    }

    private static string Record(string id, string user) =>
        $$"""{"eventVersion":"1.11","userIdentity":{"type":"IAMUser","userName":"{{user}}","accountId":"111122223333"},"eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","eventCategory":"Management","recipientAccountId":"111122223333","sourceIPAddress":"198.51.100.7","eventID":"{{id}}"}""";

    private static (TrailSession, List<TrailEvent>) Read(TrailQuery query)
    {
        var session = new TrailSession(query, new TrailCoverage());
        var events = session.ReadAsync(new TextSource([Log]), CancellationToken.None).ToBlockingEnumerable().SelectMany(batch => batch.Events).ToList();
        session.Finish();
        return (session, events);
    }
}
