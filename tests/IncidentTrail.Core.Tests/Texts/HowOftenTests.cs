using IncidentTrail.Texts;

namespace IncidentTrail.Tests.Texts;

public sealed class HowOftenTests
{
    [Theory]
    [InlineData(1, "once")]
    [InlineData(2, "2 times")]
    [InlineData(1500, "1500 times")]
    public void One_time_is_once(long count, string words) => Assert.Equal(words, HowOften.Times(count));
}
