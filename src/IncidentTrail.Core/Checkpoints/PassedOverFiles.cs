using IncidentTrail.Records;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// Files that were there before anything was given, as a checkpoint keeps them: as if they had been given. For several threads.
/// </summary>
/// <param name="gate">Held while something is noted.</param>
/// <param name="folders">The logs that were given.</param>
/// <param name="files">How far files were read.</param>
/// <param name="events">The events that were given last.</param>
internal sealed class PassedOverFiles(object gate, FolderMemories folders, FileMemory files, EventMemory events)
{
    /// <summary>True for a file that an earlier version passed over by its name alone, whatever was written to it.</summary>
    internal bool IsByName(TrailLog log)
    {
        if (log.Path is null)
            return false;
        lock (gate)
            return folders.IsKnown(LogMark.OfPath(log));
    }

    /// <summary>Notes a record that is in such a file: it is not given, wherever it comes again.</summary>
    internal void Take(in RecordBytes record, in KeptRecord kept, TrailLog log)
    {
        var mark = StableHash.OfEvent(record, kept.Key, log, kept.Index);
        lock (gate)
        {
            _ = files.IsKnown(log, kept.Index, mark);
            events.Add(mark, kept.TimeUtc);
            events.Bound();
        }
    }

    /// <summary>
    /// Notes such a file. That is no change that is to be stored: of a listing that does not come to its end nothing is, or the next
    /// run would give the files that were not listed.
    /// </summary>
    internal void Take(TrailLog log)
    {
        files.End(log, isGiven: true);
        lock (gate)
        {
            folders.Forget(LogMark.OfPath(log));
            folders.Done(LogMark.Of(log));
        }
    }
}
