using IncidentTrail.Contracts;
using IncidentTrail.Sources.Queues;
using IncidentTrail.Texts;

namespace IncidentTrail.Tests.Texts;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "reads", "retries")]
    [InlineData(1, "read", "retry")]
    [InlineData(2, "reads", "retries")]
    public void One_alone_is_named_as_one(long count, string read, string retry)
    {
        Assert.Equal(read, Counted.Noun(count, "read"));
        Assert.Equal(retry, Counted.Noun(count, "retry", "retries"));
    }

    [Fact]
    public void A_queue_with_one_message_says_so()
    {
        Assert.StartsWith("1 message waiting", new QueueStanding(1, 0, 0, TimeSpan.Zero).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("2 messages waiting", new QueueStanding(2, 0, 0, TimeSpan.Zero).ToString(), StringComparison.Ordinal);
    }
}
