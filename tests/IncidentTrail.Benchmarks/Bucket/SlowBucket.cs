using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Web;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>
/// A bucket on 127.0.0.1, held in memory, in which every request waits before it is answered. It shares the processors with who
/// asks it: a thread a connection takes a third less of them than asynchronous code does.
/// </summary>
internal sealed class SlowBucket : IDisposable
{
    internal const string Name = "trail";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _clients = new();
    private readonly Dictionary<string, BucketObject> _objects;
    private readonly BucketPages _pages;
    private readonly TimeSpan _latency;
    private ConcurrentDictionary<string, int> _read = new();
    private int _requests;

    internal SlowBucket(IReadOnlyDictionary<string, byte[]> objects, TimeSpan latency)
    {
        _objects = objects.ToDictionary(each => each.Key, each => new BucketObject(each.Value));
        _pages = new BucketPages(_objects);
        _latency = latency;
        _listener.Start(1024);
        Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        new Thread(Accept) { IsBackground = true }.Start();
    }

    internal string Url { get; }

    /// <summary>How often each object was read, and the number of requests, since this was last asked.</summary>
    internal (IReadOnlyDictionary<string, int> Reads, int Requests) Take() =>
        (Interlocked.Exchange(ref _read, new()), Interlocked.Exchange(ref _requests, 0));

    public void Dispose()
    {
        _listener.Stop();
        foreach (var client in _clients.Keys)
            client.Dispose();
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                var client = _listener.AcceptSocket();
                _clients[client] = true;
                new Thread(() => Serve(client)) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The bucket is closed.
        }
    }

    private void Serve(Socket client)
    {
        try
        {
            client.NoDelay = true;
            var buffer = new byte[16 * 1024];
            var held = 0;
            while (true)
            {
                int end;
                while ((end = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    var read = client.Receive(buffer.AsSpan(held));
                    if (read == 0)
                        return;
                    held += read;
                }

                var line = Encoding.ASCII.GetString(buffer, 0, buffer.AsSpan().IndexOf((byte)'\r'));
                held -= end + 4;
                buffer.AsSpan(end + 4, held).CopyTo(buffer);
                Interlocked.Increment(ref _requests);
                Thread.Sleep(_latency);
                client.Send(Answer(line.Split(' ')[1]));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client has gone, or the bucket is closed.
        }
        finally
        {
            _clients.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private ArraySegment<byte>[] Answer(string target)
    {
        var parts = target.Split('?');
        var key = Uri.UnescapeDataString(parts[0]).TrimStart('/')[Name.Length..].TrimStart('/');
        if (key.Length == 0)
        {
            var query = HttpUtility.ParseQueryString(parts.ElementAtOrDefault(1) ?? string.Empty);
            return Whole(200, "application/xml", new BucketObject(Encoding.UTF8.GetBytes(_pages.Page(
                query["prefix"] ?? "", query["delimiter"] is { Length: > 0 } slash ? slash : null,
                query["continuation-token"] ?? query["start-after"] ?? ""))));
        }

        if (!_objects.TryGetValue(key, out var content))
            return Whole(404, "application/xml", new BucketObject("<Error><Code>NoSuchKey</Code></Error>"u8.ToArray()));
        _read.AddOrUpdate(key, 1, (_, count) => count + 1);
        return Whole(200, "application/json", content);
    }

    private static ArraySegment<byte>[] Whole(int status, string type, BucketObject body)
    {
        var head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status} Status\r\nContent-Type: {type}\r\nContent-Length: {body.Content.Length}\r\nETag: \"{body.Tag}\"\r\n"
            + $"Last-Modified: Fri, 02 Jan 2026 03:04:05 GMT\r\nDate: {DateTime.UtcNow:R}\r\nx-amz-request-id: R\r\n\r\n");
        return [head, body.Content];
    }
}
