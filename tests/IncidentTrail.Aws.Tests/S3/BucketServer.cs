using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>
/// A bucket on 127.0.0.1 that speaks what is needed of S3, with short pages, latency and faults where a test wants them.
/// It works on the socket, so that it can cut a connection in the middle of a body.
/// </summary>
internal sealed class BucketServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<BucketRequest> _requests = new();
    private int _count;
    private int _connections;

    public BucketServer()
    {
        _listener.Start(1024);
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    public Uri Url { get; }

    public BucketContent Content { get; } = new();

    public int PageSize { get; init; } = 1000;

    public TimeSpan Latency { get; init; }

    /// <summary>Asked before the content is; null leaves the answer to the content.</summary>
    public Func<BucketRequest, BucketAnswer?> Answer { get; set; } = _ => null;

    public IReadOnlyList<BucketRequest> Requests => [.. _requests];

    public int OpenConnections => _connections;

    /// <summary>Waits until as many connections are open.</summary>
    public Task WaitForConnectionsAsync(int count) => Eventually.HoldsAsync(() => _connections == count);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        try
        {
            using var _ = client;
            client.NoDelay = true;
            var stream = client.GetStream();
            var buffer = new byte[16 * 1024];
            var held = 0;
            while (true)
            {
                int end;
                while ((end = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    var read = await stream.ReadAsync(buffer.AsMemory(held), _stop.Token);
                    if (read == 0)
                        return;
                    held += read;
                }

                var request = Parse(Encoding.ASCII.GetString(buffer, 0, end));
                held -= end + 4;
                buffer.AsSpan(end + 4, held).CopyTo(buffer);
                if (!await AnswerAsync(request, stream))
                    return;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
        finally
        {
            Interlocked.Decrement(ref _connections);
        }
    }

    private async Task<bool> AnswerAsync(BucketRequest request, NetworkStream stream)
    {
        _requests.Enqueue(request);
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, _stop.Token);
        var answer = Answer(request) ?? Content.Answer(request, PageSize);
        if (answer.Status == 0)
            return false;
        await stream.WriteAsync(answer.Head(Interlocked.Increment(ref _count)), _stop.Token);
        if (request.Method != "HEAD")
            await stream.WriteAsync(answer.Sent.AsMemory(0, answer.CutAfter ?? answer.Sent.Length), _stop.Token);
        // Ends where the client closes its end.
        if (answer.Hold)
            await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, _stop.Token);
        return answer.CutAfter is null && answer.Announced is null;
    }

    private static BucketRequest Parse(string head)
    {
        var lines = head.Split("\r\n");
        var first = lines[0].Split(' ');
        return new BucketRequest(
            first[0], first[1],
            lines.Skip(1).Select(l => l.Split(':', 2)).ToDictionary(p => p[0], p => p[1].Trim(), StringComparer.OrdinalIgnoreCase));
    }
}
