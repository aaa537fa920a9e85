namespace IncidentTrail.PowerShell;

/// <summary>
/// What the cmdlets bound: how much they gather from the pipeline, how much is fetched at once, how often they show how far
/// they are. The engine's are in <c>EngineLimits</c>, the adapter's in <c>AdapterLimits</c>.
/// </summary>
internal static class CmdletLimits
{
    /// <summary>Files or texts from the pipeline that are read together: enough for all processors, and soon there.</summary>
    public const int InputsTogether = 32;

    /// <summary>Keys from the pipeline that are fetched together: as many as keep the usual downloads busy for a while.</summary>
    public const int KeysTogether = 256;

    /// <summary>Logs fetched at once where <c>-ThrottleLimit</c> says nothing: the adapter's own number, which it is asked for.</summary>
    public const int DownloadsAtOnce = 128;

    /// <summary>The most that <c>-ThrottleLimit</c> takes: each is a connection, and systems allow some thousand.</summary>
    public const int MostDownloads = 1024;

    /// <summary>The most minutes that <c>-ReuseMinutes</c> takes: Athena keeps no answer longer than seven days.</summary>
    public const int LongestReuse = 10_080;

    /// <summary>Files on disk that are read at once to be tested: a few more than there are processors.</summary>
    public static int FilesAhead => Environment.ProcessorCount + 2;

    /// <summary>Milliseconds between two pictures of the progress: seldom enough to cost nothing.</summary>
    public const int ProgressInterval = 250;

    /// <summary>How long a bucket or Event history is left alone that is watched: a delivery comes some five minutes after its calls.</summary>
    public static readonly TimeSpan ListingInterval = TimeSpan.FromMinutes(1);

    /// <summary>The same of a folder, which costs nothing to look at.</summary>
    public static readonly TimeSpan FolderInterval = TimeSpan.FromSeconds(2);

    /// <summary>How often a watching touches the file of its supervisor.</summary>
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(5);

    /// <summary>What a timer is set to at most; the rest is waited for afterwards. Timers take some 49 days.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    /// <summary>Characters that a message shows of an argument that is no path.</summary>
    public const int ArgumentShown = 60;

    /// <summary>Columns that a text wraps itself for where no window says how wide it is: what PowerShell takes then.</summary>
    public const int UnknownWidth = 80;

    /// <summary>Columns below which a text does not wrap itself: hardly a word would fit.</summary>
    public const int NarrowestText = 10;

    /// <summary>Below so many cells a drawing says nothing any more.</summary>
    public const int NarrowestDrawing = 40;

    /// <summary>The most cells of a drawing's line.</summary>
    public const int WidestDrawing = 1000;

    /// <summary>Callers that Show-IncidentTrailActivity draws: some screens.</summary>
    public const int CallersDrawn = 20;

    /// <summary>Values of one kind that Tab remembers of the last answers: more nobody looks through.</summary>
    public const int ValuesRemembered = 100;

    /// <summary>Events of one answer that Tab remembers names of: enough to name those there are, and soon done.</summary>
    public const int EventsRemembered = 1000;

    /// <summary>Events, of one answer or several, that are held until Tab reads their names: the latest.</summary>
    public const int EventsUnread = 2 * EventsRemembered;

    /// <summary>Bytes of the largest event that is held for that; of a larger one the names are read at once.</summary>
    public const int LargestUnread = 8 << 10;

    /// <summary>The same of callers.</summary>
    public const int CallersRemembered = 1000;
}
