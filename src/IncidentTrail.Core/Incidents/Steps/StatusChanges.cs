using System.Runtime.InteropServices;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Tallies;

namespace IncidentTrail.Incidents.Steps;

/// <summary>
/// When an incident was resolved and reopened, from every setting of its status. Where calls of one second set different
/// ones, every course that their order leaves open is followed, and only what is the same in all of them is told.
/// </summary>
internal sealed class StatusChanges
{
    private const string Resolved = "RESOLVED";
    private const string Open = "OPEN";

    private List<Course> _courses = [default];

    internal StatusChanges(IncidentFile file)
    {
        // They are in order of time.
        var all = CollectionsMarshal.AsSpan(file.Statuses);
        for (int first = 0, next; first < all.Length; first = next)
        {
            next = first + 1;
            while (next < all.Length && all[next].TimeUtc == all[first].TimeUtc)
                next++;
            Take(all[first..next]);
        }
        Last = file.Statuses.Count > 0 ? file.Statuses[^1].Call : null;
        var resolvers = new DistinctTexts();
        foreach (var (timeUtc, status, call) in all)
        {
            if (status == Resolved && MayBeLastResolution(timeUtc))
                resolvers.Add(call.Caller.Name);
        }
        Resolvers = resolvers.Sorted();
    }

    // What had become of the status, if the calls came in one of the orders that their times leave open.
    private readonly record struct Course(string? Status, int Reopenings, IncidentCall? Resolution, IncidentCall? Reopening);

    /// <summary>The status; null where no call told it, several told different ones in the last second, or the record masks the last.</summary>
    internal string? Status => IsContested || IsUnrecorded ? null : _courses[0].Status;

    /// <summary>True where the record masks the status that was set last.</summary>
    internal bool IsUnrecorded => !IsContested && _courses[0].Status == IncidentFile.NotRecorded;

    /// <summary>True where calls of one second set different statuses, and no later call did.</summary>
    internal bool IsContested { get; private set; }

    internal IncidentCall? Last { get; }

    internal IncidentCall? FirstResolution { get; private set; }

    /// <summary>The call that resolved it last; null where none did, and where that depends on the order within a second.</summary>
    internal IncidentCall? LastResolution => Agreed(c => c.Resolution);

    /// <summary>True where it was resolved, and when last depends on the order within a second.</summary>
    internal bool IsLastResolutionContested => FirstResolution is not null && LastResolution is null;

    /// <summary>Who may have resolved it last: several where several set the status in that second, or in one of those that it may have been.</summary>
    internal TrailList<string> Resolvers { get; }

    /// <summary>The call that opened it again last; null where none did, and where that depends on the order within a second.</summary>
    internal IncidentCall? LastReopening => Agreed(c => c.Reopening);

    /// <summary>How often it was opened again, whatever the order within a second.</summary>
    internal int Reopenings => _courses.Min(c => c.Reopenings);

    private void Take(ReadOnlySpan<(DateTime TimeUtc, string Status, IncidentCall Call)> second)
    {
        IsContested = false;
        foreach (var setting in second)
        {
            IsContested |= setting.Status != second[0].Status;
            if (FirstResolution is null && setting.Status == Resolved)
                FirstResolution = setting.Call;
        }
        if (IsContested)
            TakeInAnyOrder([.. second]);
        else
        {
            for (var i = 0; i < _courses.Count; i++)
                _courses[i] = After(_courses[i], second[0].Status, second[0].Call);
        }
    }

    // Which was last is what tells the courses apart, and of those that are alike otherwise the fewest reopenings are certain.
    // What is neither of the two statuses known is one.
    private void TakeInAnyOrder(List<(DateTime TimeUtc, string Status, IncidentCall Call)> second)
    {
        var kinds = second.DistinctBy(s => s.Status is Resolved or Open ? s.Status : string.Empty).ToList();
        var courses = _courses.SelectMany(course => kinds.Select(last => After(
            kinds.Where(k => k.Status != last.Status).Aggregate(course, (c, k) => After(c, k.Status, k.Call)), last.Status, last.Call)));
        _courses = [.. courses.GroupBy(c => c with { Reopenings = 0 }).Select(alike => alike.MinBy(c => c.Reopenings))];
    }

    private static Course After(Course course, string status, IncidentCall call) => (course.Status, status) switch
    {
        (not Resolved, Resolved) => course with { Status = status, Resolution = call },
        (Resolved, Open) => course with { Status = status, Reopenings = course.Reopenings + 1, Reopening = call },
        _ => course with { Status = status },
    };

    private bool MayBeLastResolution(DateTime timeUtc)
    {
        foreach (var course in _courses)
        {
            if (course.Resolution?.TimeUtc == timeUtc)
                return true;
        }
        return false;
    }

    private IncidentCall? Agreed(Func<Course, IncidentCall?> of)
    {
        var first = of(_courses[0]);
        foreach (var course in _courses)
        {
            if (!ReferenceEquals(of(course), first))
                return null;
        }
        return first;
    }
}
