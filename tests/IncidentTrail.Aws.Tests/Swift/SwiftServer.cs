using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace IncidentTrail.Aws.Tests.Swift;

/// <summary>
/// OpenStack Swift with its S3 interface, a real server that checks every signature; started once for the tests that
/// need it, with the sample trail in a bucket.
/// </summary>
public sealed class SwiftServer : IAsyncLifetime
{
    public const string Bucket = "sample-trail";

    private static readonly string[] Programs =
        ["swift-proxy-server", "swift-account-server", "swift-container-server", "swift-object-server", "memcached"];

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-swift-").FullName;
    private Process? _process;

    /// <summary>Why it cannot be started here; null where it can.</summary>
    public static string? Missing { get; } = Array.Find(Programs, name => !File.Exists("/usr/bin/" + name)) is { } missing
        ? $"{missing} is not installed: apt-get install swift-proxy swift-account swift-container swift-object memcached" : null;

    public string Url { get; private set; } = "";

    internal AmazonS3Client Client() => new(
        new BasicAWSCredentials("test:tester", "testing"),
        new AmazonS3Config
        {
            ServiceURL = Url, ForcePathStyle = true, AuthenticationRegion = "us-east-1",
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    internal static Task PutAsync(AmazonS3Client client, string key, byte[] bytes, string? signature = null)
    {
        var put = new PutObjectRequest
        {
            BucketName = Bucket, Key = key, InputStream = new MemoryStream(bytes), UseChunkEncoding = false,
        };
        if (signature is not null)
        {
            put.Metadata["signature"] = signature;
            put.Metadata["signature-algorithm"] = "SHA256withRSA";
        }

        return client.PutObjectAsync(put);
    }

    public async Task InitializeAsync()
    {
        if (Missing is not null)
            return;
        var ports = FreePorts(5);
        Url = $"http://127.0.0.1:{ports[0]}";
        var start = Path.Combine(Repository.Root, "tests", "IncidentTrail.Aws.Tests", "Swift", "start.py");
        _process = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3", [start, _folder, .. ports.Select(port => port.ToString())])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        if (await _process.StandardOutput.ReadLineAsync(patience.Token) != "ready")
            throw new InvalidOperationException("Swift did not start: " + await _process.StandardError.ReadToEndAsync(patience.Token));

        using var client = Client();
        await client.PutBucketAsync(Bucket);
        foreach (var file in Directory.EnumerateFiles(Repository.SampleTrail, "*", SearchOption.AllDirectories))
        {
            var key = Path.GetRelativePath(Repository.SampleTrail, file).Replace('\\', '/');
            await PutAsync(client, key, await File.ReadAllBytesAsync(file), key.Contains("Digest") ? new string('a', 512) : null);
        }
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    // Below those that the system gives out: one of them would be given to another test before the server has it.
    private static int[] FreePorts(int count)
    {
        var ports = new List<int>();
        for (var port = Random.Shared.Next(20_000, 30_000); ports.Count < count; port++)
        {
            if (IsFree(port))
                ports.Add(port);
        }
        return [.. ports];
    }

    private static bool IsFree(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        finally
        {
            listener.Stop();
        }
    }
}
