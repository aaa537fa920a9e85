using System.Runtime.CompilerServices;
using IncidentTrail.Events;

namespace IncidentTrail.Tallies;

/// <summary>How many calls there were, and of what sort.</summary>
internal readonly record struct CallCounts(
    long Calls, long Changes, long Reads, long Failures, long LongTermKeys, long Temporary)
{
    [MethodImpl(Jit.Hot)]
    public static CallCounts Of(scoped in RecordView record, TrailCaller caller)
    {
        var access = record.Access;
        var reads = access is TrailAccess.Read or TrailAccess.List;
        var changes = !reads && access != TrailAccess.Unclassified;
        return new CallCounts(
            1, changes ? 1 : 0, reads ? 1 : 0, record.Failed ? 1 : 0, caller.UsesLongTermKey ? 1 : 0,
            caller.UsesTemporaryCredentials ? 1 : 0);
    }

    public static CallCounts operator +(CallCounts a, CallCounts b) =>
        new(
            a.Calls + b.Calls, a.Changes + b.Changes, a.Reads + b.Reads, a.Failures + b.Failures,
            a.LongTermKeys + b.LongTermKeys, a.Temporary + b.Temporary);

    /// <summary>One call, by two of its records: another account's copy does not tell the credentials.</summary>
    public CallCounts Or(CallCounts copy) => this with
    {
        LongTermKeys = Math.Max(LongTermKeys, copy.LongTermKeys),
        Temporary = Math.Max(Temporary, copy.Temporary),
    };
}
