using System.Runtime.ExceptionServices;
using IncidentTrail.Sources;

namespace IncidentTrail.Integrity;

/// <summary>
/// A log whose stored bytes are read once and held, so that what is checked and what is read of it afterwards are the same
/// bytes, whatever becomes of the file meanwhile.
/// </summary>
internal sealed class HeldLog
{
    private readonly ExceptionDispatchInfo? _failure;
    private byte[]? _bytes;

    private HeldLog(byte[] bytes) => _bytes = bytes;

    private HeldLog(Exception failure) => _failure = ExceptionDispatchInfo.Capture(failure);

    /// <summary>True where the bytes could be had.</summary>
    public bool IsWhole => _failure is null;

    /// <summary>Reads a log to its end; what fails is thrown when its bytes are taken.</summary>
    public static async Task<HeldLog> ReadAsync(FoundLog found, CancellationToken token)
    {
        try
        {
            await using var stored = await found.OpenAsync(token).ConfigureAwait(false);
            using var held = new MemoryStream();
            var piece = new byte[EngineLimits.SavedAtOnce];
            for (int read; (read = await stored.ReadAsync(piece, token).ConfigureAwait(false)) > 0;)
            {
                if (held.Length + read > EngineLimits.LargestProven)
                    return new HeldLog(IntegrityFaults.TooLargeToProve(found.Log));
                held.Write(piece, 0, read);
            }
            return new HeldLog(held.ToArray());
        }
        catch (Exception e) when (!token.IsCancellationRequested
            && e is TrailSourceException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new HeldLog(e);
        }
    }

    /// <summary>What it inflates to, hashed.</summary>
    public ReadContent Hash(long limit, CancellationToken token) => ContentReading.Hash(new MemoryStream(_bytes!, writable: false), limit, token);

    /// <summary>Takes the bytes, once: whoever took them holds them. Throws where they could not be had; null where they were taken.</summary>
    public Stream? Take()
    {
        _failure?.Throw();
        return Interlocked.Exchange(ref _bytes, null) is { } bytes ? new MemoryStream(bytes, writable: false) : null;
    }
}
