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
        var batches = new List<(int Events, long Read)>();

        await foreach (var batch in session.ReadAsync(new SlowSource(), CancellationToken.None))
            batches.Add((batch.Events.Count, session.Coverage.RecordsRead));

        Assert.NotEmpty(batches);
        Assert.All(batches, b => Assert.Equal(0, b.Events));
        Assert.InRange(batches[0].Read, 1, SlowSource.Logs - 1);
    }

    private sealed class SlowSource : ITrailSource
    {
        internal const int Logs = 4;

        public string Name => "slow";

        public int ReadAhead => 1;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailCoverage coverage, [EnumeratorCancellation] CancellationToken token)
        {
            for (var i = 0; i < Logs; i++)
            {
                await Task.Delay(300, token);
                yield return TrailSourceItem.ForLog(
                    new TrailLog { Location = $"log {i}" },
                    _ => ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes("""{"eventVersion":"1.08","eventSource":"ec2.amazonaws.com"}"""))));
            }
        }
    }
}
