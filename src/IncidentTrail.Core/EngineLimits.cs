namespace IncidentTrail;

/// <summary>
/// What the engine bounds: what it holds and how far it reads ahead, how long it waits, how far apart in time it still ties
/// two things together. What content can make it do is bounded in <see cref="HostileLimits"/>, a watching in
/// <see cref="WatchLimits"/>. The rule: a number is in one of the three if somebody may want another, or ask how large it is.
/// What a format says, and what an algorithm is built of, stays where it is used; the default of what people set is public, and
/// stands at what they set
/// (<see cref="TrailQuery.DefaultMaxInflatedSize"/>, <see cref="TrailQuery.DefaultDeliverySlack"/>,
/// <see cref="TrailIncidentQuery.DefaultLookBack"/>).
/// </summary>
internal static class EngineLimits
{
    // Reading.

    /// <summary>Events handed over at once, and delivered without waiting for more: few enough for a first event soon, many enough
    /// that handing over costs little.</summary>
    public const int EventsAtOnce = 256;

    /// <summary>The same where calls are counted by their callers: each handing over wakes who waits for it.</summary>
    public const int CallsAtOnce = 1024;

    /// <summary>Inflated bytes after which a batch is handed over, whatever was found in them.</summary>
    public const long BytesInBatch = 4 << 20;

    /// <summary>Bytes of a stored log on disk up to which it is read together with those beside it: it takes less than handing it over.</summary>
    public const int SmallLog = 64 << 10;

    /// <summary>Small logs that are read together, and bytes of them.</summary>
    public const int LogsInGroup = 32;
    public const int BytesInGroup = 256 << 10;

    /// <summary>Logs on disk that are open at once before they are read: more than are on their way where processors are few. Where
    /// a process may have few files open they are fewer.</summary>
    public const int LogsOpenedAhead = 512;

    /// <summary>A large log is read no further than so many batches ahead of its delivery.</summary>
    public const int BatchesAhead = 4;

    /// <summary>Milliseconds that fewer events wait for others: less than anybody notices, and long to a processor.</summary>
    public const int GatheringTime = 10;

    /// <summary>Milliseconds after which an empty batch says that the reading goes on, where nothing matches.</summary>
    public const int LongestSilence = 250;

    /// <summary>Pieces of one log that are no records and are named; the others are counted: a foreign file is one mistake.</summary>
    public const int PiecesNamed = 10;

    /// <summary>Bytes of such a piece that are shown.</summary>
    public const int PieceShown = 40;

    /// <summary>Logs with one cause of failure that are named; the others are counted: nobody reads the same of a thousand.</summary>
    public const int FaultsNamed = 10;

    /// <summary>Events with copies that say something else, and such that are written differently, that are named; the others are counted.</summary>
    public const int CopiesNamed = 10;

    // Filtering.

    /// <summary>Names that a message shows of those that were likely meant, or that were read in place of what was asked for.</summary>
    public const int NamesShown = 3;

    /// <summary>Callers of another name that are counted, to say who was likely meant: a few of them are shown.</summary>
    public const int NearCallers = 100;

    // Files.

    /// <summary>Bytes at the beginning of a content by which it is told what it is: no first line of columns is longer.</summary>
    public const int LookedAt = 16 << 10;

    /// <summary>Bytes of the largest file of an archive that is held, to be read once more where it has a fault.</summary>
    public const int LargestHeldEntry = 16 << 20;

    /// <summary>
    /// Bytes of texts, and of logs in compressed tar archives, that are held after they were read, to be compared with copies: they
    /// can be had again only by reading an archive from its beginning, or not at all.
    /// </summary>
    public const long HeldToCompare = 64 << 20;

    /// <summary>Bytes of the largest file that is opened to see whether it holds nothing but blanks: such files are small.</summary>
    public const int LargestBlankFile = 1024;

    /// <summary>Bytes of a statement that asks a table: Athena takes no longer one.</summary>
    public const int LargestStatement = 262_144;

    /// <summary>Characters of an answer that come with a call counted in a table, to tell failure; of a longer one the row comes.</summary>
    public const int LongestCountedAnswer = 256;

    /// <summary>Bytes of the longest name of a saved file: file systems take 255, and a fetch in progress adds to it.</summary>
    public const int LongestFileName = 240;

    /// <summary>Characters of a response plan's name in the name of its incident's page.</summary>
    public const int PlanInFileName = 60;

    /// <summary>Bytes of a log that are fetched and hashed at a time while it is saved.</summary>
    public const int SavedAtOnce = 128 << 10;

    /// <summary>How long after it was written to last a file that is not whole may still become so.</summary>
    public static readonly TimeSpan FileBeingWritten = TimeSpan.FromMinutes(15);

    /// <summary>How often a file is opened at most that somebody holds.</summary>
    public const int HeldFileTries = 10;

    /// <summary>How long it is left alone before that is tried again.</summary>
    public static readonly TimeSpan HeldFileWait = TimeSpan.FromMilliseconds(20);

