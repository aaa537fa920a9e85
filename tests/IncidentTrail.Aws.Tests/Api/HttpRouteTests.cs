using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.S3;
using IncidentTrail.Aws.Tests.Credentials;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>The way to the services: by which proxy, and whose certificates are trusted.</summary>
public sealed class HttpRouteTests : IDisposable
{
    private readonly ProfileHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_proxy_that_is_no_address_is_told_without_what_it_says()
    {
        _home["HTTPS_PROXY"] = "http://me:secret@";

        var fault = Assert.Throws<TrailSourceException>(() => _home.Settings().Route).Fault;

        Assert.Equal(TrailFaultKind.Credentials, fault.Kind);
        Assert.Contains("HTTPS_PROXY", fault.Message);
        Assert.DoesNotContain("secret", fault.Message + fault.Remedy);
    }

    [Fact]
    public async Task Every_service_is_asked_by_the_proxy_and_what_it_asks_for_is_given()
    {
        using var proxy = new LoopbackServer(request => request.Headers.ContainsKey("Proxy-Authorization")
            ? new LoopbackAnswer(404, "")
            : new LoopbackAnswer(407, "") { Headers = { ["Proxy-Authenticate"] = "Basic realm=\"p\"" } });
        _home["HTTP_PROXY"] = $"http://me:pass%20word@{proxy.Url.Authority}";
        var route = _home.Settings().Route;

        using (var http = new ServiceHttp(route))
            await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://cloudtrail.example.net/"), CancellationToken.None);
        using (var bucket = new S3Client("trail", "us-east-1", new Amazon.Runtime.BasicAWSCredentials("AKIA", "s"), new Uri("http://s3.example.net"), false, route: route))
            await Assert.ThrowsAsync<ServiceException>(() => bucket.GetAsync("k", 0, null, bucket.Begin(), CancellationToken.None));
        _home["AWS_ENDPOINT_URL_STS"] = "http://sts.example.net";
        var role = new RoleCredentials(
            new Amazon.Runtime.BasicAWSCredentials("AKIA", "s"), new RoleToAssume("arn:aws:iam::111122223333:role/r", "s"), null, _home.Settings());
        await Assert.ThrowsAsync<TrailSourceException>(role.GetCredentialsAsync);

        Assert.Equal(
            ["http://cloudtrail.example.net/", "http://s3.example.net/trail/k", "http://sts.example.net/"],
            proxy.Requests.Select(r => r.Target).Distinct());
        Assert.All(
            proxy.Requests.Where(r => r.Headers.ContainsKey("Proxy-Authorization")),
            r => Assert.Equal("Basic " + Convert.ToBase64String("me:pass word"u8), r.Headers["Proxy-Authorization"]));
    }

    [Fact]
    public async Task The_sessions_proxy_comes_before_the_environments()
    {
        using var proxy = new LoopbackServer(_ => new LoopbackAnswer(404, ""));
        _home["HTTP_PROXY"] = "http://127.0.0.1:1";
        var route = new ServiceSettings(_home.Variables, ProfileHome.AtOnce, new WebProxy(proxy.Url)).Route;

        using var http = new ServiceHttp(route);
        await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://cloudtrail.example.net/"), CancellationToken.None);

        Assert.Single(proxy.Requests);
    }

    [Fact]
    public async Task A_bundle_of_certificates_is_trusted_and_nothing_beside_it()
    {
        using var ours = Certificate();
        using var theirs = Certificate();
        var bundle = Path.Combine(_home.Folder, "roots.pem");
        File.WriteAllText(bundle, ours.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_home.Folder, "others.pem"), theirs.ExportCertificatePem());
        _home.Config("[profile mine]\nca_bundle = ~/roots.pem\n[profile other]\nca_bundle = ~/others.pem");
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, ours);
        var address = new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        Assert.Equal(204, await AskAsync(_home.Settings("mine").Route, address));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(_home.Settings("other").Route, address));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(_home.Settings().Route, address));
        _home["AWS_CA_BUNDLE"] = bundle;
        Assert.Equal(204, await AskAsync(_home.Settings("other").Route, address));
        Assert.Equal(204, await AskAsync(_home.Settings("other").Route, address));
        // What the file holds counts when a command begins, whatever was read before.
        File.WriteAllText(bundle, theirs.ExportCertificatePem());
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(_home.Settings("mine").Route, address));

        listener.Stop();
        await serving;
    }

    [Theory]
    [InlineData(null, "AWS_CA_BUNDLE names {0}, which cannot be read")]
    [InlineData("no certificate", "AWS_CA_BUNDLE names {0}, which holds no certificate")]
    public void A_bundle_that_cannot_be_used_is_told(string? content, string words)
    {
        var bundle = Path.Combine(_home.Folder, "roots.pem");
        if (content is not null)
            File.WriteAllText(bundle, content);
        _home["AWS_CA_BUNDLE"] = bundle;

        var fault = Assert.Throws<TrailSourceException>(() => _home.Settings().Route).Fault;

        Assert.Equal(TrailFaultKind.Credentials, fault.Kind);
        Assert.Contains(string.Format(words, bundle), fault.Message);
    }

    [Fact]
    public void A_profiles_bundle_that_cannot_be_used_is_told_with_its_file_section_and_setting()
    {
        _home.Config("[profile mine]\nca_bundle = /nowhere.pem");

        var fault = Assert.Throws<TrailSourceException>(() => _home.Settings("mine").Route).Fault;

        Assert.Contains($"ca_bundle in [profile mine] of {_home.ConfigFile} names /nowhere.pem", fault.Message);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9000", false)]
    [InlineData("https://127.0.0.1:9000", true)]
    [InlineData(null, true)]
    public void A_bundle_is_read_for_what_shows_a_certificate(string? endpoint, bool isRead)
    {
        _home["AWS_CA_BUNDLE"] = Path.Combine(_home.Folder, "none.pem");
        var asked = new TrailConnection { AccessKey = "AKIA", SecretKey = "s", EndpointUrl = endpoint };

        var resolving = Record.Exception(() => _home.Resolve(asked));
        var going = Record.Exception(() => _home.Settings().RouteTo(endpoint is null ? null : new Uri(endpoint)));

        Assert.Equal(isRead, resolving is TrailSourceException);
        Assert.Equal(isRead, going is TrailSourceException);
    }

    [Fact]
    public void A_service_without_tls_is_asked_by_the_proxy_too()
    {
        _home["HTTP_PROXY"] = "http://proxy:3128";

        using var handler = _home.Settings().RouteTo(new Uri("http://s3.example.net")).Take(new SocketsHttpHandler());

        Assert.Equal(new Uri("http://proxy:3128"), handler.Proxy!.GetProxy(new Uri("http://s3.example.net")));
    }

    private static async Task<int> AskAsync(HttpRoute route, Uri address)
    {
        using var http = new ServiceHttp(route);
        return (await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, address), CancellationToken.None)).Status;
    }

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate)
    {
        while (true)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(certificate);
                var head = new byte[8192];
                if (await stream.ReadAsync(head) > 0)
                    await stream.WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray());
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
            {
                // A client that does not trust the certificate hangs up.
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
