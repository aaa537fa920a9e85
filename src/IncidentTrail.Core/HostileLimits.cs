namespace IncidentTrail;

/// <summary>
/// What content may cost that was made to do harm, or is damaged: how large a piece of it is held, how deep it is followed, how
/// often bytes of it are gone through again. Whatever a service or a program really writes stays far below each number; beyond it
/// the content is named and left out, or taken as text, and counted. The other numbers are in <see cref="EngineLimits"/>.
/// </summary>
internal static class HostileLimits
{
    // How large.

    /// <summary>Bytes of the longest piece of a log that may be a record: CloudTrail's largest is 1 MB.</summary>
    public const int LargestRecord = 16 << 20;

    /// <summary>Bytes that a compressed message inflates to: no service's is larger by far, and a bomb is.</summary>
    public const int LargestPacked = 64 << 20;

    /// <summary>Characters of a column's path to a part of a caller: those that are documented have half as many.</summary>
    public const int LongestPath = 256;

    /// <summary>How many times its own size an archive may inflate to, where that is more than a log may.</summary>
    public const int ArchiveRatio = 100;

    /// <summary>How often an archive that has no directory is read from its beginning to compare a log in it with copies.</summary>
    public const int ArchiveReadings = 100;

    // How deep.

    /// <summary>Levels of JSON that become objects; what lies deeper stays text, so that no nesting exhausts the stack.</summary>
    public const int DeepestObject = 512;

    /// <summary>Levels that are followed to skip a value; deeper ones are skipped by counting brackets, for the same reason.</summary>
    public const int DeepestSkipped = 128;

    /// <summary>Levels of a record that a report shows: .NET's writer keeps account of each.</summary>
    public const int DeepestReported = 500;

    /// <summary>Envelopes in envelopes: queue, topic, event, message, a function's event around them. Real ones are half as deep.</summary>
    public const int DeepestWrapping = 16;

    /// <summary>Envelopes of topics around the message of a queue: a topic may follow a topic, and nobody builds three.</summary>
    public const int DeepestEnvelope = 4;

    /// <summary>Levels of a queue's message that tell what it is: a key in S3's own lies five deep.</summary>
    public const int DeepestMessage = 16;

    /// <summary>Gzip in gzip: a delivery stream compresses what may be compressed already, and no one more often.</summary>
    public const int GzipLayers = 4;

    /// <summary>Levels of what Python or Athena printed, or columns name by their paths: a service's own are less than ten.</summary>
    public const int DeepestPrinted = 64;

    /// <summary>Levels of a column's type as a catalogue writes it: CloudTrail's have less than ten.</summary>
    public const int DeepestType = 32;

    // How often.

    /// <summary>Pieces of text between a record and another piece on its line: columns, a level and a thread are a few.</summary>
    public const int PiecesBeside = 64;

    /// <summary>The largest record looked for behind a broken piece: CloudTrail's largest is 1 MB.</summary>
    public const int LongestSought = 2 << 20;

    /// <summary>Bytes that may be searched again and again for the next record of a broken log, and what each byte read adds.</summary>
    public const long SearchBudget = 256L << 20;
    public const int SearchBudgetPerByte = 16;

    /// <summary>
    /// Bytes that the packed texts of one log come to, and what each byte of it adds: packed in one another, a few kilobytes
    /// would never end.
    /// </summary>
    public const long PackedBudget = 256L << 20;
    public const int PackedBudgetPerByte = 32;

    /// <summary>Bytes that each packed text counts for at least.</summary>
    public const int LeastPacked = 4 << 10;

    /// <summary>Places in gzip that only looked like a second member after which nobody looks for one: each costs a beginning.</summary>
    public const int FalseMembers = 8;

    /// <summary>
    /// Bytes of gzip in gzip that are inflated again: padding between members inside, or a fault, goes back, and each of a million
    /// would cost all that stands before it.
    /// </summary>
    public const long InflatedAgain = 1L << 30;
}
