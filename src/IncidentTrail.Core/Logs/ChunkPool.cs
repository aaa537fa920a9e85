using System.Collections.Concurrent;

namespace IncidentTrail.Logs;

/// <summary>
/// The bytes that records are kept in, for several threads, to be used again and again: logs read ahead are no garbage. A
/// chunk is large enough to count as a large object: those of logs read ahead live through several collections, and none
/// of these copies a large object.
/// </summary>
internal sealed class ChunkPool
{
    internal const int Size = 128 * 1024;

    private readonly ConcurrentBag<byte[]> _free = [];

    /// <summary>A chunk for at least so many bytes; what it holds is left from before.</summary>
    internal byte[] Take(int least) =>
        least > Size ? GC.AllocateUninitializedArray<byte>(least)
        : _free.TryTake(out var chunk) ? chunk
        : GC.AllocateUninitializedArray<byte>(Size);

    /// <summary>Takes back a chunk that nobody reads or writes any more. One of another size is left to the collector.</summary>
    internal void Return(byte[] chunk)
    {
        if (chunk.Length == Size)
            _free.Add(chunk);
    }
}
