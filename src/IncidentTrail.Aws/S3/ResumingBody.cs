using System.Net;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// A large object, read as it comes. Where the connection is cut, the rest is asked for from there on, of the same version
/// of the object.
/// </summary>
internal sealed class ResumingBody : StoredLogStream
{
    private const int FruitlessAttempts = 4;

    private readonly S3Client _client;
    private readonly string _key;
    private readonly long? _expected;
    private readonly ObjectHeaders _headers;
    private readonly Func<ServiceException, TrailFault> _fault;
    private readonly Action _free;
    private readonly CancellationToken _stop;
    private HttpResponseMessage? _response;
    private Stream? _stream;
    private long _position;
    private int _fruitless;
    private int _disposed;

    public ResumingBody(
        S3Client client, string key, HttpResponseMessage response, long? expected, Func<ServiceException, TrailFault> fault,
        Action free, CancellationToken stop)
    {
        _client = client;
        _key = key;
        _response = response;
        _expected = expected;
        _headers = new ObjectHeaders(response);
        _fault = fault;
        _free = free;
        _stop = stop;
    }

    public override string? ETag => _headers.ETag;

    public override DateTime? LastModifiedUtc => _headers.LastModifiedUtc;

    public override IReadOnlyDictionary<string, string> Metadata => _headers.Metadata;

    public override long Length => _expected ?? throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        if (buffer.Length == 0)
            return 0;
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_stop, cancellationToken);
        while (true)
        {
            try
            {
                if (_stream is null)
                    await OpenAsync(both.Token).ConfigureAwait(false);
                var read = await PieceAsync(buffer, both).ConfigureAwait(false);
                _position += read;
                if (read == 0 && _position < _expected)
                    throw new IOException($"it ended after {_position} of {_expected} bytes");
                if (read > 0)
                    _fruitless = 0;
                return read;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
            {
                LetGo();
                if (++_fruitless >= FruitlessAttempts)
                    throw Failed(e);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            LetGo();
            _free();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> PieceAsync(Memory<byte> buffer, CancellationTokenSource both)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(both.Token);
        return await BodyBytes.ReadAsync(_stream!, buffer, patience, both.Token).ConfigureAwait(false);
    }

    private async Task OpenAsync(CancellationToken token)
    {
        if (_response is null)
        {
            var get = new S3Get("GetObject", _key, From: _position, IfMatch: _position > 0 ? ETag : null);
            try
            {
                _response = await _client.GetAsync(get, (response, _) => Task.FromResult(response), token).ConfigureAwait(false);
            }
            catch (ServiceException e)
            {
                throw new TrailSourceException(_fault(e));
            }
        }

        _stream = await _response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        // A server that knows no ranges begins again at the beginning.
        if (_position > 0 && _response.StatusCode != HttpStatusCode.PartialContent)
            await SkipAsync(_stream, _position, token).ConfigureAwait(false);
    }

    private static async Task SkipAsync(Stream stream, long count, CancellationToken token)
    {
        var piece = new byte[64 * 1024];
        while (count > 0)
        {
            var read = await stream.ReadAsync(piece.AsMemory(0, (int)Math.Min(piece.Length, count)), token).ConfigureAwait(false);
            if (read == 0)
                throw new IOException("it ended before the place where it was cut");
            count -= read;
        }
    }

    private TrailSourceException Failed(Exception cause) => new(_fault(new ServiceException(
        "s3", "GetObject", _client.Region, ServiceError.OfConnection(cause.GetBaseException().Message), _fruitless, cause)));

    private void LetGo()
    {
        _stream?.Dispose();
        _response?.Dispose();
        _stream = null;
        _response = null;
    }
}
