using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Tallies;

namespace IncidentTrail.Incidents;

/// <summary>What the calls of an incident are together, seen in one pass: most incidents are asked for nothing else of most of their calls.</summary>
internal sealed class CallTotals
{
    private DistinctTexts _accounts;
    private DistinctTexts _regions;

    /// <param name="calls">The incident's calls, in order of time.</param>
    internal CallTotals(List<LinkedCall> calls)
    {
        foreach (ref readonly var linked in CollectionsMarshal.AsSpan(calls))
        {
            var call = linked.Call;
            Count(call);
            if (call.TimeUtc is not null)
            {
                LastTimed = call;
                if (Engaged is null && call.Counts && call.Kind.IsEngagement)
                    Engaged = linked;
            }
            if (linked.Link != TrailLink.Certain)
                continue;
            _accounts.Add(call.AccountId);
            _regions.Add(call.Region);
            foreach (var account in call.OtherAccounts)
                _accounts.Add(account);
        }
    }

    /// <summary>Successful starts, retries not counted.</summary>
    internal int Starts { get; private set; }

    /// <summary>Successful calls that changed something, retries not counted.</summary>
    internal int Changes { get; private set; }

    /// <summary>Successful calls that only read.</summary>
    internal int Reads { get; private set; }

    internal int Failures { get; private set; }

    internal int Retries { get; private set; }

    /// <summary>The last call whose time is known; null where none is.</summary>
    internal IncidentCall? LastTimed { get; }

    /// <summary>The first successful engagement whose time is known; null where there is none.</summary>
    internal LinkedCall? Engaged { get; }

    /// <summary>The accounts that received records of calls which belong to it with certainty.</summary>
    internal TrailList<string> Accounts => _accounts.Sorted();

    /// <summary>The Regions of these.</summary>
    internal TrailList<string> Regions => _regions.Sorted();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(IncidentCall call)
    {
        Retries += call.RetryOf is null ? 0 : 1;
        if (call.Failed)
            Failures++;
        else if (call.IsRead)
            Reads++;
        else
            Changes += call.Counts ? 1 : 0;
        Starts += call.Kind.IsStart && call.Counts ? 1 : 0;
    }
}
