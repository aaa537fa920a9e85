using IncidentTrail.Tallies;

namespace IncidentTrail.Tests.Tallies;

public sealed class TallyMemoryTests
{
    private const int Seed = 20261129;
    private readonly TallyMemory _memory = new();

    [Fact]
    public void Blocks_of_any_size_do_not_overlap_however_they_come_and_go()
    {
        var random = new Random(Seed);
        var held = new List<(uint Block, int Words, uint Mark)>();
        for (uint run = 1; run < 5_000; run++)
        {
            if (held.Count > 0 && random.Next(3) == 0)
            {
                var at = random.Next(held.Count);
                Check(held[at]);
                _memory.Return(held[at].Block, held[at].Words);
                held.RemoveAt(at);
                continue;
            }
            var words = random.Next(50) == 0 ? random.Next(1, 100_000) : random.Next(1, 200);
            var block = _memory.Take(words);
            Assert.NotEqual(0u, block);
            _memory[block, words].Fill(run);
            held.Add((block, words, run));
        }

        Assert.All(held, Check);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(32_768)]
    public void A_block_that_was_given_back_is_given_again(int words)
    {
        var (first, second) = (_memory.Take(words), _memory.Take(words));
        _memory.Return(first, words);
        _memory.Return(second, words);

        Assert.Equal([second, first], [_memory.Take(words), _memory.Take(words)]);
        Assert.NotEqual(first, _memory.Take(words));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void No_block_is_given_for_which_there_is_no_number(int words)
    {
        const int Pages = 4;
        var memory = new TallyMemory(Pages);
        var given = new HashSet<uint>();

        var taken = Enumerable.Repeat(words, int.MaxValue).Select(memory.Take);
        Assert.Throws<InsufficientMemoryException>(() => Assert.False(taken.All(given.Add)));

        Assert.Equal(Pages - 1u, given.Max() >> 15);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 8)]
    [InlineData(64, 64)]
    [InlineData(65, 128)]
    [InlineData(129, 256)]
    public void A_block_is_little_larger_than_what_was_asked_for(int words, int size) => Assert.Equal(size, TallyMemory.SizeOf(words));

    private void Check((uint Block, int Words, uint Mark) held) =>
        Assert.Equal(-1, _memory[held.Block, held.Words].IndexOfAnyExcept(held.Mark));
}
