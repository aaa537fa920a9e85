using IncidentTrail.Records;

namespace IncidentTrail.Tests.Records;

/// <summary>A hash that stands for its bytes hangs on each of them, in every part of it.</summary>
public sealed class SeededHasherTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(200)]
    public void Every_bit_changes_both_halves_down_to_their_lowest_bits(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var hash = SeededHasher.Of(bytes);
        var (high, low) = (new HashSet<ulong>(), new HashSet<ulong>());
        for (var bit = 0; bit < length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var other = SeededHasher.Of(bytes);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(hash.High, other.High);
            Assert.NotEqual(hash.Low, other.Low);
            high.Add(other.High % 65536);
            low.Add(other.Low % 65536);
        }

        Assert.True(high.Count >= length * 7 && low.Count >= length * 7, $"{high.Count} {low.Count} of {length * 8}");
        Assert.Equal(hash, SeededHasher.Of(bytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData('a')]
    public void Lengths_are_told_apart_though_every_byte_is_alike(byte fill)
    {
        var hashes = Enumerable.Range(0, 200).SelectMany(n => new[] { Alike(n, fill), Alike(n, (byte)(fill ^ n)) })
            .Select(bytes => (SeededHasher.Of(bytes), Convert.ToHexString(bytes))).ToHashSet();

        Assert.Equal(hashes.Select(pair => pair.Item2).Distinct().Count(), hashes.Select(pair => pair.Item1).Distinct().Count());
    }

    [Fact]
    public void Parts_do_not_run_together_and_their_order_counts()
    {
        string[][] parts = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["c", "ab"], ["ab", "c", ""], []];

        Assert.Equal(parts.Length, parts.Select(Of).Distinct().Count());
        Assert.InRange(Enumerable.Range(0, 100).Select(n => Of(["a", $"{n}"]).Low % 4096).Distinct().Count(), 90, 100);
        Assert.Equal(Of(["ab", "c"]), Of(["ab", "c"]));
    }

    private static byte[] Alike(int length, byte fill) => Enumerable.Repeat(fill, length).ToArray();

    private static SeededHash Of(string[] parts)
    {
        var hasher = new SeededHasher();
        foreach (var part in parts)
            hasher.Add(System.Text.Encoding.UTF8.GetBytes(part));
        return hasher.Hash;
    }
}
