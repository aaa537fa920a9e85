namespace IncidentTrail.Aws;

/// <summary>
/// What the adapter bounds: how often and how long it tries, how long it waits for an answer, and what it holds.
/// </summary>
internal static class AdapterLimits
{
    /// <summary>
    /// Attempts while a service throttles: a shared quota frees itself in tens of seconds, and the waits between are 13
    /// to 52 s in all.
    /// </summary>
    public const int ThrottledAttempts = 8;

    /// <summary>
    /// Attempts while a service or the connection fails: the waits between are 1.5 to 7.5 s in all, which outlasts a
    /// restart; more would hide an outage.
    /// </summary>
    public const int TransientAttempts = 5;

    /// <summary>
    /// How often a bucket is followed to another Region: once by a redirect, once by its answer; more is a circle.
    /// </summary>
    public const int MostMoves = 3;

    /// <summary>
    /// How often a sweep of Event history starts again without a new event before its refused token is a fault.
    /// </summary>
    public const int RestartsWithoutProgress = 3;

    /// <summary>Pages listed at once: folders are many, and S3 answers a page in some 100 ms.</summary>
    public const int PagesAtOnce = 16;

    /// <summary>
    /// Lists of folders that are kept of a listing, to be asked for at the beginning of the next: an organization of more
    /// accounts is listed by many at once anyway.
    /// </summary>
    public const int FoldersKnown = 64;

    /// <summary>
    /// Downloads in flight where <c>-ThrottleLimit</c> says nothing: a log is some 10 KB, so latency is what is paid
    /// for. S3 gives 5,500 objects a second below a prefix: at 20 ms each this is some 6,400, and each Region's day is a
    /// prefix of its own.
    /// </summary>
    public const int DownloadsAtOnce = 128;

    /// <summary>
    /// An object up to this is read whole, so that its connection is free at once; logs are far below it.
    /// </summary>
    public const int LargestHeld = 8 << 20;

    /// <summary>Bytes of an object up to which its memory is kept for the next: with as many as are downloaded at once it is 8 MB at most.</summary>
    public const int LargestPooled = 32 << 10;

    /// <summary>What an object of unknown size is counted as until its answer tells.</summary>
    public const int AssumedSize = 1 << 20;

    /// <summary>Bytes of objects held before they are read.</summary>
    public const long BytesHeld = 64L << 20;

    /// <summary>Bytes of Event history held before they are delivered: some 25,000 events.</summary>
    public const long HistoryHeld = 64L << 20;

    /// <summary>
    /// The largest answer read whole: a list or a page is below 1 MB, and a server that sends without end is not
    /// followed.
    /// </summary>
    public const int LargestAnswer = 64 << 20;

    /// <summary>The largest answer of STS and SSO: their credentials are below 8 KB.</summary>
    public const int LargestCredentials = 1 << 20;

    /// <summary>The most that a credential_process may print, in characters.</summary>
    public const int LargestPrinted = 1 << 20;

    /// <summary>The largest error read: S3's are below 1 KB.</summary>
    public const int LargestError = 64 << 10;

    /// <summary>Characters of an error's text that are shown.</summary>
    public const int LongestMessage = 400;

    /// <summary>The longest first wait before another attempt.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    /// <summary>The same for a bucket: its requests are many and small, and S3 frees itself sooner.</summary>
    public static readonly TimeSpan FirstBucketWait = TimeSpan.FromMilliseconds(200);

    /// <summary>What no wait exceeds, whatever a service asks for: somebody sits before it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>How long a connection may take.</summary>
    public static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long an answer may take to begin, and each piece of a body to come. S3 and CloudTrail answer late when
    /// loaded.
    /// </summary>
    public static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The same for STS and SSO, which answer in a second or not at all, before anything else can begin.
    /// </summary>
    public static readonly TimeSpan CredentialPatience = TimeSpan.FromSeconds(30);

    /// <summary>The same for a queue, which is asked to wait 20 s for a message.</summary>
    public static readonly TimeSpan QueuePatience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a machine's own address for credentials may be silent, in all: where there is one it answers in
    /// milliseconds, and where there is none it may accept and never answer.
    /// </summary>
    public static readonly TimeSpan MachinePatience = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The spacing of LookupEvents: two a second are allowed, with 10 ms for what the network adds or takes.
    /// </summary>
    public static readonly TimeSpan LookupSpacing = TimeSpan.FromMilliseconds(510);

    /// <summary>How long after the start of a query its state is first asked: small ones end in a second.</summary>
    public static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(100);

    /// <summary>What no wait between two such questions exceeds: a limit of bytes is to stop a query soon.</summary>
    public static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(2);

    /// <summary>How long the stopping of a query may take, and the answer to a start that is under way when it is stopped.</summary>
    public static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(900);

    /// <summary>
    /// What no wait before another attempt at Athena exceeds: the attempts of a call that is throttled to the end, and of too
    /// many queries, are over within a minute whatever Athena asks for.
    /// </summary>
    public static readonly TimeSpan LongestQueryWait = TimeSpan.FromSeconds(8);

    /// <summary>In how many pieces at least the rows of a page are read: who has enough after the first asks for no further page.</summary>
    public const int PiecesOfPage = 16;

    /// <summary>How many of these are read ahead: enough to read while the next page, which comes after this one alone, is fetched.</summary>
    public const int PiecesAhead = 4;

    /// <summary>Rows of a page of results: Athena gives no more.</summary>
    public const int RowsInPage = 1000;

    /// <summary>
    /// AWS accepts signatures five minutes off; a smaller difference of the clocks is not what a refusal is about.
    /// </summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(4);

    /// <summary>
    /// How long a connection is used: a service moves to other addresses, and name servers say so every few minutes.
    /// </summary>
    public static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a bucket's connection is kept unused: what the other end has closed meanwhile costs an attempt.
    /// </summary>
    public static readonly TimeSpan ConnectionRest = TimeSpan.FromSeconds(15);

    /// <summary>How long before the window keys are asked for: one that signed is good for some 30 days.</summary>
    public static readonly TimeSpan KeysBefore = TimeSpan.FromDays(31);

    /// <summary>How long before a digest's hour keys must have been asked for to know that none is there: it was signed after it.</summary>
    public static readonly TimeSpan KeysNeeded = TimeSpan.FromDays(1);

    /// <summary>How far back keys are asked for where the window has no beginning: more would ask again.</summary>
    public static readonly TimeSpan KeysReachedBack = TimeSpan.FromDays(400);

    /// <summary>How long temporary credentials without an expiry are used: STS gives none that end sooner.</summary>
    public static readonly TimeSpan RoleAgain = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long the credentials of an object without an expiry are used before the object is asked again.
    /// </summary>
    public static readonly TimeSpan SuppliedAgain = TimeSpan.FromMinutes(5);
}
