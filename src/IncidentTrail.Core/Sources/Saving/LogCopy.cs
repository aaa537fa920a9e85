using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using IncidentTrail.Sources.Places;
using Microsoft.Win32.SafeHandles;

namespace IncidentTrail.Sources.Saving;

/// <summary>
/// Saves logs of a bucket below a folder, in the bucket's own layout. Each is written aside and moved into its place when
/// it is whole, so that what is there is whole, however often a run is broken off. Several may be saved at once.
/// </summary>
internal sealed class LogCopy(string folder, bool force) : IDisposable
{
    // On these systems two keys that differ by case are one file.
    private static readonly bool IgnoresCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    // Windows moves a file that is held only where that is allowed; elsewhere only what is shared with nobody is held.
    private static readonly FileShare s_held = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    private readonly SavedManifest _manifest = new(folder);
    private readonly ConcurrentDictionary<string, string> _taken = new(
        IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    // A day's folder takes hundreds of logs, and each level of its path is looked for each time.
    private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);

    /// <summary>True where the folder holds this log as the list tells it: nothing need be fetched.</summary>
    public bool IsPresent(TrailLog log) =>
        log is { BucketName: { } bucket, Key: { } key }
        && _manifest.Find(bucket, key) is { } entry && (log.ETag is null || log.ETag == entry.ETag)
        && KeyPath.Of(folder, key) is { } path && new FileInfo(path) is { Exists: true } file && file.Length == entry.Size;

    /// <summary>Saves one log.</summary>
    public async Task<SavedLog> SaveAsync(FoundLog found, CancellationToken token)
    {
        var log = found.Log;
        try
        {
            if (log is not { BucketName: { } bucket, Key: { } key })
                return Failed(log, SaveFaults.NoObject(log, 1));
            if (KeyPath.Of(folder, key) is not { } path || _taken.GetOrAdd(path, key) != key)
                return Failed(log, SaveFaults.NoPath(log));
            if (IsPresent(log))
                return new SavedLog(log, SavedLogOutcome.Present, Copy(path));
            var entry = _manifest.Find(bucket, key);
            // Known, still there, and the bucket tells of another: CloudTrail does not do that.
            if (entry is { Size: > 0 } && File.Exists(path) && log.ETag is not null && log.ETag != entry.ETag && !force)
                return Failed(log, SaveFaults.Rewritten(log, path));
            return await FetchAsync(found, bucket, key, path, token).ConfigureAwait(false);
        }
        catch (TrailSourceException e)
        {
            return Failed(log, e.Fault);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(log, SaveFaults.NotWritten(log, e));
        }
    }

