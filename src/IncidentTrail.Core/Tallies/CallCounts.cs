using IncidentTrail.Events;
using IncidentTrail.Sql;

namespace IncidentTrail.Tallies;

/// <summary>How many calls there were, and of what sort.</summary>
internal readonly record struct CallCounts(
    long Calls, long Changes, long Reads, long Failures, long LongTermKeys, long Temporary)
{
    /// <summary>One call of a caller of whom so much is so.</summary>
    public static CallCounts Of(in CallSight call, CallerFlags caller) => Of(call.Access, call.Failed, caller);

    public static CallCounts Of(CountedCall call, TrailCaller caller) =>
        Of(TrailActions.Find(call.Source, call.Name)?.Access ?? TrailAccess.Unclassified, call.Failed, PackedCaller.FlagsOf(caller));

    private static CallCounts Of(TrailAccess access, bool failed, CallerFlags caller)
    {
        var reads = access is TrailAccess.Read or TrailAccess.List;
        var changes = !reads && access != TrailAccess.Unclassified;
        return new CallCounts(
            1, changes ? 1 : 0, reads ? 1 : 0, failed ? 1 : 0,
            (caller & CallerFlags.LongTermKey) != 0 ? 1 : 0, (caller & CallerFlags.Temporary) != 0 ? 1 : 0);
    }

    public static CallCounts operator +(CallCounts a, CallCounts b) =>
        new(
            a.Calls + b.Calls, a.Changes + b.Changes, a.Reads + b.Reads, a.Failures + b.Failures,
            a.LongTermKeys + b.LongTermKeys, a.Temporary + b.Temporary);

    /// <summary>So many calls alike.</summary>
    public static CallCounts operator *(CallCounts a, long times) =>
        new(a.Calls * times, a.Changes * times, a.Reads * times, a.Failures * times, a.LongTermKeys * times, a.Temporary * times);

    /// <summary>
    /// One call, by two of its records, whichever is read first: another account's copy does not tell the credentials, and what
    /// one of them tells is so.
    /// </summary>
    public CallCounts Or(CallCounts copy)
    {
        var changes = Math.Max(Changes, copy.Changes);
        return new CallCounts(
            Math.Max(Calls, copy.Calls), changes, changes > 0 ? 0 : Math.Max(Reads, copy.Reads), Math.Max(Failures, copy.Failures),
            Math.Max(LongTermKeys, copy.LongTermKeys), Math.Max(Temporary, copy.Temporary));
    }
}
