using IncidentTrail.Actions;
using IncidentTrail.Events;
using IncidentTrail.Filtering;
using IncidentTrail.Incidents;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Linking;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Patterns;
using IncidentTrail.Records;

namespace IncidentTrail;

/// <summary>
/// Rebuilds incidents from events. The events may come in any order, several times, and with others among them; what
/// comes out is the same. Not for several threads at once.
/// </summary>
public sealed class IncidentReconstruction
{
    private readonly TrailIncidentQuery _query;
    private readonly TrailCoverage? _coverage;
    private readonly TrailFilter? _filter;
    private readonly bool _isAmongOthers;
    private readonly PatternSet _arns;
    private readonly PatternSet _plans;
    private readonly PatternSet _statuses;
    private readonly PatternSet _titles;
    private readonly IncidentNames _names = new();
    private readonly CallGathering _gathering;
    private readonly ReadingExtent _extent = new();
    private CallOrigin? _origin;
    private TrailIncidentBasis _basis;

    /// <summary>Makes a reconstruction; the incidents carry the coverage.</summary>
    /// <exception cref="FormatException">A filter cannot be understood, such as a CIDR block.</exception>
    public IncidentReconstruction(TrailIncidentQuery query, TrailCoverage? coverage)
    {
        _query = query;
        _coverage = coverage;
        _filter = query.Filter is { } filter ? new TrailFilter(filter) : null;
        _isAmongOthers = query.Filter is { AllServices: true };
        _arns = new PatternSet(query.IncidentRecordArn);
        _plans = new PatternSet(query.ResponsePlan);
        _statuses = new PatternSet(query.Status);
        _titles = new PatternSet(query.Title);
        _gathering = new CallGathering(_names);
    }

    /// <summary>
    /// What must be read for incidents that a query chooses: every event of Incident Manager in its window, and the
    /// runbooks and OpsItems of incidents. With a look-back the window begins that much earlier, and changes that other
    /// services record are read too.
    /// </summary>
    /// <param name="regionsToAsk">Keeps the Regions, which tell Event history where to ask.</param>
    public static TrailQuery ReadingFor(TrailQuery chosen, TimeSpan? lookBack, bool regionsToAsk = false)
    {
        var others = IncidentEvents.Others(changesToo: lookBack is not null);
        return new TrailQuery
        {
            EventSource = chosen.AllServices ? [] : [.. IncidentManagerSources.All, .. others.Keys],
            EventNamesOf = others,
            AllServices = chosen.AllServices,
            Region = regionsToAsk ? chosen.Region : [],
            StartTimeUtc = lookBack is { } span ? Earlier(chosen.StartTimeUtc, span) : chosen.StartTimeUtc,
            EndTimeUtc = chosen.EndTimeUtc,
            DeliverySlack = chosen.DeliverySlack,
            MaxInflatedSize = chosen.MaxInflatedSize,
            ThrottleLimit = chosen.ThrottleLimit,
        };
    }

    /// <summary>Takes an event that a source was read for; those that have nothing to do with incidents only show how far the reading goes.</summary>
    public void Add(TrailEvent trailEvent)
    {
        _origin = CallOrigin.Of(trailEvent.View, trailEvent.SourceLog, trailEvent.Envelope, before: _origin);
        _extent.Add(_origin, trailEvent.EventTimeUtc);
        _gathering.Add(trailEvent, _origin);
    }

    /// <summary>Takes a record of a session's reading, which gives none twice; no event is made of it.</summary>
    internal void Add(scoped in RecordBytes bytes, in KeptRecord kept, TrailLog log, IRecordChunks chunks)
    {
        var view = new RecordView(bytes, log, TextPool.OfThread, kept.Envelope);
        _origin = CallOrigin.Of(view, log, kept.Envelope, before: _origin);
        _extent.Add(_origin, kept.TimeUtc);
        _gathering.Add(bytes, kept, _origin, view, _isAmongOthers ? null : chunks);
    }

