using IncidentTrail.Records;

namespace IncidentTrail.Tests.Records;

/// <summary>The hash that tells whether two copies of an event are written alike.</summary>
public sealed class ContentHashTests
{
    private const int Step = 32;

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(1000)]
    [InlineData(1024)]
    [InlineData(3000)]
    public void Every_bit_changes_it(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var hash = ContentHash.Of(bytes);
        for (var bit = 0; bit < length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(hash, ContentHash.Of(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal(hash, ContentHash.Of(bytes));
    }

    [Fact]
    public void Zeros_and_blocks_in_another_order_change_it()
    {
        Assert.All(Enumerable.Range(0, 3000), n => Assert.NotEqual(ContentHash.Of(new byte[n]), ContentHash.Of(new byte[n + 1])));
        var bytes = new byte[2048];
        new Random(1).NextBytes(bytes);
        Assert.NotEqual(ContentHash.Of(bytes), ContentHash.Of([.. bytes[1024..], .. bytes[..1024]]));
    }

    [Avx2Fact]
    public void The_vectors_sum_as_their_portable_twin()
    {
        var random = new Random(20261126);
        for (var length = 0; length <= 1024; length += Step)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Equal(ContentHash.SumScalar(bytes), ContentHash.SumWide(bytes));
            Array.Fill(bytes, byte.MaxValue);
            Assert.Equal(ContentHash.SumScalar(bytes), ContentHash.SumWide(bytes));
        }
    }
}
