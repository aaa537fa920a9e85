using System.Text;
using IncidentTrail.Aws.S3;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Listing;
using static IncidentTrail.Aws.Tests.S3.S3ClientTests;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>What is under way ends with its reader, and what is held is bounded.</summary>
public sealed class S3StoppingTests
{
    [Fact]
    public async Task Disposing_stops_downloads_and_closes_every_connection()
    {
        using var server = new BucketServer();
        // More than a client would read to its end to keep a connection.
        server.Answer = _ => new BucketAnswer(200, new byte[16 << 20]) { Announced = 32 << 20, CutAfter = 16 << 20, Hold = true };
        var question = Question(server, "1.json.gz", "2.json.gz", "3.json.gz");
        var reading = question.ReadAsync();
        await server.WaitForConnectionsAsync(3);

        question.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await server.WaitForConnectionsAsync(0);
    }

    [Fact]
    public async Task A_list_that_stops_in_the_middle_is_given_up_at_once()
    {
        using var server = new BucketServer();
        server.Answer = _ => new BucketAnswer(200, "<ListBucketResult><Name>trail</Name>"u8.ToArray()) { Announced = 1000, Hold = true };
        using var client = Client(server);
        using var stop = new CancellationTokenSource();
        var listing = client.ListAsync(new KeyPageRequest(""), stop.Token);
        await Eventually.HoldsAsync(() => server.Requests.Count == 1);

        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing.WaitAsync(TimeSpan.FromMinutes(3)));
        await server.WaitForConnectionsAsync(0);
    }

    [Fact]
    public async Task A_log_that_is_opened_again_waits_for_none_of_those_that_are_read_now()
    {
        using var server = new BucketServer();
        string[] keys = ["1.json.gz", "2.json.gz"];
        foreach (var key in keys)
            server.Content.Put(key, new byte[9 << 20]);
        using var question = Question(server, keys);
        var found = new List<FoundLog>();
        await foreach (var item in question.Source.ListAsync(
            new TrailQuery { ThrottleLimit = 1 }, question.Coverage.AccountOf(question.Source).Entry, CancellationToken.None))
            found.Add((FoundLog)item);
        (await found[0].OpenAsync(CancellationToken.None)).Dispose();
        await using var now = await found[1].OpenAsync(CancellationToken.None);

        await using var again = await found[0].OpenAsync(CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromMinutes(3));

        Assert.True(again.CanRead);
    }

    [Fact]
    public async Task Large_logs_that_wait_to_be_read_take_a_download_s_place_and_all_are_read()
    {
        using var server = new BucketServer();
        string[] keys = ["1.json.gz", "2.json.gz", "3.json.gz", "4.json.gz", "5.json.gz"];
        foreach (var key in keys)
            server.Content.Put(key, new byte[9 << 20]);
        using var question = Question(server, keys);
        var open = new List<Task<Stream>>();
        await foreach (var item in question.Source.ListAsync(
            new TrailQuery { ThrottleLimit = 2 }, question.Coverage.AccountOf(question.Source).Entry, CancellationToken.None))
            // On this thread up to the gate: whoever comes there first is let in first.
            open.Add(((FoundLog)item).OpenAsync(CancellationToken.None).AsTask());

        await Task.WhenAll(open[..2]).WaitAsync(TimeSpan.FromMinutes(3));
        Assert.InRange(server.Requests.Count, 2, 3);

        foreach (var (read, opening) in open.Index())
        {
            await using var stream = await opening.WaitAsync(TimeSpan.FromMinutes(3));
            await stream.CopyToAsync(Stream.Null);
            Assert.InRange(server.Requests.Count, read + 1, read + 3);
        }

        Assert.Equal(keys.Length, server.Requests.Count);
    }

    [Fact]
    public void As_many_logs_are_read_ahead_as_the_throttle_limit_needs()
    {
        using var server = new BucketServer();
        using var question = Question(server, "1.json.gz");

        Assert.Equal(2048, question.Source.ReadAheadFor(new TrailQuery { ThrottleLimit = 1024 }));
        Assert.Equal(2 * AdapterLimits.DownloadsAtOnce, question.Source.ReadAheadFor(new TrailQuery()));
    }
}
