using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>
/// A bucket on 127.0.0.1 that speaks what is needed of S3, with short pages, latency and faults where a test wants them; a
/// connection cut in the middle of a body is one.
/// </summary>
internal sealed class BucketServer : IDisposable
{
    private readonly LoopbackListener _listener;
    private readonly ConcurrentQueue<BucketRequest> _requests = new();
    private int _count;
    private int _busy;

    public BucketServer() => _listener = new LoopbackListener(ServeAsync);

    public Uri Url => _listener.Url;

    public BucketContent Content { get; } = new();

    public int PageSize { get; init; } = 1000;

    public TimeSpan Latency { get; init; }

    /// <summary>Asked before the content is; null leaves the answer to the content.</summary>
    public Func<BucketRequest, BucketAnswer?> Answer { get; set; } = _ => null;

    public IReadOnlyList<BucketRequest> Requests => [.. _requests];

    /// <inheritdoc cref="LoopbackListener.AcceptedConnections"/>
    public int AcceptedConnections => _listener.AcceptedConnections;

    /// <inheritdoc cref="LoopbackListener.CloseConnections"/>
    public void CloseConnections() => _listener.CloseConnections();

    /// <summary>Connections on which a request is answered: the others are kept for the next.</summary>
    public int BusyConnections => Volatile.Read(ref _busy);

    /// <summary>Waits until requests are answered on as many connections.</summary>
    public Task WaitForConnectionsAsync(int count) => Eventually.HoldsAsync(() => BusyConnections == count);

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        var stream = client.GetStream();
        var buffer = new byte[16 * 1024];
        var held = 0;
        while (true)
        {
            int end;
            while ((end = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8)) < 0)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(held), stop);
                if (read == 0)
                    return;
                held += read;
            }

            var request = Parse(Encoding.ASCII.GetString(buffer, 0, end));
            held -= end + 4;
            buffer.AsSpan(end + 4, held).CopyTo(buffer);
            if (!await AnswerAsync(request, stream, stop))
                return;
        }
    }

    private async Task<bool> AnswerAsync(BucketRequest request, NetworkStream stream, CancellationToken stop)
    {
        Interlocked.Increment(ref _busy);
        try
        {
            return await SendAsync(request, stream, stop);
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
        }
    }

    private async Task<bool> SendAsync(BucketRequest request, NetworkStream stream, CancellationToken stop)
    {
        _requests.Enqueue(request);
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, stop);
        var answer = Answer(request) ?? Content.Answer(request, PageSize);
        if (answer.Status == 0)
            return false;
        await stream.WriteAsync(answer.Head(Interlocked.Increment(ref _count)), stop);
        if (request.Method != "HEAD")
            await stream.WriteAsync(answer.Sent.AsMemory(0, answer.CutAfter ?? answer.Sent.Length), stop);
        // Ends where the client closes its end.
        if (answer.Hold)
            await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, stop);
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
