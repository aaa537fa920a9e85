using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Tests.Credentials;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>The proxy that the environment names: for which hosts, for which kind of address, and whether it is the same as before.</summary>
public sealed class EnvironmentProxyTests : IDisposable
{
    private readonly ProfileHome _home = new();

    public void Dispose() => _home.Dispose();

    // To AWSSDK.Core 4.1.0 on .NET 10 a domain without a dot before it is one host, and *, a port and a network are none: all of it goes
    // to the proxy (findings/awssdk-no-proxy-is-for-one-host.sh).
    [Theory]
    [InlineData("example.net", "https://example.net", true)]
    [InlineData("example.net", "https://s3.example.net", true)]
    [InlineData("example.net", "https://myexample.net", false)]
    [InlineData(".example.net", "https://s3.example.net", true)]
    [InlineData(".example.net", "https://example.net", true)]
    [InlineData("*.example.net", "https://s3.example.net", true)]
    [InlineData("*.example.net", "https://badexample.net", false)]
    [InlineData("EXAMPLE.net", "https://S3.example.NET", true)]
    [InlineData("localhost, .amazonaws.com", "https://sts.us-east-1.amazonaws.com", true)]
    [InlineData("localhost .amazonaws.com", "https://sts.us-east-1.amazonaws.com", true)]
    [InlineData("example.net:8443", "https://example.net:8443", true)]
    [InlineData("example.net:8443", "https://example.net", false)]
    [InlineData("10.0.0.0/8", "https://10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "https://11.1.2.3", false)]
    [InlineData("10.1.2.3", "https://10.1.2.3", true)]
    [InlineData("10.1.2.3", "https://10.1.2.30", false)]
    [InlineData("10.1.2.3:8443", "https://10.1.2.3:8443", true)]
    [InlineData("[::1]", "https://[::1]:9000", true)]
    [InlineData("*", "https://anything.example", true)]
    [InlineData("", "https://example.net", false)]
    public void NO_PROXY_names_hosts_and_domains(string text, string address, bool direct)
    {
        _home["HTTPS_PROXY"] = "http://proxy:3128";
        _home["NO_PROXY"] = text;
        var proxy = EnvironmentProxy.Of(_home.Variables)!;

        Assert.Equal(direct, proxy.IsBypassed(new Uri(address)));
        Assert.Equal(direct ? null : new Uri("http://proxy:3128"), proxy.GetProxy(new Uri(address)));
    }

    [Theory]
    [InlineData("HTTPS_PROXY", "proxy:3128", "http://proxy:3128/", null)]
    [InlineData("https_proxy", "http://proxy:3128", "http://proxy:3128/", null)]
    [InlineData("HTTP_PROXY", "http://proxy:3128", null, "http://proxy:3128/")]
    [InlineData("ALL_PROXY", "socks5://proxy:1080", "socks5://proxy:1080/", "socks5://proxy:1080/")]
    [InlineData("all_proxy", "socks5://proxy:1080", "socks5://proxy:1080/", "socks5://proxy:1080/")]
    public void A_proxy_is_for_its_kind_of_address(string variable, string value, string? https, string? http)
    {
        _home[variable] = value;
        var proxy = EnvironmentProxy.Of(_home.Variables)!;

        Assert.Equal(https, proxy.GetProxy(new Uri("https://s3.us-east-1.amazonaws.com"))?.AbsoluteUri);
        Assert.Equal(http, proxy.GetProxy(new Uri("http://127.0.0.1:9000"))?.AbsoluteUri);
    }

    [Theory]
    [InlineData("HTTPS_PROXY", "http://proxy:3128", true)]
    [InlineData("HTTPS_PROXY", "http://me:secret@proxy:3128", false)]
    [InlineData("HTTP_PROXY", "http://proxy:3128", false)]
    [InlineData("NO_PROXY", "example.net", false)]
    public void The_same_variables_name_the_same_way_and_connections_are_gone_on_with(string variable, string value, bool same)
    {
        _home["HTTPS_PROXY"] = "http://proxy:3128";
        var before = HttpRoute.WithoutTls(_home.Variables, proxy: null);
        _home[variable] = value;

        Assert.Equal(same, HttpRoute.WithoutTls(_home.Variables, proxy: null).IsSame(before));
    }
}
