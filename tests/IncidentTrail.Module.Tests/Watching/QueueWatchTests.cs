using System.Management.Automation;
using IncidentTrail.Aws.Tests.Queues.Server;

namespace IncidentTrail.Module.Tests.Watching;

/// <summary>Watch-IncidentTrailEvent over a queue, at the prompt.</summary>
public sealed class QueueWatchTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>, IDisposable
{
    private const string Ids = "| ForEach-Object EventId";

    private readonly QueueServer _server = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-watch-").FullName;

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Events_are_given_and_their_messages_deleted()
    {
        var ids = Deliver(3);

        var given = await module.StopAsync(Command(Ids), IsEmpty);

        Assert.Equal(ids, Texts(given).Order());
    }

    [Theory]
    [InlineData("-MaxEvents 2", "")]
    [InlineData("", "| Select-Object -First 2")]
    public async Task Who_has_enough_leaves_what_was_not_given(string with, string then)
    {
        _server.Content.Visibility = TimeSpan.FromSeconds(1);
        var ids = Deliver(5);

        var given = Texts(module.Run(Command($"{with} {then} {Ids}")));

        Assert.Equal(2, given.Count);
        Assert.Superset(ids.Except(given).ToHashSet(), Waiting().ToHashSet());
        var rest = Texts(await module.StopAsync(Command(Ids), IsEmpty));
        Assert.Equal(ids, given.Concat(rest).Distinct().Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-MaxEvents 3")]
    [InlineData("| Select-Object -First 1")]
    [InlineData("-EventName None")]
    public async Task Every_record_is_accounted_for(string with)
    {
        var body = Deliver("one", "two", "of another service").Body;
        _server.Content.Send(body);
        Deliver("two", "three", "four", "of another service");
        var command = Command($"-CoverageVariable seen {with}");

        if (with is "" or "-EventName None")
            await module.StopAsync(command, IsEmpty);
        else
            module.Run(command);

        var seen = module.Run("$seen | ForEach-Object { $_.RecordsRead, $_.RecordsKept, $_.RecordsDropped, $_.RecordsDuplicate }")
            .Select(count => (long)count.BaseObject).ToList();
        Assert.Equal(seen[0], seen.Skip(1).Sum());
        if (with is "")
            Assert.Equal([10, 4, 3, 3], seen);
        if (with is "-EventName None")
            Assert.Equal([10, 0, 10, 0], seen);
    }

    [Fact]
    public async Task The_file_of_HeartbeatPath_is_touched_while_nothing_comes()
    {
        var file = Path.Combine(_folder, "alive");
        var longAgo = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var isAged = false;

        await module.StopAsync(Command($"-HeartbeatPath '{file}'"), () =>
        {
            if (!isAged && (isAged = File.Exists(file)))
                File.SetLastWriteTimeUtc(file, longAgo);
            return isAged && File.GetLastWriteTimeUtc(file) != longAgo;
        });

        Assert.Equal(0, new FileInfo(file).Length);
    }

    [Fact]
    public void A_heartbeat_that_cannot_be_written_ends_it_before_anything_is_received()
    {
        Deliver(1);

        var error = Assert.Single(module.Errors(Command($"-HeartbeatPath '{_folder}/none/alive'")));

        Assert.StartsWith("TrailNotWritten,", error.FullyQualifiedErrorId);
        Assert.Contains("Choose another -HeartbeatPath", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-Force", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(0, _server.CountOf("ReceiveMessage"));
    }

    [Fact]
    public async Task Verbose_says_what_waits_and_nothing_else_is_said()
    {
        Deliver(2);

        var given = await module.StopAsync(Command("-Verbose *>&1"), IsEmpty);

        Assert.Equal(2, given.Count(each => IsEvent(each)));
        var said = given.Where(each => !IsEvent(each)).ToList();
        Assert.All(said, each => Assert.IsType<VerboseRecord>(each.BaseObject));
        Assert.Contains("Receive and delete", said[0].ToString());
        Assert.Equal("Watching SQS trail: 2 messages waiting, 0 in flight.", said[1].ToString());
    }

    [Theory]
    [InlineData(503)]
    [InlineData(-1)]
    public void A_queue_that_does_not_answer_when_the_time_is_over_is_told(int status)
    {
        _server.Answer = _ => Task.FromResult<QueueAnswer?>(new QueueAnswer(status, []));

        var said = module.Run(Command("-Timeout 3s 2>&1 3>&1"));

        // A machine that is slow enough asks once.
        var last = said[^1].ToString();
        Assert.True(last.StartsWith("SQS trail did not answer for the last ", StringComparison.Ordinal) && status > 0
            || last == "SQS trail had not answered once when the time was over: what waits there was not given.", last);
    }

    private static bool IsEvent(PSObject given) => given.TypeNames.Contains("IncidentTrail.TrailEvent");

    private List<string> Deliver(int count)
    {
        List<string> ids = [.. Enumerable.Range(0, count).Select(i => $"event-{i}")];
        ids.ForEach(id => WatchedTrail.Deliver(_server, id));
        return ids;
    }

    private HeldMessage Deliver(params string[] ids)
    {
        var key = WatchedTrail.KeyOf(ids[0].Replace(' ', '-') + ids.Length);
        var records = ids.Select(id => id.StartsWith("of", StringComparison.Ordinal)
            ? WatchedTrail.RecordOf(id).Replace("ssm-incidents", "iam") : WatchedTrail.RecordOf(id));
        _server.Content.Put("trail", key, WatchedTrail.Zipped($$"""{"Records":[{{string.Join(',', records)}}]}"""));
        return _server.Content.Send(WatchedTrail.Notification(key));
    }

    private bool IsEmpty() => _server.Content.Messages.Count == 0;

    private IEnumerable<string> Waiting() =>
        _server.Content.Messages.Select(message => message.Body.Split('_')[^1].Split('.')[0]);

    private string Command(string with) => WatchedTrail.Command(_server, with);

    private static List<string> Texts(IEnumerable<PSObject> given) => [.. given.Select(each => each.ToString())];
}
