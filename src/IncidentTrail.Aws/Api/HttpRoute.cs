using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Api;

/// <summary>The way from this machine to the services: the proxy, and the certificates that are trusted.</summary>
internal sealed class HttpRoute(IWebProxy? proxy, X509Certificate2Collection? roots = null)
{
    private const string Bundle = "AWS_CA_BUNDLE";

    private readonly IWebProxy? _proxy = proxy;
    private readonly X509Certificate2Collection? _roots = roots;

    // The one that was read last: the next command will name the same.
    private static volatile ReadBundle? _bundle;

    /// <summary>Past any proxy, as this machine's own addresses are asked.</summary>
    public static HttpRoute Direct { get; } = new(null);

    /// <summary>The proxy of Set-AWSProxy, else of the environment; the certificates of AWS_CA_BUNDLE, else of the profile.</summary>
    public static HttpRoute Of(AwsVariables environment, IWebProxy? proxy, Profile? profile) => new(
        proxy ?? EnvironmentProxy.Of(environment),
        environment[Bundle] is { } named
            ? Roots(environment.PathOf(named), why => CredentialFaults.Variable(Bundle, $"names {named}, {why}", RemedyTable.NoBundle))
            : profile?["ca_bundle"] is { } its
                ? Roots(environment.PathOf(its), why => profile.Fault("ca_bundle", $"names {its}, {why}", RemedyTable.NoBundle)) : null);

    /// <summary>The same to a service without TLS, which shows no certificate.</summary>
    public static HttpRoute WithoutTls(AwsVariables environment, IWebProxy? proxy) => new(proxy ?? EnvironmentProxy.Of(environment));

    /// <summary>True where the other goes the same way: past any proxy or by the same, trusting the same certificates.</summary>
    public bool IsSame(HttpRoute other) => Equals(_proxy, other._proxy) && ReferenceEquals(_roots, other._roots);

    /// <summary>Sets a handler up to go this way.</summary>
    public SocketsHttpHandler Take(SocketsHttpHandler handler)
    {
        handler.UseProxy = _proxy is not null;
        handler.Proxy = _proxy;
        if (_roots is null)
            return handler;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(_roots);
        handler.SslOptions.CertificateChainPolicy = policy;
        return handler;
    }

    // A system's bundle holds some 150 certificates, and takes as long to read as an answer from a bucket takes to come.
    private static X509Certificate2Collection Roots(string path, Func<string, TrailSourceException> fault)
    {
        var found = new X509Certificate2Collection();
        byte[] hash;
        try
        {
            var text = File.ReadAllText(path);
            hash = SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()));
            if (_bundle is { } known && known.Hash.AsSpan().SequenceEqual(hash))
                return known.Roots;
            found.ImportFromPem(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw fault($"which cannot be read: {e.Message.TrimEnd('.')}");
        }

        if (found.Count == 0)
            throw fault("which holds no certificate");
        _bundle = new ReadBundle(hash, found);
        return found;
    }

    private sealed record ReadBundle(byte[] Hash, X509Certificate2Collection Roots);
}
