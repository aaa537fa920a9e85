using System.Runtime.CompilerServices;
using IncidentTrail.Checkpoints;
using IncidentTrail.Sessions;
using IncidentTrail.Sources;
using static IncidentTrail.Tests.Checkpoints.KeptFolder;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>Files that get another name, another content, or are gone for a moment while a folder is looked through.</summary>
public sealed class MovedFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("moved").FullName;

    private string Calls => Path.Combine(_folder, "calls.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Whoever rotates does it between the look at the file's beginning and its reading.
    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    public async Task What_takes_the_place_of_a_file_that_is_just_opened_is_given_whole(int until)
    {
        await WriteAsync(Calls, Lines(0, 6));
        var writes = new Queue<Action>([() => { }, () =>
        {
            File.Move(Calls, Calls + ".1");
            Write(Calls, Lines(20, 20 + until));
        }
        ]);

        var given = await WatchAsync(6 + until + 1, writes, count =>
        {
            if (count == 6)
                Write(Calls, Lines(0, 7));
        });

        Assert.Equal([.. Enumerable.Range(0, 7).Select(Id), .. Enumerable.Range(20, until).Select(Id)], given.Order());
    }

    [Fact]
    public async Task A_file_that_is_gone_when_it_is_opened_and_comes_back_as_it_was_is_read()
    {
        var aside = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await WriteAsync(Calls, Lines(0, 3));
        await WriteAsync(Path.Combine(_folder, "more.json"), Lines(3, 4));

        var given = await WatchAsync(4, new([() => File.Move(Calls, aside)]), count =>
        {
            if (count == 1)
                File.Move(aside, Calls);
        });

        Assert.Equal([Id(3), Id(0), Id(1), Id(2)], given);
    }

    // What is remembered of single events is left out: after many others it is forgotten.
    [Fact]
    public async Task A_file_that_was_renamed_is_known_also_where_it_is_not_whole_at_the_next_look()
    {
        await WriteAsync(Calls, Lines(0, 6));
        var first = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1));
        Assert.Equal(6, (await LookAsync(first)).Count);
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1), first.State() with { Events = [] });
        File.Move(Calls, Calls + ".1");
        await WriteAsync(Calls + ".1", Lines(0, 6) + Lines(6, 7)[..20]);
        Assert.Empty(await LookAsync(checkpoint));

        await WriteAsync(Calls + ".1", Lines(0, 7));

        Assert.Equal([Id(6)], await LookAsync(checkpoint));
    }

    [Fact]
    public async Task A_copy_that_gave_nothing_is_known_as_far_as_it_was_read()
    {
        await WriteAsync(Calls, Lines(0, 6));
        await WriteAsync(Calls + ".1", Lines(0, 6));
        var first = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1));
        Assert.Equal(6, (await LookAsync(first)).Count);
        File.Delete(Calls);
        Assert.Empty(await LookAsync(first));
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1), first.State() with { Events = [] });

        await WriteAsync(Calls + ".1", Lines(0, 7));

        Assert.Equal([Id(6)], await LookAsync(checkpoint));
    }

    private static Task WriteAsync(string path, string text) => File.WriteAllTextAsync(path, text);

    private static void Write(string path, string text) => File.WriteAllText(path, text);

    private async Task<List<string?>> LookAsync(Checkpoint checkpoint)
    {
        var session = new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage(), checkpoint);
        var given = new List<string?>();
        await foreach (var batch in session.ReadAsync(new CheckpointedSource(new FileSource([_folder]), checkpoint), CancellationToken.None))
        {
            foreach (var each in batch.Events)
            {
                given.Add(each.EventId);
                checkpoint.Gave(each);
            }
        }
        return given;
    }

    // Each opening of a file is overtaken by the next of what happens.
    private async Task<List<string?>> WatchAsync(int events, Queue<Action> happens, Action<int> onGiven)
    {
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1));
        var session = new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage(), checkpoint) { Window = new DuplicateWindow(50_000) };
        var source = new Overtaken(new FileSource([_folder]), happens);
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var given = new List<string?>();
        await foreach (var batch in session.ReadAsync(new WatchedSource(source, checkpoint, path: null, TimeSpan.FromMilliseconds(1)), guard.Token))
        {
            foreach (var each in batch.Events)
            {
                given.Add(each.EventId);
                checkpoint.Gave(each);
                onGiven(given.Count);
            }
            if (given.Count == events)
                break;
        }
        return given;
    }

    private sealed class Overtaken(ITrailSource source, Queue<Action> happens) : ITrailSource
    {
        public string Name => source.Name;

        public int ReadAheadFor(TrailQuery query) => 1;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var item in source.ListAsync(query, entry, token))
            {
                yield return item is not FoundLog found ? item : new FoundLog(found.Log, stop =>
                {
                    if (happens.TryDequeue(out var happened))
                        happened();
                    return found.OpenAsync(stop);
                });
            }
        }
    }
}
