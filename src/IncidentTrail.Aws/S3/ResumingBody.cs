using System.Net;
using Amazon.S3.Model;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// An object's body, read as it comes. Where the connection is cut, the rest is asked for from there on, of the same version
/// of the object: the SDK repeats what fails before a body begins.
/// </summary>
internal sealed class ResumingBody(
    S3Client client, string key, GetObjectResponse first, ObjectHeaders headers, long? expected,
    Func<ServiceException, TrailFault> fault, CancellationToken stop) : StoredLogStream
{
    private GetObjectResponse? _response = first;
    private Stream? _stream = first.ResponseStream;
    private Action? _free;
    private long _position;
    private int _fruitless;
    private int _disposed;

    public override string? ETag => headers.ETag;

    public override DateTime? LastModifiedUtc => headers.LastModifiedUtc;

    public override IReadOnlyDictionary<string, string> Metadata => headers.Metadata;

    public override long Length => expected ?? throw new NotSupportedException();

    /// <summary>Set, the object is asked for again from there on.</summary>
    public override long Position
    {
        get => _position;
        set
        {
            if (value == _position)
                return;
            LetGo();
            _position = value;
        }
    }

    /// <summary>Has something freed when this is disposed.</summary>
    public ResumingBody Freeing(Action free)
    {
        _free = free;
        return this;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        if (buffer.Length == 0)
            return 0;
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken);
        while (true)
        {
            try
            {
                var stream = _stream ?? await ReopenAsync(both.Token).ConfigureAwait(false);
                var read = await PieceAsync(stream, buffer, both.Token).ConfigureAwait(false);
                _position += read;
                if (read == 0 && _position < expected)
                    throw new IOException($"it ended after {_position} of {expected} bytes");
                if (read > 0)
                    _fruitless = 0;
                return read;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
            {
                LetGo();
                if (++_fruitless >= client.Schedule.TransientAttempts)
                    throw Failed(e);
            }

            await Task.Delay(client.Schedule.WaitAfter(_fruitless, null), both.Token).ConfigureAwait(false);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            LetGo();
            _free?.Invoke();
        }

        base.Dispose(disposing);
    }

    private async Task<Stream> ReopenAsync(CancellationToken token)
    {
        try
        {
            _response = await client.GetAsync(key, _position, _position > 0 ? ETag : null, token).ConfigureAwait(false);
        }
        catch (ServiceException e)
        {
            throw new TrailSourceException(fault(e));
        }

        _stream = _response.ResponseStream;
        // A server that knows no ranges begins again at the beginning.
        if (_position > 0 && _response.HttpStatusCode != HttpStatusCode.PartialContent)
            await SkipAsync(_stream, _position, token).ConfigureAwait(false);
        return _stream;
    }

    private static async Task SkipAsync(Stream stream, long count, CancellationToken token)
    {
        var piece = new byte[64 * 1024];
        while (count > 0)
        {
            var read = await PieceAsync(stream, piece.AsMemory(0, (int)Math.Min(piece.Length, count)), token).ConfigureAwait(false);
            if (read == 0)
                throw new IOException("it ended before the place where it was cut");
            count -= read;
        }
    }

    // Patience for each piece of a body, and not for the whole.
    private static async ValueTask<int> PieceAsync(Stream stream, Memory<byte> buffer, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(S3Connection.Patience);
        try
        {
            return await stream.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {S3Connection.Patience.TotalSeconds:0} s", e);
        }
    }

    private TrailSourceException Failed(Exception cause) => new(fault(new ServiceException(
        "s3", "GetObject", client.Region, ServiceError.OfConnection(cause.GetBaseException().Message), _fruitless, cause)));

    private void LetGo()
    {
        _response?.Dispose();
        _response = null;
        _stream = null;
    }
}
