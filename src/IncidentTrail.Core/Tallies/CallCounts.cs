using IncidentTrail.Events;

namespace IncidentTrail.Tallies;

/// <summary>How many calls there were, and of what sort.</summary>
internal readonly record struct CallCounts(long Calls, long Changes, long Reads, long Failures)
{
    public static CallCounts Of(scoped in RecordView record)
    {
        var access = record.Access;
        var reads = access is TrailAccess.Read or TrailAccess.List;
        var changes = !reads && access != TrailAccess.Unclassified;
        return new CallCounts(1, changes ? 1 : 0, reads ? 1 : 0, record.Failed ? 1 : 0);
    }

    public static CallCounts operator +(CallCounts a, CallCounts b) =>
        new(a.Calls + b.Calls, a.Changes + b.Changes, a.Reads + b.Reads, a.Failures + b.Failures);
}
