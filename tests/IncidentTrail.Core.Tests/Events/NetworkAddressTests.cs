using System.Text;
using IncidentTrail.Events;

namespace IncidentTrail.Tests.Events;

public sealed class NetworkAddressTests
{
    private const int Seed = 20261128;

    [Theory]
    [InlineData("0.0.0.1", 1u)]
    [InlineData("10.28.155.180", 0x0A1C9BB4u)]
    [InlineData("203.0.113.7", 0xCB007107u)]
    [InlineData("223.255.255.255", 0xDFFFFFFFu)]
    public void An_address_is_a_number_that_gives_it_again(string text, uint expected)
    {
        Assert.True(NetworkAddress.TryRead(text, out var number));
        Assert.True(NetworkAddress.TryRead(Encoding.UTF8.GetBytes(text), out var ofBytes));

        Assert.Equal((expected, expected, text), (number, ofBytes, NetworkAddress.TextOf(number)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("256.0.0.1")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.999")]
    [InlineData("1.2.3.0004")]
    [InlineData("01.2.3.4")]
    [InlineData("1.2.3.00")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.")]
    [InlineData("111.222.333")]
    [InlineData(".1.2.3.4")]
    [InlineData("1..2.3.4")]
    [InlineData("1.2.3.4.")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.4 ")]
    [InlineData("1.2.3.-4")]
    [InlineData("1.2.3.4/8")]
    [InlineData("1.2.3.\u0664")]
    [InlineData("2001:db8::1")]
    [InlineData("ecs.amazonaws.com")]
    public void Any_other_text_is_none(string text)
    {
        Assert.False(NetworkAddress.TryRead(text, out _));
        Assert.False(NetworkAddress.TryRead(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void What_is_read_is_written_the_same()
    {
        var random = new Random(Seed);
        for (var run = 0; run < 200_000; run++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(7, 16)).Select(_ => "0123456789.."[random.Next(12)])]);
            if (NetworkAddress.TryRead(text, out var number))
                Assert.Equal(text, NetworkAddress.TextOf(number));
            var address = (uint)random.NextInt64(1, NetworkAddress.End);
            Assert.True(NetworkAddress.TryRead(NetworkAddress.TextOf(address), out var again));
            Assert.Equal(address, again);
        }
    }
}
