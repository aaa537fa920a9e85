using IncidentTrail.Aws.S3;

namespace IncidentTrail.Aws.Tests.S3;

public sealed class BodyPoolTests
{
    [Fact]
    public void The_memory_of_as_many_logs_as_are_downloaded_at_once_is_used_again()
    {
        var pool = new BodyPool();
        var first = Enumerable.Range(0, AdapterLimits.DownloadsAtOnce).Select(_ => pool.Take(20_000)).ToList();
        first.ForEach(pool.Return);

        var again = Enumerable.Range(0, AdapterLimits.DownloadsAtOnce).Select(_ => pool.Take(20_000));

        Assert.Equal(first.ToHashSet<object>(ReferenceEqualityComparer.Instance), again.ToHashSet<object>(ReferenceEqualityComparer.Instance));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(AdapterLimits.LargestPooled)]
    [InlineData(AdapterLimits.LargestPooled + 1)]
    [InlineData(AdapterLimits.LargestHeld)]
    public void There_is_memory_for_an_object_of_any_size_that_is_held(int length)
    {
        var pool = new BodyPool();

        var bytes = pool.Take(length);

        Assert.True(bytes.Length >= length);
        pool.Return(bytes);
    }
}
