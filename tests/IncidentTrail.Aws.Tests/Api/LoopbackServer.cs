using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>
/// A small HTTP/1.1 server on 127.0.0.1 that hands each request to a function, and cuts a connection where a test wants it
/// cut.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly LoopbackListener _listener;
    private readonly Func<LoopbackRequest, LoopbackAnswer> _answer;
    private readonly ConcurrentQueue<LoopbackRequest> _requests = new();
    private readonly TimeProvider _clock;
    private int _count;

    public LoopbackServer(Func<LoopbackRequest, LoopbackAnswer> answer, TimeProvider? clock = null)
    {
        _answer = answer;
        _clock = clock ?? TimeProvider.System;
        _listener = new LoopbackListener(ServeAsync);
    }

    public Uri Url => _listener.Url;

    public IReadOnlyList<LoopbackRequest> Requests => [.. _requests];

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        var stream = client.GetStream();
        while (await ReadAsync(stream, stop) is { } request)
        {
            _requests.Enqueue(request);
            var answer = _answer(request);
            if (answer.Silent)
                await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, stop);
            if (answer.CutBefore || answer.Silent)
                return;
            await stream.WriteAsync(answer.Head($"req-{request.Number}", _clock.GetUtcNow()), stop);
            var body = Encoding.UTF8.GetBytes(answer.Body);
            await stream.WriteAsync(body.AsMemory(0, answer.CutAfter ?? body.Length), stop);
            if (answer.CutAfter is not null)
                return;
        }
    }

    private async Task<LoopbackRequest?> ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, stop) == 0)
                return null;
            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(l => l.Split(':', 2))
            .ToDictionary(p => p[0].Trim(), p => p[1].Trim(), StringComparer.OrdinalIgnoreCase);
        if (headers.GetValueOrDefault("Expect") == "100-continue")
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), stop);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"))];
        await stream.ReadExactlyAsync(body, stop);
        var first = lines[0].Split(' ');
        return new LoopbackRequest(
            Interlocked.Increment(ref _count), first[0], first[1], headers, body, _clock.GetUtcNow());
    }
}