    /// <summary>Takes an event from the pipeline: nobody knows what was filtered out before it, and the coverage says so.</summary>
    public void AddFromPipeline(TrailEvent trailEvent)
    {
        _basis = TrailIncidentBasis.Pipeline;
        if (_coverage?.Account.Pipeline() is { } account)
        {
            account.Read(1);
            account.Kept(1, late: 0, trailEvent.SourceLog);
        }
        Add(trailEvent);
    }

    /// <summary>Where <see cref="Incidents"/> gave none, or none of what was asked for beside others: why not, where that is not plain; else null.</summary>
    public TrailNotice? Doubt { get; private set; }

    /// <summary>What <see cref="Incidents"/> passed over, since only failed calls name it; null where there is nothing of the kind.</summary>
    public TrailNotice? OnlyFailed { get; private set; }

    /// <summary>The incidents chosen, by when they began.</summary>
    public IReadOnlyList<TrailIncident> Incidents()
    {
        var calls = _gathering.Calls();
        var linking = new IncidentLinking(calls, _names);
        var writer = new IncidentWriter(linking, _extent, _query, _coverage, _basis);
        var chosen = linking.Incidents.Where(IsChosen).ToList();
        Doubt = chosen.Count == 0 ? EmptyIncidents.Of(_query, calls, [.. linking.Incidents], [.. linking.Incidents.Where(IsNamed)]) : null;
        var written = Written(writer, [.. chosen
            .OrderBy(f => f.StartUtc ?? f.FirstUtc ?? DateTime.MaxValue).ThenBy(f => f.Key, StringComparer.Ordinal)]);
        List<TrailIncident> given = [.. written.Where(IsChosen)];
        Doubt ??= given.Count == 0 ? EmptyIncidents.Of(_query, written) : EmptyIncidents.Beside(_query, calls, [.. linking.Incidents]);
        // What nobody changed has neither status nor title.
        OnlyFailed = _statuses.IsEmpty && _titles.IsEmpty ? linking.FailedAlone.Notice(IsChosen, isBesideIncidents: given.Count > 0) : null;
        return given;
    }

    // What each is written of nobody changes any more.
    private static TrailIncident[] Written(IncidentWriter writer, IncidentFile[] files)
    {
        var written = new TrailIncident[files.Length];
        ManyIncidents.Each(files.Length, i => written[i] = writer.Write(files[i]));
        return written;
    }

    // What is known when an incident is written.
    private bool IsChosen(TrailIncident incident) =>
        (_statuses.IsEmpty || _statuses.IsMatch(incident.Status)) && (_titles.IsEmpty || _titles.IsMatch(incident.Title));

    private bool IsChosen(IncidentFile file) =>
        IsNamed(file) && (_filter is null || file.Calls.Exists(c => c.Call.IsKeptBy(_filter)));

    private bool IsNamed(IncidentFile file) =>
        (_arns.IsEmpty || IsNamed(_arns, file.Arn, ArnText.LastPart(file.Arn), $"{file.Parts?.Name}/{file.Parts?.Id}"))
        && (_plans.IsEmpty || IsNamed(_plans, file.Parts?.Name, PlanArn(file)));

    private static bool IsNamed(PatternSet patterns, params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (patterns.IsMatch(name))
                return true;
        }
        return false;
    }

    // A shared plan's account is not the incident's: the start names it.
    private static string? PlanArn(IncidentFile file) => file.Start?.Asked("responsePlanArn") is { } named && ResourceName.OfArn(named) is not null
        ? named
        : file.Parts is null
        ? null
        : file.Arn.Replace("incident-record/", "response-plan/", StringComparison.OrdinalIgnoreCase) is var text
            && text.LastIndexOf('/') is var slash and > 0 ? text[..slash] : null;

    private static DateTime? Earlier(DateTime? time, TimeSpan span) =>
        time is { } t ? (t - DateTime.MinValue > span ? t - span : DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc)) : null;
}
