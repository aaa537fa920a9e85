namespace IncidentTrail.Checkpoints;

/// <summary>
/// The beginnings of files that were given, whatever the files are named by now: a rotation gives what was read another name, and
/// its name to what nobody has read.
/// </summary>
/// <param name="marks">How far each was read.</param>
internal sealed class FileBeginnings(IEnumerable<FileMark> marks)
{
    private readonly ILookup<ulong, FileMark> _byHead = marks.Where(mark => mark.Head != BeginningHash.NoHead).ToLookup(mark => mark.Head);

    /// <summary>How far a file was read under another name; null where it begins as none did.</summary>
    internal FileMark? Of(TrailLog log)
    {
        if (_byHead.Count == 0)
            return null;
        foreach (var mark in _byHead[BeginningHash.HeadOf(log)].OrderByDescending(mark => mark.Size))
        {
            if (BeginningHash.Fits(log, mark))
                return mark;
        }
        return null;
    }
}
