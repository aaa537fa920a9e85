using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>
/// What a count of callers needs of a record, seen while its bytes are in the processor's cache: whoever counts need not look into
/// them, but where it meets a caller for the first time. Its texts are numbers, of the <see cref="CallTexts"/> that gave them.
/// </summary>
internal readonly struct CallSight
{
    /// <summary>In place of the ticks of a time, where there is none.</summary>
    internal const long NoTime = -1;

    /// <summary>
    /// The fields of a record, a bit each, that may be asked for once its call was looked at: those that tell a caller who is not
    /// known, those that tell the call's copies, and the id that a duplicate is named by.
    /// </summary>
    internal const ulong AskedLater =
        (1UL << (int)RecordField.UserIdentity) | (1UL << (int)RecordField.SourceIPAddress) | (1UL << (int)RecordField.EventType)
        | (1UL << (int)RecordField.SessionCredentialFromConsole) | (1UL << (int)RecordField.AdditionalEventData)
        | (1UL << (int)RecordField.EventSource) | (1UL << (int)RecordField.InsightDetails)
        | (1UL << (int)RecordField.SharedEventId) | (1UL << (int)RecordField.EventId);

    [MethodImpl(Jit.Hot)]
    private CallSight(scoped in RecordView record, DateTime? timeUtc, bool isAction)
    {
        CallerHash = record.CallerHash;
        Ticks = TicksOf(timeUtc);
        Access = isAction ? record.Access : TrailAccess.Unclassified;
        Failed = record.Failed;
        IsShared = record.IsPresent(RecordField.SharedEventId);
    }

    /// <summary>What stands for the fields that tell the caller.</summary>
    internal SeededHash CallerHash { get; }

    /// <summary>When the call was made, in ticks of UTC.</summary>
    internal long Ticks { get; }

    internal TrailAccess Access { get; }

    internal bool Failed { get; }

    /// <summary>Whether the call may have a copy in another account, by an id that the record tells.</summary>
    internal bool IsShared { get; }

    internal uint Name { get; private init; }

    internal uint Address { get; private init; }

    internal uint UserAgent { get; private init; }

    internal uint Region { get; private init; }

    /// <summary>The account whose event it is, where something else than the caller says it; else 0.</summary>
    internal uint StatedAccount { get; private init; }

    internal static long TicksOf(DateTime? timeUtc) => timeUtc?.Ticks ?? NoTime;

    /// <summary>Looks at a record.</summary>
    internal static CallSight Of(scoped in RecordView record, CallTexts texts)
    {
        var name = record.Name;
        return new CallSight(record, record.TimeUtc, TrailActions.HasName(name))
        {
            Name = texts.NumberOf(name),
            Address = texts.NumberOf(record.Repeated(RecordField.SourceIPAddress)),
            UserAgent = texts.NumberOf(record.Repeated(RecordField.UserAgent)),
            Region = texts.NumberOf(record.Region),
            StatedAccount = texts.NumberOf(record.StatedAccount.Id),
        };
    }

    /// <summary>Looks at a record that is being read, and whose time is known.</summary>
    [MethodImpl(Jit.Hot)]
    internal static CallSight Of(scoped in RecordView record, CallTextPool pool, DateTime? timeUtc)
    {
        var name = pool.NumberOf(record.Get(RecordField.EventName), out var isAction);
        var (region, account) = (pool.NumberOf(record.Get(RecordField.AwsRegion)), pool.NumberOf(record.Get(RecordField.RecipientAccountId)));
        return new CallSight(record, timeUtc, isAction)
        {
            Name = name,
            Address = pool.NumberOfAddress(record.Get(RecordField.SourceIPAddress)),
            UserAgent = pool.NumberOf(record.Get(RecordField.UserAgent)),
            Region = region != 0 ? region : pool.Texts.NumberOf(record.Region),
            StatedAccount = account != 0 ? account : pool.Texts.NumberOf(record.StatedAccount.Id),
        };
    }
}
