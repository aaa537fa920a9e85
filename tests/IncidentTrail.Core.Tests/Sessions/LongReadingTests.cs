using System.Runtime.CompilerServices;
using System.Text;

namespace IncidentTrail.Tests.Sessions;

/// <summary>A long reading in which nothing matches still says that it goes on.</summary>
public sealed class LongReadingTests
{
    [Fact]
    public async Task Where_nothing_matches_for_long_empty_batches_come()
    {
        var session = new TrailSession(new TrailQuery(), new TrailCoverage());
        using var source = new EndlessSource();
        var batches = new List<(int Events, long Read, bool WentOn)>();

        await foreach (var batch in session.ReadAsync(source, CancellationToken.None))
        {
            batches.Add((batch.Events.Count, session.Coverage.RecordsRead, source.GoesOn));
            source.End();
        }

        Assert.NotEmpty(batches);
        Assert.All(batches, b => Assert.Equal(0, b.Events));
        Assert.True(batches[0].WentOn);
        Assert.True(batches[0].Read > 0);
    }

    /// <summary>Has one more log until it is told to end; what nobody tells it ends after a time that no reading takes.</summary>
    private sealed class EndlessSource : ITrailSource, IDisposable
    {
        private readonly CancellationTokenSource _end = new(TimeSpan.FromMinutes(3));

        public string Name => "endless";

        public bool GoesOn => !_end.IsCancellationRequested;

        public void End() => _end.Cancel();

        public void Dispose() => _end.Dispose();

        public int ReadAheadFor(TrailQuery query) => 1;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            for (var i = 0; GoesOn; i++)
            {
                await Task.Delay(5, token);
                yield return new FoundLog(
                    new TrailLog { Location = $"log {i}" },
                    _ => ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes("""{"eventVersion":"1.08","eventSource":"ec2.amazonaws.com"}"""))));
            }
        }
    }
}
