using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// An object's body, read as it comes. Where the connection is cut, the rest is asked for from there on, of the same version
/// of the object: the client repeats what fails before a body begins.
/// </summary>
internal sealed class ResumingBody(
    S3Client client, string key, S3Object first, long? expected, ServiceAttempts attempts,
    Func<ServiceException, TrailFault> fault, CancellationToken stop) : StoredLogStream
{
    private readonly ObjectHeaders _headers = first.Headers;
    private S3Object? _object = first;
    private Action? _free;
    private long _position;
    private int _disposed;

    public override string? ETag => _headers.ETag;

    public override DateTime? LastModifiedUtc => _headers.LastModifiedUtc;

    public override IReadOnlyDictionary<string, string> Metadata => _headers.Metadata;

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
                var opened = _object ?? await ReopenAsync(both.Token).ConfigureAwait(false);
                var read = await S3HttpClients.PieceAsync(opened.Body, buffer, both.Token).ConfigureAwait(false);
                _position += read;
                if (read == 0 && _position < expected)
                    throw new IOException($"it ended after {_position} of {expected} bytes");
                if (read > 0)
                    attempts.Progressed();
                return read;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
            {
                LetGo();
                var error = S3Error.Of(e, both.Token)!.Error;
                if (!await attempts.AgainAsync($"s3:GetObject in {client.Region}", error, null, both.Token).ConfigureAwait(false))
                    throw new TrailSourceException(fault(new ServiceException("s3", "GetObject", client.Region, error, attempts.Count, e)));
            }
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

    private async Task<S3Object> ReopenAsync(CancellationToken token)
    {
        try
        {
            _object = await client.GetAsync(key, _position, _position > 0 ? ETag : null, attempts, token).ConfigureAwait(false);
        }
        catch (ServiceException e)
        {
            throw new TrailSourceException(fault(e));
        }

        // A server that knows no ranges begins again at the beginning.
        if (_position > 0 && !_object.IsPart)
            await SkipAsync(_object.Body, _position, token).ConfigureAwait(false);
        return _object;
    }

    private static async Task SkipAsync(Stream stream, long count, CancellationToken token)
    {
        var piece = new byte[64 * 1024];
        while (count > 0)
        {
            var read = await S3HttpClients.PieceAsync(stream, piece.AsMemory(0, (int)Math.Min(piece.Length, count)), token).ConfigureAwait(false);
            if (read == 0)
                throw new IOException("it ended before the place where it was cut");
            count -= read;
        }
    }

    private void LetGo()
    {
        _object?.Dispose();
        _object = null;
    }
}
