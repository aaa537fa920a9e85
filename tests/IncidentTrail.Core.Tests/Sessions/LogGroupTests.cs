using System.Threading.Channels;
using IncidentTrail.Sessions;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sessions;

public sealed class LogGroupTests
{
    [Fact]
    public async Task Small_logs_are_read_together_the_first_by_itself()
    {
        var sizes = await SizesAsync(Enumerable.Repeat(Small(), 100).ToArray());

        Assert.Equal([1, 2, 4, 8, 16, 32, 32, 5], sizes);
    }

    [Fact]
    public async Task What_is_large_fetched_empty_or_of_no_known_size_is_by_itself_in_its_place()
    {
        TrailSourceItem[] alone = [Log("/a", EngineLimits.SmallLog + 1), Log(null, 1), Log("/a", 0), Log("/a", null)];
        TrailSourceItem[] items = [.. Enumerable.Repeat(Small(), 7), .. alone, Small(), new SkippedLog(new TrailLog { Location = "d" }), Small()];

        var groups = await GroupsAsync(items);

        Assert.Equal([1, 2, 4, 1, 1, 1, 1, 3], groups.Select(group => group.Count));
        Assert.Equal(alone, groups.Where((_, i) => i is > 2 and < 7).SelectMany(group => group));
        Assert.Equal(items, groups.SelectMany(group => group));
    }

    [Fact]
    public async Task No_group_holds_more_bytes_than_one_log_beyond_the_limit()
    {
        var sizes = await SizesAsync(Enumerable.Repeat(Log("/a", EngineLimits.SmallLog), 40).ToArray());

        Assert.Equal(EngineLimits.BytesInGroup / EngineLimits.SmallLog, sizes.Max());
    }

    [Fact]
    public async Task What_is_there_does_not_wait_for_what_is_not()
    {
        var items = Channel.CreateUnbounded<TrailSourceItem>();
        items.Writer.TryWrite(Small());
        items.Writer.TryWrite(Small());
        await using var groups = LogGroups.Of(items.Reader.ReadAllAsync(), CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await groups.MoveNextAsync());
        Assert.Single(groups.Current);
        // The next group has room for two.
        Assert.True(await groups.MoveNextAsync());
        Assert.Single(groups.Current);
        items.Writer.Complete();
        Assert.False(await groups.MoveNextAsync());
    }

    [Fact]
    public void A_damaged_log_among_many_small_ones_costs_what_is_damaged_and_order_stays()
    {
        var folder = Directory.CreateTempSubdirectory("incidenttrail-");
        try
        {
            for (var i = 0; i < 150; i++)
            {
                var log = GzipBytes.Of($"{{\"Records\":[{{\"eventVersion\":\"1.11\",\"userIdentity\":{{\"type\":\"Root\"}},\"eventName\":\"StartIncident\",\"eventID\":\"{i}\"}}]}}");
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{i:000}.json.gz"), i % 50 == 33 ? log[..^6] : i % 50 == 34 ? [] : log);
            }
            File.WriteAllText(Path.Combine(folder.FullName, "040b.txt"), "text");

            var answer = LogReading.ReadSource(new FileSource([folder.FullName]));

            Assert.Equal(Enumerable.Range(0, 150).Where(i => i % 50 != 34).Select(i => $"{i}"), answer.Events.Select(e => e.EventId));
            Assert.Equal((154 - 3, 144, 3, 4), (answer.Coverage.LogsListed, answer.Coverage.LogsRead, answer.Coverage.LogsFailed, answer.Coverage.LogsSkipped));
            Assert.Equal(3, answer.Coverage.Faults.Count);

            var first = LogReading.ReadSource(new FileSource([folder.FullName]), new TrailQuery { AllServices = true, MaxEvents = 20 });

            Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), first.Events.Select(e => e.EventId));
            Assert.Equal(20, first.Coverage.LogsListed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<int>> SizesAsync(TrailSourceItem[] items) => [.. (await GroupsAsync(items)).Select(group => group.Count)];

    private static async Task<List<IReadOnlyList<TrailSourceItem>>> GroupsAsync(TrailSourceItem[] items)
    {
        var groups = new List<IReadOnlyList<TrailSourceItem>>();
        await foreach (var group in LogGroups.Of(Yielded(items), CancellationToken.None))
            groups.Add(group);
        return groups;
    }

    private static FoundLog Small() => Log("/a", 100);

    private static FoundLog Log(string? path, long? size) =>
        new(new TrailLog { Location = path ?? "bucket/key", Path = path, Size = size }, _ => throw new InvalidOperationException());

    private static async IAsyncEnumerable<TrailSourceItem> Yielded(TrailSourceItem[] items)
    {
        foreach (var item in items)
            yield return item;
        await Task.CompletedTask;
    }
}
