using System.Runtime.CompilerServices;

namespace IncidentTrail.Incidents;

/// <summary>When an incident was resolved and reopened, from every setting of its status.</summary>
internal sealed class StatusChanges
{
    [MethodImpl(Jit.Hot)]
    internal StatusChanges(IncidentFile file)
    {
        foreach (var second in file.Statuses.GroupBy(s => s.TimeUtc))
            Take([.. second]);
        Last = file.Statuses.Count > 0 ? file.Statuses[^1].Call : null;
    }

    /// <summary>The status; null where no call told it, or several told different ones in the last second.</summary>
    internal string? Status { get; private set; }

    /// <summary>True where calls of one second set different statuses, and no later call did.</summary>
    internal bool IsContested { get; private set; }

    internal IncidentCall? Last { get; }

    internal IncidentCall? FirstResolution { get; private set; }

    internal IncidentCall? LastResolution { get; private set; }

    internal IncidentCall? LastReopening { get; private set; }

    internal int Reopenings { get; private set; }

    [MethodImpl(Jit.Hot)]
    private void Take(List<(DateTime TimeUtc, string Status, IncidentCall Call)> second)
    {
        IsContested = second.DistinctBy(s => s.Status).Count() > 1;
        var (_, status, call) = second.Find(s => s.Status == "RESOLVED") is { Call: not null } resolution ? resolution : second[0];
        if (status == "RESOLVED" && Status != "RESOLVED")
        {
            FirstResolution ??= call;
            LastResolution = call;
        }
        else if (status == "OPEN" && Status == "RESOLVED")
        {
            Reopenings++;
            LastReopening = call;
        }
        Status = IsContested ? null : status;
    }
}
