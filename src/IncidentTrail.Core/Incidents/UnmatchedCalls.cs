using IncidentTrail.Filtering;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Results;
using IncidentTrail.Texts;

namespace IncidentTrail.Incidents;

/// <summary>
/// Says what of the filters of events matches no call where incidents are chosen by their calls. A caller who was likely meant may have
/// called and yet be in no incident: then no other filter gives one, and it is said so.
/// </summary>
internal static class UnmatchedCalls
{
    /// <summary>Where no incident was chosen; null where nothing is odd.</summary>
    /// <param name="asked">The filters.</param>
    /// <param name="calls">All calls that were read.</param>
    /// <param name="files">The incidents of which none has a call that matches.</param>
    internal static TrailNotice? Of(TrailQuery asked, IReadOnlyList<IncidentCall> calls, IEnumerable<IncidentFile> files)
    {
        var (all, inside) = Judged(asked, calls, files);
        return With(Unmatched.Of(asked, [inside.NearCallers]), Unmatched.Nothing, Outsiders(all.NearCallers, inside.NearCallers), OfAccounts(asked, calls));
    }

    /// <summary>
    /// Where no incident was read: a filter chooses among logs, too, and what it cannot match leaves none. What the window left out
    /// whoever read says. Null where nothing is odd.
    /// </summary>
    internal static TrailNotice? OfValues(TrailQuery asked)
    {
        var odd = (from filter in Unmatched.Names(asked)
                   from value in filter.Texts
                   from doubt in Unmatched.OfValue(asked, filter.Parameter, value)
                   select doubt).Distinct().ToList();
        return odd.Count == 0 ? null : TrailNotice.Warning(Unmatched.Nothing + ' ' + string.Join(' ', odd));
    }

    /// <summary>Beside incidents that were chosen: of several values of a filter those that no call matches; null where nothing is odd.</summary>
    /// <param name="asked">The filters.</param>
    /// <param name="calls">All calls that were read.</param>
    /// <param name="files">The incidents that were read.</param>
    internal static TrailNotice? Beside(TrailQuery asked, IReadOnlyList<IncidentCall> calls, IEnumerable<IncidentFile> files)
    {
        if (!Unmatched.Names(asked).Any(filter => filter.Texts.Count > 1))
            return null;
        var (all, inside) = Judged(asked, calls, files);
        var outsiders = Outsiders(all.NearCallers, inside.NearCallers).Where(near => all.InVain.IsUnseenCaller(near.Asked));
        return With(Unmatched.Beside(all.InVain, inside.NearCallers), Unmatched.SomeInVain, outsiders, OfAccounts(asked, calls));
    }

    // Judged anew, each call once: whoever chose incidents stopped at the first call that matched.
    private static (TrailFilter All, TrailFilter Inside) Judged(TrailQuery asked, IReadOnlyList<IncidentCall> calls, IEnumerable<IncidentFile> files)
    {
        var linked = files.SelectMany(file => file.Calls.Select(linked => linked.Call)).ToHashSet(ReferenceEqualityComparer.Instance);
        var (all, inside) = (new TrailFilter(asked), new TrailFilter(asked));
        foreach (var call in calls)
        {
            call.IsKeptBy(all);
            if (linked.Contains(call))
                call.IsKeptBy(inside);
        }
        return (all, inside);
    }

    private static IEnumerable<NearCaller> Outsiders(NearCallers all, NearCallers inside) =>
        all.Names.ExceptBy(inside.Names.Select(near => near.Name), near => near.Name);

    // Incidents are read whole, over all accounts: an account of which nothing is there looks like one without incidents.
    private static string? OfAccounts(TrailQuery asked, IReadOnlyList<IncidentCall> calls)
    {
        var missing = asked.AccountId.Where(account => Unmatched.IsLiteral(account)
            && Unmatched.OfValue(asked, nameof(asked.AccountId), account).Count == 0 && !IsThere(account, calls)).ToList();
        return missing.Count == 0 ? null
            : $"No call that was read is of account {string.Join(", ", missing)}; those read are of {ShownNames.Of([.. calls.Select(call => call.AccountId).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])}.";
    }

    private static bool IsThere(string account, IReadOnlyList<IncidentCall> calls)
    {
        var filter = new TrailFilter(new TrailQuery { AllServices = true, EventCategory = ["*"], AccountId = [account] });
        return calls.Any(call => call.IsKeptBy(filter));
    }

    private static TrailNotice? With(
        TrailNotice? said, string otherwise, IEnumerable<NearCaller> outsiders, string? accounts)
    {
        var texts = outsiders.Take(EngineLimits.NamesShown).Select(near => FormattableString.Invariant(
            $"{near.Name} has {near.Count} {Counted.Noun(near.Count, "event")}, in none of these incidents; Get-IncidentTrailEvent -Caller *{near.Asked}* finds them."))
            .Append(accounts).OfType<string>().ToList();
        return texts.Count == 0 ? said : TrailNotice.Warning($"{said?.Text ?? otherwise} {string.Join(' ', texts)}");
    }
}
