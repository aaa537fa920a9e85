using System.Formats.Tar;

namespace IncidentTrail.Sources.Archives;

/// <summary>
/// The files of a tar archive, plain or in gzip, in its own order: it can only be read from its beginning. A file of ordinary
/// size is held while the next are looked for, until it was read and is let go of; a larger one is looked for again when its
/// turn comes, and so is one that is to be read once more.
/// </summary>
/// <param name="open">Opens the archive, inflated where it is compressed.</param>
/// <param name="limit">How much the archive may give.</param>
/// <param name="isRead">Whether a file is wanted, by its name and size; what is not wanted is not held.</param>
internal sealed class TarFiles(Func<Stream> open, ArchiveLimit limit, Func<ArchiveEntry, bool> isRead)
{
    private int _opened;

    /// <summary>The files.</summary>
    internal IEnumerable<ArchiveEntry> Entries()
    {
        using var stored = open();
        using var tar = new TarReader(stored, leaveOpen: true);
        TarEntry? before = null;
        for (var index = 0; Next(tar, ref before) is { } entry; index++)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
                continue;
            var at = index;
            var file = new ArchiveEntry(entry.Name.Replace('\\', '/'), entry.Length, entry.ModificationTime.UtcDateTime, IsEncrypted: false, () => OpenAt(at, limit));
            yield return file.Size <= EngineLimits.LargestHeldEntry && isRead(file) ? Held(file, entry, at, isDirect: stored.CanSeek) : file;
        }
        if (!IsWhole(stored))
            throw new InvalidDataException("It ends without the mark of its end.");
    }

    // What is compressed tells at its own end whether all of it was there; a plain archive only by the blank blocks behind its files.
    private static bool IsWhole(Stream stored)
    {
        if (!stored.CanSeek)
        {
            stored.CopyTo(Stream.Null);
            return true;
        }
        var block = new byte[512];
        if (stored.Length < block.Length)
            return false;
        stored.Seek(-block.Length, SeekOrigin.End);
        stored.ReadExactly(block);
        return block.AsSpan().IndexOfAnyExcept((byte)0) < 0;
    }

    private ArchiveEntry Held(ArchiveEntry file, TarEntry entry, int index, bool isDirect)
    {
        limit.Take(file.Name, entry.Length, (int)entry.Length);
        var content = new byte[entry.Length];
        try
        {
            entry.DataStream?.ReadExactly(content);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("It ends in the middle of a file.", e);
        }
        var held = new HeldContent(content);
        return file with { Held = held, Open = () => held.Open() ?? OpenAgain(index, isDirect) };
    }

    // Of what is compressed .NET 8 passes over content that nobody read without finding the files behind it: it is read here.
    private static TarEntry? Next(TarReader tar, ref TarEntry? entry)
    {
        if (entry?.DataStream is { CanSeek: false } unread)
            unread.CopyTo(Stream.Null);
        return entry = tar.GetNextEntry();
    }

    // What is compressed is read from its beginning each time, so not without end.
    private ArchiveContent OpenAgain(int index, bool isDirect) =>
        isDirect || Interlocked.Increment(ref _opened) <= HostileLimits.ArchiveReadings
            ? OpenAt(index, limit.Anew()) : throw new InvalidDataException("It was read from its beginning too often.");

    private ArchiveContent OpenAt(int index, ArchiveLimit taken)
    {
        var stored = open();
        var tar = new TarReader(stored, leaveOpen: true);
        TarEntry? entry = null;
        for (var i = 0; i <= index && Next(tar, ref entry) is not null; i++)
        {
        }
        return new ArchiveContent(entry?.Name ?? "", entry?.DataStream ?? Stream.Null, taken, () =>
        {
            tar.Dispose();
            stored.Dispose();
        });
    }
}
