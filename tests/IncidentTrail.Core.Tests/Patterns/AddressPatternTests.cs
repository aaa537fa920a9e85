using IncidentTrail.Patterns;

namespace IncidentTrail.Tests.Patterns;

public sealed class AddressPatternTests
{
    [Theory]
    [InlineData("203.0.113.10", "203.0.113.10", true)]
    [InlineData("203.0.113.*", "203.0.113.10", true)]
    [InlineData("203.0.113.1?", "203.0.113.1", false)]
    [InlineData("203.0.113.0/24", "203.0.113.255", true)]
    [InlineData("203.0.113.0/24", "203.0.114.0", false)]
    [InlineData("203.0.113.77/24", "203.0.113.1", true)]
    [InlineData("10.0.0.0/12", "10.15.255.255", true)]
    [InlineData("10.0.0.0/12", "10.16.0.0", false)]
    [InlineData("0.0.0.0/0", "8.8.8.8", true)]
    [InlineData("203.0.113.10/32", "203.0.113.10", true)]
    [InlineData("203.0.113.10/32", "203.0.113.11", false)]
    [InlineData("2001:db8::/32", "2001:DB8:0:1::5", true)]
    [InlineData("2001:db8::/32", "2001:db9::", false)]
    [InlineData("2001:db8::1", "2001:0db8:0:0:0:0:0:1", true)]
    [InlineData("::/0", "2001:db8::1", true)]
    [InlineData("::/0", "203.0.113.10", false)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("203.0.113.0/24", "::ffff:203.0.113.9", true)]
    [InlineData("::ffff:203.0.113.0/120", "203.0.113.9", true)]
    [InlineData("203.0.113.10", "::ffff:203.0.113.10", true)]
    [InlineData("fe80::/10", "fe80::1%eth0", true)]
    public void An_address_matches_a_wildcard_a_block_or_another_spelling(string pattern, string address, bool expected) =>
        Assert.Equal(expected, AddressPattern.Parse(pattern).IsMatch(address));

    [Theory]
    [InlineData("AWS Internal", "AWS Internal", true)]
    [InlineData("aws internal*", "AWS Internal/3", true)]
    [InlineData("AWS Internal/3", "AWS Internal/3", true)]
    [InlineData("*.amazonaws.com", "events.amazonaws.com", true)]
    [InlineData("0.0.0.0/0", "events.amazonaws.com", false)]
    [InlineData("0.0.0.0/0", "AWS Internal", false)]
    [InlineData("0.0.0.0/0", "10", false)]
    [InlineData("0.0.0.0/0", "010.0.0.1", false)]
    [InlineData("0.0.0.0/0", "", false)]
    [InlineData("*", "AWS Internal", true)]
    [InlineData("*", null, false)]
    [InlineData("0.0.0.0/0", null, false)]
    public void A_source_that_is_no_address_matches_by_its_text_only(string pattern, string? address, bool expected) =>
        Assert.Equal(expected, AddressPattern.Parse(pattern).IsMatch(address));

    [Theory]
    [InlineData("203.0.113.0/33")]
    [InlineData("203.0.113.0/")]
    [InlineData("203.0.113.0/-1")]
    [InlineData("203.0.113.0/a")]
    [InlineData("203.0.113/24")]
    [InlineData("300.0.0.0/8")]
    [InlineData("203.0.*/16")]
    [InlineData("2001:db8::/129")]
    [InlineData("2001:db8/32")]
    [InlineData("2001:db8:::/32")]
    public void A_broken_block_is_an_error_that_names_it(string pattern)
    {
        var error = Assert.Throws<FormatException>(() => AddressPattern.Parse(pattern));

        Assert.Contains($"'{pattern}' is no CIDR block", error.Message, StringComparison.Ordinal);
    }
}
