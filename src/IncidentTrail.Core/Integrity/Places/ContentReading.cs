using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using IncidentTrail.Gzip;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Integrity.Places;

/// <summary>Reads stored files to their end and hashes what they inflate to, each once and in pieces.</summary>
internal static class ContentReading
{
    // Making one costs as much as hashing a small log.
    private static readonly ConcurrentBag<IncrementalHash> s_hashes = [];

    /// <summary>Hashes a log, and holds nothing of it.</summary>
    public static Task<ReadContent> HashAsync(IIntegrityPlace place, TrailLog file, CancellationToken token) =>
        ReadAsync(place, file, null, TrailQuery.DefaultMaxInflatedSize, token);

    /// <summary>Reads a digest.</summary>
    public static Task<ReadContent> HoldAsync(IIntegrityPlace place, TrailLog file, CancellationToken token) =>
        ReadAsync(place, file, new ArrayBufferWriter<byte>(), EngineLimits.LargestDigest, token);

    /// <summary>Hashes bytes that are at hand.</summary>
    public static ReadContent Hash(Stream stored, long limit, CancellationToken token) => Read(new OpenedFile(stored, null), null, limit, token);

    private static async Task<ReadContent> ReadAsync(
        IIntegrityPlace place, TrailLog file, ArrayBufferWriter<byte>? into, long limit, CancellationToken token)
    {
        try
        {
            var opened = await place.OpenAsync(file, token).ConfigureAwait(false);
            return Read(opened, into, limit, token);
        }
        catch (TrailSourceException e)
        {
            return new ReadContent { Failure = e.Fault };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new ReadContent { Failure = LogFaults.OfReading(file.Location, e) };
        }
    }

    private static ReadContent Read(OpenedFile opened, ArrayBufferWriter<byte>? into, long limit, CancellationToken token)
    {
        using var stored = opened.Bytes;
        using var content = new GzipMembers(stored);
        var hash = s_hashes.TryTake(out var made) ? made : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(EngineLimits.SavedAtOnce);
        Span<byte> sum = stackalloc byte[SHA256.HashSizeInBytes];
        var first = -1;
        long length = 0;
        try
        {
            for (int read; length <= limit && (read = content.Read(piece)) > 0; length += read)
            {
                token.ThrowIfCancellationRequested();
                if (first < 0)
                    first = FirstOf(piece.AsSpan(0, read));
                // One member is what CloudTrail writes: what follows it is not hashed, so that the digest before it is still read.
                if (content.SecondMember is not null)
                    break;
                hash.AppendData(piece, 0, read);
                into?.Write(piece.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
            hash.GetHashAndReset(sum);
            s_hashes.Add(hash);
        }
        return new ReadContent
        {
            Sha256 = Convert.ToHexString(sum).ToLowerInvariant(), Bytes = into?.WrittenMemory ?? default,
            Fault = length > limit ? ContentFault.TooLarge(limit)
                : content.SecondMember is { } second ? ContentFault.Appended(second)
                // A blank is not what was signed either, though nothing of the records is lost by it.
                : content.Blanks is { } blanks ? ContentFault.Junk(blanks)
                // CloudTrail writes nothing that is empty.
                : content.Fault ?? (content.Stored == 0 ? ContentFault.Truncated(0) : null),
            IsForeign = !content.IsGzip && first is not ('{' or '['), Signature = opened.Signature,
        };
    }

    private static int FirstOf(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\n', (byte)'\r', (byte)'\t']);
        return text.IsEmpty ? 0 : text[0];
    }
}
