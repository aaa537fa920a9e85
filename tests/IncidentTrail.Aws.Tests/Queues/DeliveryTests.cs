using IncidentTrail.Aws.Tests.Queues.Server;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>A queue's messages: what is given of them, and when they are deleted.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly QueueServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_message_is_deleted_when_its_events_have_been_given_and_not_before()
    {
        WatchedTrail.Deliver(_server, "one");
        using var isTaken = new ManualResetEventSlim();
        using var watcher = new Watcher(_server, before: _ => Assert.True(isTaken.Wait(TimeSpan.FromMinutes(3))));
        await watcher.UntilAsync(() => _server.Calls.Any(call => call.Operation.Length == 0));
        WatchedTrail.Deliver(_server, "two");
        await watcher.UntilAsync(() => _server.Calls.Count(call => call.Operation.Length == 0) == 2);

        Assert.Equal(0, _server.CountOf("DeleteMessageBatch"));
        isTaken.Set();

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);
        Assert.Equal(["one", "two"], watcher.Events);
    }

    [Fact]
    public async Task An_event_that_is_delivered_again_is_given_once_and_each_message_deleted()
    {
        var body = WatchedTrail.Deliver(_server, "one").Body;
        _server.Content.Send(body);
        var other = WatchedTrail.KeyOf("other");
        _server.Content.Put("trail", other, WatchedTrail.Zipped($$"""{"Records":[{{WatchedTrail.RecordOf("one")}},{{WatchedTrail.RecordOf("two")}}]}"""));
        _server.Content.Send(WatchedTrail.Notification(other));
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);
        Assert.Equal(["one", "two"], watcher.Events);
        Assert.Equal(2, watcher.Coverage.RecordsDuplicate);
    }

    [Fact]
    public async Task An_event_of_EventBridge_is_given_at_once_and_its_copy_in_a_log_is_not()
    {
        _server.Content.Send(
            $$"""{"version":"0","detail-type":"AWS API Call via CloudTrail","source":"aws.ssm-incidents","account":"111122223333","detail":{{WatchedTrail.RecordOf("one")}} }""");
        using var watcher = new Watcher(_server);
        await watcher.UntilAsync(() => watcher.Events.Count == 1);
        WatchedTrail.Deliver(_server, "one");

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);
        Assert.Equal(["one"], watcher.Events);
        Assert.Equal(1, watcher.Coverage.RecordsDuplicate);
    }

    [Fact]
    public async Task An_Insights_record_of_EventBridge_is_read_and_dropped_as_one_in_a_log()
    {
        _server.Content.Send(
            """{"version":"0","detail-type":"AWS Insight via CloudTrail","source":"aws.cloudtrail","detail":{"eventVersion":"1.07","eventTime":"2026-03-10T14:02:00Z","awsRegion":"us-east-1","eventID":"i","eventType":"AwsCloudTrailInsight","recipientAccountId":"111122223333","insightDetails":{"state":"Start","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident"},"eventCategory":"Insight"}}""");
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);

        Assert.Empty(watcher.Warnings);
        Assert.Equal((1, 1, 0), (watcher.Coverage.RecordsRead, watcher.Coverage.RecordsDropped, watcher.Coverage.RecordsInvalid));
    }

    [Theory]
    [InlineData("hello", "is no JSON")]
    [InlineData("""{"some":"thing"}""", "no notification")]
    public async Task A_message_that_is_not_understood_is_one_warning_and_stays(string body, string why)
    {
        var strange = _server.Content.Send(body);
        WatchedTrail.Deliver(_server, "one");
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 1 && watcher.Warnings.Count == 1);
        Assert.Same(strange, Assert.Single(_server.Content.Messages));
        Assert.Contains(strange.Id, watcher.Warnings[0]);
        Assert.Contains(why, watcher.Warnings[0]);
    }

    [Fact]
    public async Task An_object_whose_name_does_not_tell_is_a_log_where_it_begins_as_one()
    {
        _server.Content.Put("trail", "exports/stream-1-2026-03-10-14-00-00-0b1c", System.Text.Encoding.UTF8.GetBytes(WatchedTrail.RecordOf("one")));
        _server.Content.Put("trail", "exports/notes", System.Text.Encoding.UTF8.GetBytes("nothing of the kind"));
        _server.Content.Send(WatchedTrail.Notification("exports/stream-1-2026-03-10-14-00-00-0b1c"));
        _server.Content.Send(WatchedTrail.Notification("exports/notes"));
        var gone = _server.Content.Send(WatchedTrail.Notification("exports/gone"));
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 1 && watcher.Warnings.Count > 0);
        Assert.Equal(["one"], watcher.Events);
        Assert.Same(gone, Assert.Single(_server.Content.Messages));
        Assert.Contains(gone.Id, watcher.Warnings[0]);
    }

    [Fact]
    public async Task Messages_that_name_no_log_are_deleted_and_counted()
    {
        _server.Content.Send("CloudTrail validation message.");
        _server.Content.Send("""{"Service":"Amazon S3","Event":"s3:TestEvent"}""");
        _server.Content.Send(WatchedTrail.Notification(WatchedTrail.KeyOf("x").Replace("/CloudTrail/", "/CloudTrail-Digest/").Replace("_CloudTrail_", "_CloudTrail-Digest_")));
        _server.Content.Send("""{"s3Bucket":"trail","s3ObjectKey":"AWSLogs/111122223333/Config/us-east-1/2026/3/10/ConfigHistory/111122223333_Config_us-east-1_x.json.gz","messageType":"ConfigurationHistoryDeliveryCompleted"}""");
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);
        await watcher.StopAsync();
        Assert.Empty(watcher.Events);
        Assert.Empty(watcher.Warnings);
        Assert.Equal(4L, Assert.Single(watcher.Coverage.Sources).Facts["MessagesWithoutLog"]);
        Assert.DoesNotContain(_server.Calls, call => call.Operation.Length == 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_whose_log_is_gone_is_deleted_where_that_is_asked_for_alone(bool skips)
    {
        var gone = _server.Content.Send(WatchedTrail.Notification(WatchedTrail.KeyOf("gone"), WatchedTrail.Put(_server, "one")));
        using var watcher = new Watcher(_server, skipsMissing: skips);

        await watcher.UntilAsync(() => watcher.Warnings.Count == 1 && watcher.Events.Count == 1);
        if (skips)
            await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);
        await watcher.StopAsync();
        Assert.Equal(skips ? 0 : 1, _server.Content.Messages.Count);
        Assert.Contains(gone.Id, Assert.Single(watcher.Warnings));
        Assert.Equal(["one"], watcher.Events);
    }

    [Theory]
    [InlineData(403, "AccessDenied", "Access Denied")]
    [InlineData(400, "KMS.DisabledException", "the key is disabled")]
    public async Task What_is_denied_is_not_gone(int status, string code, string message)
    {
        var denied = WatchedTrail.Deliver(_server, "one");
        _server.Answer = call => Task.FromResult<QueueAnswer?>(call.Operation.Length > 0 ? null
            : new QueueAnswer(status, System.Text.Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{message}</Message></Error>")));
        using var watcher = new Watcher(_server, skipsMissing: true);

        await watcher.UntilAsync(() => watcher.Warnings.Count == 1);
        await watcher.StopAsync();
        Assert.Same(denied, Assert.Single(_server.Content.Messages));
        Assert.Contains(denied.Id, watcher.Warnings[0]);
        Assert.Equal(1, watcher.Coverage.LogsFailed);
    }

    [Fact]
    public async Task A_log_that_is_cut_keeps_its_message_and_its_readable_events_are_given_once()
    {
        var key = WatchedTrail.KeyOf("cut");
        var whole = WatchedTrail.Zipped($$"""{"Records":[{{WatchedTrail.RecordOf("one")}},{{WatchedTrail.RecordOf("two")}}]}""");
        _server.Content.Put("trail", key, whole[..^6]);
        _server.Content.Visibility = TimeSpan.FromSeconds(1);
        var message = _server.Content.Send(WatchedTrail.Notification(key));
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => watcher.Warnings.Count >= 2);
        Assert.All(watcher.Warnings, warning => Assert.Contains(message.Id, warning));
        Assert.Equal(["one", "two"], watcher.Events);
        _server.Content.Put("trail", key, whole);
        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);
        Assert.Equal(["one", "two"], watcher.Events);
    }

    [Fact]
    public async Task A_delete_that_fails_is_repeated_by_the_same_run()
    {
        var failures = 0;
        _server.Content.FailsToDelete = message => message.Id == "message-2" && ++failures <= 3;
        foreach (var id in (string[])["one", "two", "three"])
            WatchedTrail.Deliver(_server, id);
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);
        Assert.Equal(4, failures);
        Assert.Equal(3, watcher.Events.Count);
    }

    [Fact]
    public async Task A_text_that_does_not_fit_its_MD5_is_said_and_the_others_of_its_batch_are_given()
    {
        for (var i = 0; i < 5; i++)
            WatchedTrail.Deliver(_server, $"event-{i}");
        var damaged = _server.Content.Messages[2];
        damaged.IsDamaged = true;
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 1 && watcher.Warnings.Count == 1);
        Assert.Same(damaged, Assert.Single(_server.Content.Messages));
        Assert.Contains("MD5", watcher.Warnings[0]);
        Assert.Contains(damaged.Id, watcher.Warnings[0]);
        Assert.Equal(4, watcher.Events.Count);
    }

    [Fact]
    public async Task Messages_that_wait_behind_a_slow_pipeline_stay_hidden()
    {
        _server.Content.Visibility = TimeSpan.FromSeconds(2);
        for (var i = 0; i < 12; i++)
            WatchedTrail.Deliver(_server, $"event-{i}");
        using var isTaken = new ManualResetEventSlim();
        using var watcher = new Watcher(_server, before: _ => Assert.True(isTaken.Wait(TimeSpan.FromMinutes(3))));

        // Each of them is extended three times, for as long as they were hidden.
        await watcher.UntilAsync(() => Extensions().Count(receipt => receipt.StartsWith("message-12#", StringComparison.Ordinal)) >= 3);
        isTaken.Set();
        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);
        Assert.Equal(12, watcher.Events.Count);

        IEnumerable<string> Extensions() => _server.Calls.Where(call => call.Operation == "ChangeMessageVisibilityBatch")
            .SelectMany(call => call.Body.GetProperty("Entries").EnumerateArray())
            .Where(entry => entry.GetProperty("VisibilityTimeout").GetInt32() == 2)
            .Select(entry => entry.GetProperty("ReceiptHandle").GetString()!);
    }

    [Fact]
    public async Task Of_a_log_that_is_cut_by_the_number_asked_for_the_message_stays()
    {
        var key = WatchedTrail.KeyOf("two");
        _server.Content.Put("trail", key, WatchedTrail.Zipped($$"""{"Records":[{{WatchedTrail.RecordOf("one")}},{{WatchedTrail.RecordOf("two")}}]}"""));
        _server.Content.Send(WatchedTrail.Notification(key));
        using var watcher = new Watcher(_server, maxEvents: 1);

        await watcher.EndAsync();

        Assert.Equal(["one"], watcher.Events);
        Assert.True(Assert.Single(_server.Content.Messages).VisibleUtc <= DateTime.UtcNow);
    }

    [Fact]
    public async Task Who_peeks_leaves_every_message()
    {
        for (var i = 0; i < 12; i++)
            WatchedTrail.Deliver(_server, $"event-{i}");
        using var watcher = new Watcher(_server, peeks: true);

        await watcher.UntilAsync(() => watcher.Events.Count == 12);
        await watcher.StopAsync();

        Assert.Equal(0, _server.CountOf("DeleteMessageBatch"));
        Assert.All(_server.Content.Messages, message => Assert.True(message.VisibleUtc <= DateTime.UtcNow));
        Assert.Equal(12, _server.Content.Messages.Count);
    }
}
