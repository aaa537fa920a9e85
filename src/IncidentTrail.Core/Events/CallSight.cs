using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>
/// What a count of callers needs of a record, seen while its bytes are in the processor's cache: whoever counts need not look into
/// them, but where it meets a caller for the first time.
/// </summary>
internal readonly struct CallSight
{
    [MethodImpl(Jit.Hot)]
    private CallSight(scoped in RecordView record, DateTime? timeUtc)
    {
        CallerHash = record.CallerHash;
        TimeUtc = timeUtc;
        Name = record.Name;
        Access = TrailActions.HasName(Name) ? record.Access : TrailAccess.Unclassified;
        Failed = record.Failed;
        SharedEventId = record.Text(RecordField.SharedEventId);
        Address = record.Repeated(RecordField.SourceIPAddress);
        UserAgent = record.Repeated(RecordField.UserAgent);
        Region = record.Region;
        StatedAccountId = record.StatedAccount.Id;
    }

    /// <summary>What stands for the fields that tell the caller.</summary>
    internal SeededHash CallerHash { get; }

    internal DateTime? TimeUtc { get; }

    internal string? Name { get; }

    internal TrailAccess Access { get; }

    internal bool Failed { get; }

    internal string? SharedEventId { get; }

    internal string? Address { get; }

    internal string? UserAgent { get; }

    internal string? Region { get; }

    /// <summary>The account whose event it is, where something else than the caller says it.</summary>
    internal string? StatedAccountId { get; }

    /// <summary>Looks at a record.</summary>
    internal static CallSight Of(scoped in RecordView record) => new(record, record.TimeUtc);

    /// <summary>Looks at a record whose time is known.</summary>
    internal static CallSight Of(scoped in RecordView record, DateTime? timeUtc) => new(record, timeUtc);
}