    /// <summary>
    /// Lays an empty file where a log is that the bucket holds as 0 bytes, and where nothing is yet: who reads the copy learns
    /// that it lacks a log, as who reads the bucket does. Gives why it could not; null where it is there.
    /// </summary>
    public TrailFault? LayEmpty(TrailLog log)
    {
        if (log.Key is not { } key || KeyPath.Of(folder, key) is not { } path || _taken.GetOrAdd(path, key) != key)
            return SaveFaults.NoPath(log);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
                File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write).Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SaveFaults.NotWritten(log, e);
        }
    }

    /// <summary>Completes the manifest, also of a run that is broken off.</summary>
    public void Dispose() => _manifest.Dispose();

    private async Task<SavedLog> FetchAsync(FoundLog found, string bucket, string key, string path, CancellationToken token)
    {
        var log = found.Log;
        var directory = Path.GetDirectoryName(path)!;
        if (!_folders.ContainsKey(directory))
        {
            Directory.CreateDirectory(directory);
            _folders[directory] = true;
        }

        var aside = Path.Combine(directory, $".{Path.GetFileName(path)}.partial");
        // Where it cannot be had another run may be writing it, and it is left to that. It is held until it is moved, or another run
        // might take it for one that was left there. What could not be written anyway is not asked for.
        using var file = Create(aside);
        var isMoved = false;
        try
        {
            await using var stored = await found.OpenAsync(token).ConfigureAwait(false);
            var entry = await WriteAsync(log, bucket, key, stored, file, token).ConfigureAwait(false);
            var there = File.Exists(path);
            if (there && await HashAsync(path, token).ConfigureAwait(false) == entry.Sha256)
            {
                _manifest.Add(entry);
                return new SavedLog(log, SavedLogOutcome.Present, Copy(path));
            }

            // What stands for a log that the bucket had as 0 bytes is nobody's log.
            var overwrites = force || (there && IsEmpty(path));
            if (there && !overwrites)
                return Failed(log, SaveFaults.Rewritten(log, path));
            File.Move(aside, path, overwrites);
            isMoved = true;
            // From here on it is everybody's to read.
            file.Dispose();
            _manifest.Add(entry);
            return new SavedLog(log, there ? SavedLogOutcome.Replaced : SavedLogOutcome.Saved, Copy(path, entry));
        }
        finally
        {
            if (!isMoved)
                File.Delete(aside);
        }
    }

    private static async Task<SavedEntry> WriteAsync(
        TrailLog log, string bucket, string key, Stream stored, SafeFileHandle file, CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var told = stored as StoredLogStream;
        // Most logs come whole, and are far smaller.
        var piece = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(log.Size ?? EngineLimits.SavedAtOnce, 1, EngineLimits.SavedAtOnce));
        try
        {
            long size = 0;
            while (await stored.ReadAsync(piece, token).ConfigureAwait(false) is var read and > 0)
            {
                hash.AppendData(piece, 0, read);
                // Into the system's cache: another thread for it would cost more.
                RandomAccess.Write(file, piece.AsSpan(0, read), size);
                size += read;
            }

            var modified = told?.LastModifiedUtc ?? log.LastModifiedUtc;
            if (modified is { } time)
                File.SetLastWriteTimeUtc(file, time);
            return new SavedEntry(
                bucket, key, size, told?.ETag ?? log.ETag, modified,
                Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant(), told?.Metadata ?? new Dictionary<string, string>());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    // Create empties what it opens, and for a file that was emptied ext4 looks for blocks as soon as it is closed: with that, a
    // log takes nearly twice as long to write. A link is taken away: the log is this folder's, and what the link leads to is not.
    private static SafeFileHandle Create(string aside)
    {
        try
        {
            return File.OpenHandle(aside, FileMode.CreateNew, FileAccess.Write, s_held);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody has taken the folder away since.
            Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
            return Create(aside);
        }
        catch (IOException)
        {
            RemoveLeft(aside);
            return File.OpenHandle(aside, FileMode.CreateNew, FileAccess.Write, s_held);
        }
    }

    // What another run is writing cannot be opened, and this says so. What is left is never written on: whoever has moved it into
    // its place meanwhile has made it the log.
    private static void RemoveLeft(string aside)
    {
        try
        {
            // Held until it is gone: another run that found it too would remove what is written in its place.
            using var left = new FileInfo(aside).LinkTarget is null ? File.OpenHandle(aside, FileMode.Open, FileAccess.Write, s_held) : null;
            File.Delete(aside);
        }
        catch (FileNotFoundException)
        {
            // Another run has moved it, or removed it.
        }
    }

    private static bool IsEmpty(string path) => new FileInfo(path) is { Length: 0, LinkTarget: null };

    private static async Task<string> HashAsync(string path, CancellationToken token)
    {
        await using var file = OneWayFile.OpenCopy(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(file, token).ConfigureAwait(false)).ToLowerInvariant();
    }

    private static TrailLog Copy(string path, SavedEntry entry) =>
        entry.LastModifiedUtc is { } modified ? TrailLogLocation.FromPath(path, entry.Size, modified) : Copy(path);

    private static TrailLog Copy(string path)
    {
        var file = new FileInfo(path);
        return TrailLogLocation.FromPath(path, file.Length, file.LastWriteTimeUtc);
    }

    private static SavedLog Failed(TrailLog log, TrailFault fault) => new(log, SavedLogOutcome.Failed, null, fault);
}
