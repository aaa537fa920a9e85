namespace IncidentTrail.Gzip;

/// <summary>
/// What is inflated from a file, as the stored bytes of what is gzip once more inside: it is read from the beginning again
/// where one goes back in it, which only a fault needs.
/// </summary>
internal sealed class InflatedStream(Stream stored, long limit) : ForwardStream
{
    private GzipMembers _members = FromStart(stored);
    private long _position;
    private long _again;

    /// <summary>Why it ended early; null where it has not.</summary>
    internal ContentFault? Fault { get; private set; }

    /// <summary>Where a second member begins in the file; null where there is none so far.</summary>
    internal long? SecondMember => _members.SecondMember;

    /// <summary>Where line ends or blanks stand behind the file's last member; null where nothing does.</summary>
    internal long? Blanks => _members.Blanks;

    /// <summary>Bytes of the file so far.</summary>
    internal long Stored => _members.Stored;

    public override bool CanSeek => true;

    public override long Position
    {
        get => _position;
        set
        {
            if (value < _position)
            {
                _members.Dispose();
                _members = FromStart(stored);
                _position = 0;
                if ((_again += value) > HostileLimits.InflatedAgain)
                    Fault = ContentFault.TooScattered();
            }
            var scratch = new byte[64 * 1024];
            while (_position < value && Read(scratch.AsSpan(0, (int)Math.Min(scratch.Length, value - _position))) > 0)
            {
            }
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_again > HostileLimits.InflatedAgain)
            return 0;
        var read = _members.Read(buffer);
        if (_position + read > limit)
        {
            Fault = ContentFault.TooLarge(limit);
            read = (int)(limit - _position);
        }
        Fault ??= _members.Fault;
        _position += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        _members.Dispose();
        stored.Dispose();
        base.Dispose(disposing);
    }

    private static GzipMembers FromStart(Stream stored)
    {
        stored.Position = 0;
        return new GzipMembers(stored);
    }
}
