using System.Net;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.S3;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>A command goes on with the connections of the one before, where it goes the same way.</summary>
[Collection(nameof(BucketMemoryTests))]
public sealed class KeptConnectionTests : IDisposable
{
    private readonly BucketServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task The_next_client_goes_on_with_the_connection_of_the_one_before()
    {
        await ListAsync(HttpRoute.Direct);
        await ListAsync(new HttpRoute(null));

        Assert.Equal(1, _server.AcceptedConnections);
    }

    [Fact]
    public async Task One_that_trusts_other_certificates_opens_its_own()
    {
        await ListAsync(HttpRoute.Direct);
        await ListAsync(new HttpRoute(null, []));
        await ListAsync(new HttpRoute(null, []));

        Assert.Equal(3, _server.AcceptedConnections);
    }

    [Fact]
    public async Task One_that_goes_by_a_proxy_opens_its_own()
    {
        using var proxy = new BucketServer
        {
            Answer = _ => new BucketAnswer(200, "<ListBucketResult><Name>trail</Name></ListBucketResult>"u8.ToArray()),
        };
        await ListAsync(HttpRoute.Direct);
        await ListAsync(new HttpRoute(new WebProxy(proxy.Url)));

        Assert.Equal(1, _server.AcceptedConnections);
        Assert.Equal(1, proxy.AcceptedConnections);
    }

    [Fact]
    public async Task A_connection_that_the_bucket_closed_meanwhile_is_opened_anew()
    {
        await ListAsync(HttpRoute.Direct);
        _server.CloseConnections();

        await ListAsync(HttpRoute.Direct);

        Assert.Equal(2, _server.AcceptedConnections);
    }

    private async Task ListAsync(HttpRoute route)
    {
        using var client = new S3Client(
            "trail", "us-east-1", new Amazon.Runtime.BasicAWSCredentials("AKIDEXAMPLE", "secret"), _server.Url, false, route: route);
        await client.ListAsync(new KeyPageRequest(""), CancellationToken.None);
    }
}
