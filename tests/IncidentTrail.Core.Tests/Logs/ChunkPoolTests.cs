using IncidentTrail.Logs;

namespace IncidentTrail.Tests.Logs;

public sealed class ChunkPoolTests
{
    // What counts as a large object is in the oldest generation from its beginning.
    [Fact]
    public void A_chunk_is_no_object_that_a_collection_copies() =>
        Assert.Equal(GC.MaxGeneration, GC.GetGeneration(new ChunkPool().Take(1)));

    [Fact]
    public void A_chunk_that_came_back_is_given_again()
    {
        var pool = new ChunkPool();
        var chunk = pool.Take(1);
        pool.Return(chunk);

        Assert.Same(chunk, pool.Take(ChunkPool.Size));
        Assert.NotSame(chunk, pool.Take(1));
    }

    [Fact]
    public void A_chunk_for_more_is_made_for_it_alone()
    {
        var pool = new ChunkPool();
        var large = pool.Take(ChunkPool.Size + 1);
        pool.Return(large);

        Assert.Equal(ChunkPool.Size + 1, large.Length);
        Assert.NotSame(large, pool.Take(ChunkPool.Size + 1));
    }
}
