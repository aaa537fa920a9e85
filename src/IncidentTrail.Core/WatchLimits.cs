namespace IncidentTrail;

/// <summary>
/// What bounds a watching, which has no end of its own: what it remembers, how often it speaks, how it deals with a queue and with
/// a service that does not answer. The other numbers are in <see cref="EngineLimits"/>.
/// </summary>
internal static class WatchLimits
{
    // Whatever is watched.

    /// <summary>Events that a watching remembers at least: what is delivered again comes within minutes.</summary>
    public const int EventsRemembered = 50_000;

    /// <summary>How often a watching looks at the clock while nothing comes.</summary>
    public static readonly TimeSpan WatchPulse = TimeSpan.FromSeconds(2);

    /// <summary>How often it says that it lives.</summary>
    public static readonly TimeSpan SignOfLife = TimeSpan.FromMinutes(3);

    /// <summary>Events that a checkpoint remembers once all of a source was given, eight bytes each.</summary>
    public const int EventsInCheckpoint = 65_536;

    /// <summary>Looks at a source from one try to read a log that cannot be read to the next, at most: 16 minutes of a bucket.</summary>
    public const int MostLooksBetweenTries = 16;

    // A queue.

    /// <summary>Messages and notices that wait to be read, beside the logs that are fetched.</summary>
    public const int MessagesAhead = 64;

    /// <summary>Receivers while messages wait in the queue; while none does, there is one.</summary>
    public const int MostReceivers = 8;

    /// <summary>Calls under way at once that delete.</summary>
    public const int DeletionsAtOnce = 4;

    /// <summary>Calls that delete a message again before it is left to come again.</summary>
    public const int DeletionAttempts = 12;

    /// <summary>Messages whose events were given and that wait to be deleted: they come again where the process is killed.</summary>
    public const int GivenUndeleted = 32;

    /// <summary>How long the giving of more waits for that at most.</summary>
    public static readonly TimeSpan DeletionPatience = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the queue is asked to wait for a message: SQS waits no longer.</summary>
    public static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    /// <summary>How long a message is hidden from others where the queue does not tell: SQS's own default.</summary>
    public static readonly TimeSpan UsualVisibility = TimeSpan.FromSeconds(30);

    /// <summary>How often at least it is looked whether that time is to be extended.</summary>
    public static readonly TimeSpan LongestLeaseStep = TimeSpan.FromSeconds(10);

    /// <summary>How long messages that were given wait for others, to be deleted in one call.</summary>
    public static readonly TimeSpan DeletionGathering = TimeSpan.FromMilliseconds(50);

    /// <summary>The wait before a message is deleted again; it doubles.</summary>
    public static readonly TimeSpan FirstDeletionWait = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest of these waits.</summary>
    public static readonly TimeSpan LongestDeletionWait = TimeSpan.FromSeconds(2);

    /// <summary>Failures after which an outage is said: a call that fails once and not again is nothing that anybody has to know.</summary>
    public const int OutageSaid = 2;

    /// <summary>Failures of one log, each after all attempts, after which it is asked whether others can be had.</summary>
    public const int FailuresOfOneLog = 5;

    /// <summary>The wait after the first failure of a service that is watched; it doubles.</summary>
    public static readonly TimeSpan FirstOutageWait = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest of these waits.</summary>
    public static readonly TimeSpan LongestOutageWait = TimeSpan.FromSeconds(30);

    /// <summary>How long the end of a watching may take to delete what was given and to give back the rest: somebody waits.</summary>
    public static readonly TimeSpan QueueFarewell = TimeSpan.FromMilliseconds(700);

    /// <summary>How long a receive may take from when it was asked, where the watching ends meanwhile: it may have taken messages.</summary>
    public static readonly TimeSpan ReceiveFarewell = TimeSpan.FromMilliseconds(250);
}
