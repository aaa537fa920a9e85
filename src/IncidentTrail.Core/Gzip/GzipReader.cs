namespace IncidentTrail.Gzip;

/// <summary>
/// The content of a log as UTF-8: inflated where it is gzip (once more where what comes out is gzip itself), as it is
/// otherwise, and turned from UTF-16, which Windows PowerShell's <c>&gt;</c> writes, or UTF-32. What is compressed ends with a
/// <see cref="Fault"/> where it inflates beyond the limit; a plain file has none.
/// </summary>
internal sealed class GzipReader : IDisposable
{
    private readonly Stream _stored;
    private readonly long _limit;
    private readonly int _layer;
    private readonly GzipMembers? _members;
    private ContentFault? _fault;
    private Exception? _failure;
    private GzipReader? _inner;
    private Stream? _text;
    private bool _hasBegun;
    private bool _isAtEnd;
    private long _inflated;

    internal GzipReader(Stream stored, long maxInflatedSize)
        : this(stored, maxInflatedSize, layer: 1)
    {
    }

    private GzipReader(Stream stored, long limit, int layer)
    {
        (_stored, _limit, _layer) = (stored, limit, layer);
        try
        {
            _members = new GzipMembers(stored);
        }
        catch (Exception e) when (IsFailure(e))
        {
            _failure = e;
            _isAtEnd = true;
        }
    }

    /// <summary>True where the file begins with gzip's magic.</summary>
    internal bool IsGzip => _members is { IsGzip: true };

    /// <summary>Why the content ended early; null while it has not, and where it is whole.</summary>
    internal ContentFault? Fault => _fault ?? (_stored as InflatedStream)?.Fault ?? (_inner is not null ? _inner.Fault : _members?.Fault);

    /// <summary>What the source of the file threw, where it failed before the end.</summary>
    internal Exception? Failure => _failure ?? _inner?.Failure;

    /// <summary>True when the content has been read to its end or to its fault.</summary>
    internal bool IsAtEnd => _inner?.IsAtEnd ?? _isAtEnd;

    /// <summary>Where a second member begins in the file; null where it has one.</summary>
    internal long? SecondMember => _inner is null ? _members?.SecondMember : ((InflatedStream)_inner._stored).SecondMember;

    /// <summary>Where line ends or blanks stand behind the file's last member; null where nothing does.</summary>
    internal long? Blanks => _inner is null ? _members?.Blanks : ((InflatedStream)_inner._stored).Blanks;

    /// <summary>Bytes of the file so far.</summary>
    internal long Stored => _inner is null ? _members?.Stored ?? 0 : ((InflatedStream)_inner._stored).Stored;

    /// <summary>The next bytes of content; 0 at the end or at the fault.</summary>
    internal int Read(Span<byte> into)
    {
        if (_inner is not null)
            return _inner.Read(into);
        if (_isAtEnd || into.IsEmpty)
            return 0;
        try
        {
            var read = !_hasBegun ? Begin(into) : _text is not null ? _text.Read(into) : ReadRaw(into);
            _isAtEnd |= read == 0;
            return read;
        }
        catch (Exception e) when (IsFailure(e))
        {
            _failure = e;
            _isAtEnd = true;
            return 0;
        }
    }

    public void Dispose()
    {
        _inner?.Dispose();
        _text?.Dispose();
        _members?.Dispose();
        _stored.Dispose();
    }

    private static bool IsFailure(Exception e) =>
        e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException;

    // The first bytes of the content tell what it is.
    private int Begin(Span<byte> into)
    {
        _hasBegun = true;
        var had = 0;
        for (int read; had < Math.Min(into.Length, TextEncoding.Needed) && (read = ReadRaw(into[had..])) > 0;)
            had += read;
        if (IsGzip && GzipFeed.IsMember(into[..had]))
            return BeginInner(into);
        if (TextEncoding.Of(into[..had]) is not { } encoding)
            return had;
        _text = System.Text.Encoding.CreateTranscodingStream(
            new RawContent(into[..had].ToArray(), ReadRaw), encoding, System.Text.Encoding.UTF8);
        return _text.Read(into);
    }

    private int BeginInner(Span<byte> into)
    {
        if (_layer == HostileLimits.GzipLayers)
        {
            _fault = ContentFault.TooDeep(HostileLimits.GzipLayers);
            return 0;
        }
        _members!.Dispose();
        _inner = new GzipReader(new InflatedStream(_stored, _limit), _limit, _layer + 1);
        return _inner.Read(into);
    }

    private int ReadRaw(Span<byte> into)
    {
        var read = _fault is null ? _members!.Read(into) : 0;
        if (IsGzip && _inflated + read > _limit)
        {
            read = (int)(_limit - _inflated);
            _fault = ContentFault.TooLarge(_limit);
        }
        _inflated += read;
        return read;
    }
}
