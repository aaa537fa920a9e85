using IncidentTrail.Reading;

namespace IncidentTrail.Tests.Reading;

/// <summary>A hash that stands for its bytes hangs on each of them, in every part of it.</summary>
public sealed class SeededHashTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(200)]
    public void Every_bit_changes_both_halves_down_to_their_lowest_bits(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var hash = SeededHash.Of(bytes);
        var (high, low) = (new HashSet<ulong>(), new HashSet<ulong>());
        for (var bit = 0; bit < length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var other = SeededHash.Of(bytes);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(hash.High, other.High);
            Assert.NotEqual(hash.Low, other.Low);
            high.Add(other.High % 65536);
            low.Add(other.Low % 65536);
        }

        Assert.True(high.Count > length * 7 && low.Count > length * 7, $"{high.Count} {low.Count} of {length * 8}");
        Assert.Equal(hash, SeededHash.Of(bytes));
    }

    [Fact]
    public void Lengths_orders_and_zeros_are_told_apart()
    {
        var hashes = Enumerable.Range(0, 200).Select(n => SeededHash.Of(new byte[n])).ToHashSet();
        Assert.Equal(200, hashes.Count);
        var (a, b) = (SeededHash.Of("a"u8), SeededHash.Of("b"u8));
        Assert.NotEqual(a.With(b), b.With(a));
        Assert.InRange(Enumerable.Range(0, 100).Select(n => a.With(SeededHash.Of([(byte)n])).Low % 4096).Distinct().Count(), 90, 100);
    }
}
