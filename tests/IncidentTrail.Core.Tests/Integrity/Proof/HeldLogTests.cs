using IncidentTrail.Integrity.Proof;

namespace IncidentTrail.Tests.Integrity.Proof;

/// <summary>A log that is held is held whole, whatever its size is said to be.</summary>
public sealed class HeldLogTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(7L)]
    [InlineData(99_999L)]
    [InlineData(100_000L)]
    [InlineData(100_001L)]
    [InlineData(long.MaxValue - 1)]
    public async Task It_is_held_whole(long? said)
    {
        var bytes = new byte[100_000];
        new Random(20260310).NextBytes(bytes);
        var found = new FoundLog(new TrailLog { Location = "log", Size = said }, _ => ValueTask.FromResult<Stream>(new Dribble(bytes)));

        var held = await HeldLog.ReadAsync(found, CancellationToken.None);

        Assert.True(held.IsWhole);
        using var content = new MemoryStream();
        using (var taken = held.Take())
            await taken!.CopyToAsync(content);
        Assert.Equal(bytes, content.ToArray());
        Assert.Null(held.Take());
    }

    // It comes in pieces, as from a network.
    private sealed class Dribble(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1013)], cancellationToken);
    }
}
