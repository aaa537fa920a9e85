using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>
/// A port on 127.0.0.1 that hands each connection to a function. It works on the socket, so that a test can have a connection
/// cut. It ends with the test.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<TcpClient, CancellationToken, Task> _serve;
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = new();
    private int _accepted;

    /// <param name="serve">Answers on a connection, until it is to be closed.</param>
    public LoopbackListener(Func<TcpClient, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener.Start(1024);
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    public Uri Url { get; }

    /// <summary>Connections that were ever opened.</summary>
    public int AcceptedConnections => Volatile.Read(ref _accepted);

    /// <summary>Connections that are open.</summary>
    public int OpenConnections => _clients.Count;

    /// <summary>Closes the connections that are open, as a server does that nobody asks for a while.</summary>
    public void CloseConnections()
    {
        foreach (var client in _clients.Keys)
            client.Close();
    }

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
        Interlocked.Increment(ref _accepted);
        _clients[client] = true;
        try
        {
            using var _ = client;
            client.NoDelay = true;
            await _serve(client, _stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
        finally
        {
            _clients.TryRemove(client, out var _);
        }
    }
}
