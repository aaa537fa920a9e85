using System.Runtime.ExceptionServices;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Proof;

/// <summary>
/// A log whose stored bytes are read once and held, so that what is checked and what is read of it afterwards are the same
/// bytes, whatever becomes of the file meanwhile.
/// </summary>
internal sealed class HeldLog
{
    // Bytes of room at first, where no size is said, and at most; it grows.
    private const int UsualRoom = 16 << 10;
    private const int MostRoom = 16 << 20;

    private readonly ExceptionDispatchInfo? _failure;
    private readonly int _length;
    private byte[]? _bytes;

    private HeldLog(byte[] bytes, int length) => (_bytes, _length) = (bytes, length);

    private HeldLog(Exception failure) => _failure = ExceptionDispatchInfo.Capture(failure);

    /// <summary>True where the bytes could be had.</summary>
    public bool IsWhole => _failure is null;

    /// <summary>Reads a log to its end; what fails is thrown when its bytes are taken.</summary>
    public static async Task<HeldLog> ReadAsync(FoundLog found, CancellationToken token)
    {
        try
        {
            await using var stored = await found.OpenAsync(token).ConfigureAwait(false);
            // One byte more than it is said to have: its end is seen without more room. Who said so may be wrong.
            var bytes = new byte[(int)Math.Min((found.Log.Size ?? UsualRoom) + 1, MostRoom)];
            var length = 0;
            for (int read; (read = await stored.ReadAsync(bytes.AsMemory(length), token).ConfigureAwait(false)) > 0;)
            {
                length += read;
                if (length > EngineLimits.LargestProven)
                    return new HeldLog(IntegrityFaults.TooLargeToProve(found.Log));
                if (length == bytes.Length)
                    Array.Resize(ref bytes, (int)Math.Min(2L * length, EngineLimits.LargestProven + 1L));
            }
            return new HeldLog(bytes, length);
        }
        catch (Exception e) when (!token.IsCancellationRequested
            && e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new HeldLog(e);
        }
    }

    /// <summary>What it inflates to, hashed.</summary>
    public ReadContent Hash(long limit, CancellationToken token) => ContentReading.Hash(new MemoryStream(_bytes!, 0, _length, writable: false), limit, token);

    /// <summary>Takes the bytes, once: whoever took them holds them. Throws where they could not be had; null where they were taken.</summary>
    public Stream? Take()
    {
        _failure?.Throw();
        return Interlocked.Exchange(ref _bytes, null) is { } bytes ? new MemoryStream(bytes, 0, _length, writable: false) : null;
    }
}
