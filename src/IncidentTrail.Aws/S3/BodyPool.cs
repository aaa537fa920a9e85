using System.Buffers;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// The memory that objects are read into whole. As many logs are held at once as are downloaded, and more than .NET's shared
/// pool keeps arrays for: most of theirs would be left to the collector.
/// </summary>
internal sealed class BodyPool
{
    private readonly ArrayPool<byte> _logs = ArrayPool<byte>.Create(AdapterLimits.LargestPooled, AdapterLimits.DownloadsAtOnce);

    /// <summary>That of all buckets.</summary>
    public static BodyPool Shared { get; } = new();

    /// <summary>Memory for at least so many bytes; what it holds is left from before.</summary>
    public byte[] Take(int length) => Of(length).Rent(length);

    /// <summary>Takes back what nobody reads or writes any more.</summary>
    public void Return(byte[] bytes) => Of(bytes.Length).Return(bytes);

    // Few are larger, and what would be kept of them is much.
    private ArrayPool<byte> Of(int length) => length <= AdapterLimits.LargestPooled ? _logs : ArrayPool<byte>.Shared;
}
