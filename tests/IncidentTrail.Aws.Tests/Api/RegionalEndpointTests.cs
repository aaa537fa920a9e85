using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Tests.Api;

public sealed class RegionalEndpointTests
{
    [Theory]
    [InlineData("us-east-1", "https://cloudtrail.us-east-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://cloudtrail.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-west-1", "https://cloudtrail.us-gov-west-1.amazonaws.com/")]
    [InlineData("us-iso-east-1", "https://cloudtrail.us-iso-east-1.c2s.ic.gov/")]
    [InlineData("us-isob-east-1", "https://cloudtrail.us-isob-east-1.sc2s.sgov.gov/")]
    [InlineData("eu-west-99", "https://cloudtrail.eu-west-99.amazonaws.com/")]
    public void A_region_has_its_partitions_host(string region, string expected) =>
        Assert.Equal(expected, Resolve(region).AbsoluteUri);

    [Fact]
    public void The_parameter_wins_over_the_services_variable_and_that_over_the_general_one()
    {
        Assert.Equal("http://one/", Resolve("us-east-1", "http://one", ("AWS_ENDPOINT_URL_CLOUDTRAIL", "http://two")).AbsoluteUri);
        Assert.Equal(
            "http://two/",
            Resolve("us-east-1", null, ("AWS_ENDPOINT_URL", "http://three"), ("AWS_ENDPOINT_URL_CLOUDTRAIL", "http://two")).AbsoluteUri);
        Assert.Equal("http://three/", Resolve("us-east-1", null, ("AWS_ENDPOINT_URL", "http://three")).AbsoluteUri);
        Assert.Equal(
            "https://cloudtrail.us-east-1.amazonaws.com/",
            Resolve("us-east-1", null, ("AWS_ENDPOINT_URL", "http://three"), ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")).AbsoluteUri);
    }

    /// <summary>To AWSSDK 4.1.0 an empty one is an address, and each call fails (findings/awssdk-empty-endpoint-is-null.sh).</summary>
    [Fact]
    public void A_variable_that_is_empty_is_none()
    {
        Assert.Equal("https://cloudtrail.us-east-1.amazonaws.com/", Resolve("us-east-1", null, ("AWS_ENDPOINT_URL", "")).AbsoluteUri);
        Assert.Equal(
            "http://three/",
            Resolve("us-east-1", null, ("AWS_ENDPOINT_URL_CLOUDTRAIL", ""), ("AWS_ENDPOINT_URL", "http://three")).AbsoluteUri);
    }

    [Fact]
    public void Fips_and_dual_stack_have_hosts_of_their_own()
    {
        Assert.Equal(
            "https://cloudtrail-fips.us-east-1.amazonaws.com/",
            Resolve("us-east-1", null, ("AWS_USE_FIPS_ENDPOINT", "true")).AbsoluteUri);
        Assert.Equal(
            "https://cloudtrail.us-gov-west-1.amazonaws.com/",
            Resolve("us-gov-west-1", null, ("AWS_USE_FIPS_ENDPOINT", "true")).AbsoluteUri);
        Assert.Equal(
            "https://cloudtrail.us-east-1.api.aws/",
            Resolve("us-east-1", null, ("AWS_USE_DUALSTACK_ENDPOINT", "true")).AbsoluteUri);
    }

    /// <summary>As the SDK's own rules for STS, SSO and CloudTrail have them.</summary>
    [Theory]
    [InlineData("eu-west-1", "api.aws")]
    [InlineData("cn-north-1", "api.amazonwebservices.com.cn")]
    [InlineData("us-gov-east-1", "api.aws")]
    [InlineData("us-iso-east-1", "api.aws.ic.gov")]
    [InlineData("us-isob-east-1", "api.aws.scloud")]
    [InlineData("eusc-de-east-1", "api.amazonwebservices.eu")]
    public void Dual_stack_has_a_suffix_in_each_partition_and_fips_hosts_in_each(string region, string suffix)
    {
        Assert.Equal($"https://cloudtrail.{region}.{suffix}/", Resolve(region, null, ("AWS_USE_DUALSTACK_ENDPOINT", "true")).AbsoluteUri);
        Assert.Equal(
            $"https://cloudtrail-fips.{region}.{suffix}/",
            Resolve(region, null, ("AWS_USE_DUALSTACK_ENDPOINT", "true"), ("AWS_USE_FIPS_ENDPOINT", "true")).AbsoluteUri);
    }

    [Theory]
    [InlineData("us-east-1.evil.example/")]
    [InlineData("US EAST")]
    [InlineData("")]
    public void A_text_that_is_no_region_never_becomes_a_host(string region)
    {
        var failure = Assert.Throws<TrailSourceException>(() => Resolve(region));

        Assert.Equal(TrailFaultKind.Argument, failure.Fault.Kind);
    }

    [Fact]
    public void An_endpoint_that_is_no_url_is_refused() =>
        Assert.Equal(
            TrailFaultKind.Argument,
            Assert.Throws<TrailSourceException>(() => Resolve("us-east-1", "localhost:9000")).Fault.Kind);

    private static Uri Resolve(string region, string? given = null, params (string Name, string Value)[] variables) =>
        RegionalEndpoint.Of(
            "cloudtrail", region, given, name => variables.FirstOrDefault(v => v.Name == name).Value);
}
