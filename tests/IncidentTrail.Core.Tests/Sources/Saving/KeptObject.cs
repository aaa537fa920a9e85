namespace IncidentTrail.Tests.Sources.Saving;

/// <summary>An object of a bucket that need not be there: it counts how often it is opened, and may break off.</summary>
internal sealed class KeptObject(string key, byte[] bytes, string etag)
{
    public const string Bucket = "trail";

    public int Opened { get; private set; }

    /// <summary>After so many bytes the connection is cut, as often as it is tried.</summary>
    public int? CutAfter { get; set; }

    public Dictionary<string, string> Metadata { get; } = [];

    public FoundLog Item(string? listedTag = null) => new FoundLog(
        TrailLogLocation.FromKey(Bucket, key, bytes.Length, new DateTime(2026, 3, 10, 14, 15, 0, DateTimeKind.Utc), listedTag ?? etag),
        _ =>
        {
            Opened++;
            return ValueTask.FromResult<Stream>(new Body(this, bytes, etag));
        });

    private sealed class Body(KeptObject kept, byte[] bytes, string etag) : StoredLogStream
    {
        private int _position;

        public override string? ETag => etag;

        public override DateTime? LastModifiedUtc => new DateTime(2026, 3, 10, 14, 15, 0, DateTimeKind.Utc);

        public override IReadOnlyDictionary<string, string> Metadata => kept.Metadata;

        public override long Length => bytes.Length;

        public override long Position { get => _position; set => _position = (int)value; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_position >= kept.CutAfter)
                throw new TrailSourceException(new TrailFault(TrailFaultKind.Connection, "trail", "cut"));
            count = Math.Min(count, Math.Min(7, bytes.Length - _position));
            bytes.AsSpan(_position, count).CopyTo(buffer.AsSpan(offset));
            _position += count;
            return count;
        }
    }
}
