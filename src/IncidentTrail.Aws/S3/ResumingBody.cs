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

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return buffer.Length == 0 ? ValueTask.FromResult(0) : ReadAsync(buffer, least: 1, cancellationToken);
    }

    /// <summary>Reads all of a body of this length into pooled memory, and lets go of it.</summary>
    public async ValueTask<byte[]> WholeAsync(int length, CancellationToken token)
    {
        var bytes = BodyPool.Shared.Take(length);
        try
        {
            if (await ReadAsync(bytes.AsMemory(0, length), length, token).ConfigureAwait(false) < length)
                throw new EndOfStreamException();
            return bytes;
        }
        catch
        {
            BodyPool.Shared.Return(bytes);
            throw;
        }
        finally
        {
            Dispose();
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

    // Until so much is there, or the body ends. Patience is for each piece, and not for the whole.
    private async ValueTask<int> ReadAsync(Memory<byte> buffer, int least, CancellationToken token)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(stop, token);
        try
        {
            for (var read = 0; ;)
            {
                try
                {
                    var opened = _object ?? await ReopenAsync(patience.Token).ConfigureAwait(false);
                    patience.CancelAfter(AdapterLimits.AnswerPatience);
                    var piece = await opened.Body.ReadAsync(buffer[read..], patience.Token).ConfigureAwait(false);
                    _position += piece;
                    read += piece;
                    if (piece == 0 && _position < expected)
                        throw new IOException($"it ended after {_position} of {expected} bytes");
                    if (_position > expected)
                        throw Failure(ServiceError.OfConnection($"more bytes came than the {expected} it has"));
                    if (piece > 0)
                        attempts.Progressed();
                    if (piece == 0 || read >= least)
                        return read;
                }
                catch (Exception e) when (IsCut(e, token))
                {
                    LetGo();
                    patience.Dispose();
                    patience = CancellationTokenSource.CreateLinkedTokenSource(stop, token);
                    await AgainAsync(e, patience.Token).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            patience.Dispose();
        }
    }

    private bool IsCut(Exception failure, CancellationToken token) => failure is HttpRequestException or IOException or TimeoutException
        || (failure is OperationCanceledException && !token.IsCancellationRequested && !stop.IsCancellationRequested);

    private async Task AgainAsync(Exception failure, CancellationToken token)
    {
        var error = S3Error.Of(failure, CancellationToken.None)!.Error;
        if (!await attempts.AgainAsync($"s3:GetObject in {client.Region}", error, null, token).ConfigureAwait(false))
            throw Failure(error, failure);
    }

    private TrailSourceException Failure(ServiceError error, Exception? cause = null) =>
        new(fault(new ServiceException("s3", "GetObject", client.Region, error, attempts.Count, cause)));

    private async Task<S3Object> ReopenAsync(CancellationToken token)
    {
        try
        {
            _object = new S3Object(
                await client.GetAsync(key, _position, _position > 0 ? ETag : null, attempts, token).ConfigureAwait(false));
        }
        catch (ServiceException e)
        {
            throw new TrailSourceException(fault(e));
        }

        // Not every server looks at If-Match (s3rver 3.7.1 does not: findings/s3rver-if-match-is-not-looked-at.sh), and the rest of
        // another version would be joined to the beginning of this one.
        if (!ObjectHeaders.IsSameTag(_object.Headers.ETag, ETag))
            throw Failure(ServiceError.Replaced);
        if (!IsRest(_object))
            throw new IOException("another part was answered than the one that was asked for");
        // A server that knows no ranges begins again at the beginning.
        if (_position > 0 && !_object.IsPart)
            await SkipAsync(_object.Body, _position, token).ConfigureAwait(false);
        return _object;
    }

    private bool IsRest(S3Object again) => again.IsPart
        ? again.Headers.Part is { } part && part.From == _position && IsExpected(part.Length)
        : IsExpected(again.Headers.Length);

    private bool IsExpected(long? length) => length is null || expected is null || length == expected;

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
