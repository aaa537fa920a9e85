namespace IncidentTrail.Tests.Gzip;

/// <summary>Bytes that can be read once: it fails where somebody would begin again.</summary>
internal sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Position
    {
        get => base.Position;
        set => throw new InvalidOperationException("read a second time");
    }

    public override long Seek(long offset, SeekOrigin loc) => throw new InvalidOperationException("read a second time");
}
