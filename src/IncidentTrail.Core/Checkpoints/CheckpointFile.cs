using IncidentTrail.Sources.Places;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// The file that a checkpoint is kept in: whole whenever a process ends. A lock beside it keeps a second run away.
/// </summary>
internal sealed class CheckpointFile : IDisposable
{
    // What ends so is left alone by who reads the folder.
    private const string LockEnding = ".lock.incidenttrail";
    private const string AsideEnding = ".new.incidenttrail";

    // So many times as long as its writing took it is not written again: that takes a quarter of the time at most.
    private const int Rest = 3;

    private readonly FileStream _lock;
    private long _written;
    private long _nextWrite;
    private long? _heldSince;

    private CheckpointFile(string path, FileStream locked, Checkpoint checkpoint)
    {
        Path = path;
        _lock = locked;
        Checkpoint = checkpoint;
    }

    /// <summary>The full path.</summary>
    internal string Path { get; }

    /// <summary>What is in it.</summary>
    internal Checkpoint Checkpoint { get; }

    /// <summary>True where it was there before this run.</summary>
    internal bool IsResumed { get; private init; }

    /// <summary>Puts what was written aside into its place.</summary>
    internal Action<string, string, Action<FileStream>> Replace { get; set; } = AsideFile.Replace;

    /// <summary>Tells when it is written again, and how long somebody has held it.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Opens the checkpoint of a reading, or begins it. Throws <see cref="TrailSourceException"/> where it cannot be used.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="scope">What is read.</param>
    /// <param name="slack">How late a log may come.</param>
    internal static CheckpointFile Open(string path, CheckpointScope scope, TimeSpan slack)
    {
        if (Directory.Exists(path))
            throw new TrailSourceException(CheckpointFaults.IsFolder(path));
        var locked = Lock(path);
        try
        {
            var stored = Read(path);
            if (stored?.Scope.Difference(scope) is { } difference)
                throw new TrailSourceException(CheckpointFaults.Other(path, difference));
            return new CheckpointFile(path, locked, new Checkpoint(scope, slack, stored?.State)) { IsResumed = stored is not null };
        }
        catch
        {
            locked.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes what has changed, unless that was done a moment ago: it takes a part of the time, however long it takes. Where
    /// somebody has the file open who lets nobody replace it, as Windows has it, it is done the next time.
    /// </summary>
    internal void WriteIfDue()
    {
        if (Checkpoint.Changes == _written || Clock.GetTimestamp() < _nextWrite)
            return;
        try
        {
            Write();
        }
        catch (TrailSourceException e) when (IsHeld(e.InnerException) && IsPatient())
        {
            // A backup or a scanner of files lets go of it soon.
        }
    }

    /// <summary>Writes what has changed.</summary>
    internal void Write()
    {
        var changes = Checkpoint.Changes;
        if (changes == _written)
            return;
        var begun = Clock.GetTimestamp();
        try
        {
            Replace(Path, Path + AsideEnding, file =>
            {
                file.Write(CheckpointText.Write(Checkpoint.Scope, Checkpoint.State()));
                file.Flush(flushToDisk: true);
            });
            _written = changes;
            _heldSince = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrailSourceException(CheckpointFaults.NotWritten(Path, e));
        }
        finally
        {
            var ended = Clock.GetTimestamp();
            _nextWrite = ended + Rest * (ended - begun);
        }
    }

    /// <summary>Lets go of it.</summary>
    public void Dispose() => _lock.Dispose();

    // What is open is in use, and to be replaced it is denied.
    private static bool IsHeld(Exception? cause) => cause is UnauthorizedAccessException || (cause is IOException held && HeldFile.Is(held));

    private bool IsPatient() => Clock.GetElapsedTime(_heldSince ??= Clock.GetTimestamp()) < EngineLimits.CheckpointHeld;

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path + LockEnding, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (DirectoryNotFoundException)
        {
            throw new TrailSourceException(CheckpointFaults.NoFolder(path));
        }
        catch (IOException e) when (HeldFile.Is(e))
        {
            throw new TrailSourceException(CheckpointFaults.InUse(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrailSourceException(CheckpointFaults.NotWritten(path, e));
        }
    }

    private static (CheckpointScope Scope, CheckpointState State)? Read(string path)
    {
        try
        {
            return File.Exists(path) ? CheckpointText.Read(File.ReadAllBytes(path), path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrailSourceException(LogFaults.OfReading(path, e));
        }
    }
}