    // Listing a bucket.

    /// <summary>Folders of one account and kind that are asked for Regions at once.</summary>
    public const int KindsAhead = 16;

    /// <summary>Folders of one Region that are listed at once.</summary>
    public const int RegionsAhead = 24;

    /// <summary>Pages of a folder read one after the other before the rest is divided by days and listed at once.</summary>
    public const int PagesInTurn = 3;

    /// <summary>Pages of a list that may be empty one after the other though more is said to follow; each is a request.</summary>
    public const int EmptyPagesInTurn = 1000;

    /// <summary>Spans of days of one folder that are listed at once.</summary>
    public const int SpansAhead = 6;

    /// <summary>Folders of a bucket that are looked into for a trail that is not at the place asked.</summary>
    public const int FoldersLookedInto = 32;

    /// <summary>Names of folders that a message shows of those there are.</summary>
    public const int FoldersShown = 5;

    // Delivery.

    /// <summary>How late CloudTrail delivers a log as a rule. An answer whose end is nearer than this may lack events.</summary>
    public static readonly TimeSpan UsualDelivery = TimeSpan.FromMinutes(15);

    /// <summary>How much earlier than its events a log's name may say.</summary>
    public static readonly TimeSpan NamesMayBeEarly = TimeSpan.FromMinutes(15);

    /// <summary>How long after the hour it is of a digest may be delivered: within the next.</summary>
    public static readonly TimeSpan DigestsFollow = TimeSpan.FromHours(2);

    // A checkpoint.

    /// <summary>How long somebody may have a checkpoint open that cannot be replaced meanwhile, before it is said that it is not written.</summary>
    public static readonly TimeSpan CheckpointHeld = TimeSpan.FromSeconds(30);

    // Log integrity.

    /// <summary>How often CloudTrail writes a digest.</summary>
    public static readonly TimeSpan DigestPeriod = TimeSpan.FromHours(1);

    /// <summary>How long after the newest digest's end a test may go on without missing the next.</summary>
    public static readonly TimeSpan DigestMissing = TimeSpan.FromMinutes(30);

    /// <summary>How far from whole hours apart the ends of a chain's digests may be: another begins when it was turned on.</summary>
    public static readonly TimeSpan DigestDrift = TimeSpan.FromMinutes(5);

    /// <summary>The year in which CloudTrail wrote its first digest: what is named for an earlier one is none.</summary>
    public const int FirstDigestYear = 2015;

    /// <summary>Bytes that a digest inflates to: one of half a million logs.</summary>
    public const long LargestDigest = 256L << 20;

    /// <summary>Bytes, as stored, of the largest log that is held to be proven before it is read: CloudTrail's have some MB.</summary>
    public const long LargestProven = 512L << 20;

    /// <summary>Chains of digests that are walked ahead of the one whose verdicts are given: a short one is mostly waited for.</summary>
    public const int ChainsAhead = 4;

    /// <summary>Digests or logs that are listed before it is said that the listing goes on.</summary>
    public const int ListedInSilence = 500;

    /// <summary>Logs of a copy that are hashed in one go: a file on disk costs less than handing it from thread to thread.</summary>
    public const int LogsTogether = 64;

    // Event history.

    /// <summary>How far Event history reaches back.</summary>
    public static readonly TimeSpan HistoryReach = TimeSpan.FromDays(90);

    /// <summary>How long an event is waited for where nothing else is said: history shows a call after 5 to 15 minutes.</summary>
    public static readonly TimeSpan HistoryPatience = TimeSpan.FromMinutes(20);

    /// <summary>How long after an answer history is asked again: what appears takes minutes, and the quota is everybody's.</summary>
    public static readonly TimeSpan HistoryInterval = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How far before the newest event that was seen history is asked again, by a waiting, a watching and a later reading alike: it
    /// shows a call after 5 to 15 minutes as a rule and now and then much later, and in no order of time.
    /// </summary>
    public static readonly TimeSpan HistoryLateness = TimeSpan.FromHours(2);

    // What ties a call to an incident.

    /// <summary>How long before its start an incident's plan may have failed to start it.</summary>
    public static readonly TimeSpan FailedStart = TimeSpan.FromHours(1);

    /// <summary>How far from an incident's start Incident Manager makes its OpsItem.</summary>
    public static readonly TimeSpan OpsItem = TimeSpan.FromMinutes(1);

    /// <summary>How long before a start something may have happened to the incident without the start being a repeated one.</summary>
    public static readonly TimeSpan StartIsRepeat = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long after an engagement time alone ties a page to it, and how long after a resolution an alias does: an incident that stays open, or
    /// is over, does not collect all pages.
    /// </summary>
    public static readonly TimeSpan PageHorizon = TimeSpan.FromHours(24);

    /// <summary>How far the time that a note claims may be from when it was added before it is called back-dated.</summary>
    public static readonly TimeSpan NoteTolerance = TimeSpan.FromMinutes(5);
}
