using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Queues.Server;

/// <summary>
/// A queue and buckets on 127.0.0.1 that answer as SQS (in JSON) and S3 do, with latency and faults where a test wants them; a
/// connection closed without an answer is one.
/// </summary>
internal sealed class QueueServer : IDisposable
{
    private readonly LoopbackListener _listener;
    private readonly ConcurrentQueue<QueueCall> _calls = new();

    public QueueServer() => _listener = new LoopbackListener(ServeAsync);

    public Uri Url => _listener.Url;

    public string QueueUrl => $"{Url}111122223333/trail";

    public QueueContent Content { get; } = new();

    public TimeSpan Latency { get; init; }

    /// <summary>Asked before the content is; null leaves the answer to the content.</summary>
    public Func<QueueCall, Task<QueueAnswer?>> Answer { get; set; } = _ => Task.FromResult<QueueAnswer?>(null);

    public IReadOnlyList<QueueCall> Calls => [.. _calls];

    /// <inheritdoc cref="LoopbackListener.OpenConnections"/>
    public int OpenConnections => _listener.OpenConnections;

    public int CountOf(string operation) => _calls.Count(call => call.Operation == operation);

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        var stream = client.GetStream();
        var reader = new RequestReader(stream);
        while (await reader.ReadAsync(stop) is { } call)
        {
            _calls.Enqueue(call);
            if (Latency > TimeSpan.Zero)
                await Task.Delay(Latency, stop);
            var answer = await Answer(call) ?? await ContentsAsync(call, () => IsGone(client), stop);
            if (answer == QueueAnswer.Never)
                await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, stop);
            if (answer is null or { Status: <= 0 })
                return;
            await stream.WriteAsync((byte[])[.. answer.Head, .. answer.Body], stop);
            if (answer.Announced is not null)
                return;
        }
    }

    // Who has hung up is given no message.
    private static bool IsGone(TcpClient client) => client.Client.Poll(0, SelectMode.SelectRead) && client.Client.Available == 0;

    private async Task<QueueAnswer?> ContentsAsync(QueueCall call, Func<bool> isGone, CancellationToken stop) => call.Operation switch
    {
        "ReceiveMessage" => await Content.ReceiveAsync(call.Body, isGone, stop),
        "DeleteMessageBatch" => Content.Delete(call.Body),
        "ChangeMessageVisibilityBatch" => Content.Hide(call.Body),
        "GetQueueAttributes" => Content.Attributes(),
        "GetQueueUrl" => QueueAnswer.Ok(JsonSerializer.Serialize(new { QueueUrl })),
        _ => Content.Find(Uri.UnescapeDataString(call.Target.TrimStart('/').Split('?')[0])) is { } bytes
            ? new QueueAnswer(200, bytes) : QueueAnswer.NoSuchKey,
    };

    private sealed class RequestReader(NetworkStream stream)
    {
        private byte[] _buffer = new byte[64 * 1024];
        private int _held;

        public async Task<QueueCall?> ReadAsync(CancellationToken token)
        {
            int end;
            while ((end = _buffer.AsSpan(0, _held).IndexOf("\r\n\r\n"u8)) < 0)
            {
                if (!await FillAsync(token))
                    return null;
            }
            var lines = Encoding.ASCII.GetString(_buffer, 0, end).Split("\r\n");
            var first = lines[0].Split(' ');
            var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(p => p[0], p => p[1].Trim(), StringComparer.OrdinalIgnoreCase);
            var length = int.Parse(headers.GetValueOrDefault("Content-Length", "0"));
            while (_held < end + 4 + length)
            {
                if (!await FillAsync(token))
                    return null;
            }
            var body = length == 0 ? default : JsonDocument.Parse(_buffer.AsMemory(end + 4, length).ToArray()).RootElement;
            _held -= end + 4 + length;
            _buffer.AsSpan(end + 4 + length, _held).CopyTo(_buffer);
            return new QueueCall(headers.GetValueOrDefault("X-Amz-Target", "").Split('.')[^1], first[1], headers, body, DateTime.UtcNow);
        }

        private async Task<bool> FillAsync(CancellationToken token)
        {
            if (_held == _buffer.Length)
                Array.Resize(ref _buffer, _buffer.Length * 2);
            var read = await stream.ReadAsync(_buffer.AsMemory(_held), token);
            _held += read;
            return read > 0;
        }
    }
}
