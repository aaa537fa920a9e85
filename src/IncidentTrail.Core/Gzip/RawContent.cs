namespace IncidentTrail.Gzip;

/// <summary>Content as a stream, from a place where its first bytes have been looked at.</summary>
internal sealed class RawContent(byte[] first, RawContent.Reading read) : ForwardStream
{
    private int _at;

    /// <summary>Reads what comes next; 0 at its end.</summary>
    internal delegate int Reading(Span<byte> into);

    public override int Read(Span<byte> buffer)
    {
        if (_at == first.Length)
            return read(buffer);
        var handed = Math.Min(buffer.Length, first.Length - _at);
        first.AsSpan(_at, handed).CopyTo(buffer);
        _at += handed;
        return handed;
    }
}
