using System.Runtime.CompilerServices;
using IncidentTrail.Actions;
using IncidentTrail.Json;
using IncidentTrail.Patterns;
using IncidentTrail.Records;
using IncidentTrail.Times;

namespace IncidentTrail.Filtering;

/// <summary>A query made ready for records: cheap questions first, those that need objects last.</summary>
internal sealed class TrailFilter
{
    private readonly TrailQuery _query;
    private readonly PatternSet _source;
    private readonly PatternSet _name;
    private readonly PatternSet _key;
    private readonly PatternSet _error;
    private readonly PatternSet _account;
    private readonly PatternSet _region;
    private readonly PatternSet _caller;
    private readonly PatternSet _resource;
    private readonly PatternSet _category;
    private readonly AddressPattern[] _address;
    private readonly HashSet<string> _eventIds;
    private RecordFields? _ofEvents;

    /// <param name="query">What is asked for.</param>
    /// <param name="chosenBefore">Events of the pipeline: whoever passed them on has chosen the services and categories, so
    /// only what the query names is filtered, and not what it leaves to the defaults.</param>
    internal TrailFilter(TrailQuery query, bool chosenBefore = false)
    {
        _query = query;
        _source = new PatternSet(query switch
        {
            { EventSource.Count: > 0 } => query.EventSource,
            { AllServices: true } => [],
            _ when chosenBefore => [],
            _ => IncidentManagerSources.All,
        });
        _name = new PatternSet(query.EventName);
        _key = new PatternSet(query.AccessKeyId);
        _error = new PatternSet(query.ErrorCode);
        _account = new PatternSet(query.AccountId);
        _region = new PatternSet(query.Region);
        _caller = new PatternSet(query.Caller);
        _resource = new PatternSet(query.ResourceArn);
        _category = new PatternSet(
            query.EventCategory.Count > 0 ? query.EventCategory : chosenBefore ? ["*"] : ["Management", "Data"]);
        _address = [.. query.SourceIPAddress.Select(AddressPattern.Parse)];
        _eventIds = new HashSet<string>(query.EventId, StringComparer.OrdinalIgnoreCase);
        Needles = TrailPrefilter.For(query);
    }

    /// <summary>Texts one of which every match holds; where empty, every record is read.</summary>
    internal IReadOnlyList<ByteNeedle> Needles { get; }

    [MethodImpl(Jit.Hot)]
    internal FilterVerdict Judge(ReadOnlySpan<byte> json, RecordFields fields, TrailLog log, TextPool pool)
    {
        if (!_source.IsEmpty && !IncidentManagerSources.IsMatch(_source, Source(json, fields, pool)))
            return FilterVerdict.Drop;
        if (!IsNameOfSource(json, fields, pool) || !Cheap(json, fields, log, pool))
            return FilterVerdict.Drop;
        if (_query.StartTimeUtc is not null || _query.EndTimeUtc is not null)
        {
            if (!TrailTimeText.TryParseRecordTime(fields.Get(json, RecordField.EventTime), out var time))
                return FilterVerdict.DropWithoutTime;
            if (time < _query.StartTimeUtc || time >= _query.EndTimeUtc)
                return FilterVerdict.Drop;
        }
        return Costly(json, fields) ? FilterVerdict.Keep : FilterVerdict.Drop;
    }

    /// <summary>What the filter says of an event that is already read. Not for several threads at once.</summary>
    [MethodImpl(Jit.Hot)]
    internal FilterVerdict Judge(TrailEvent trailEvent)
    {
        using var held = trailEvent.Hold();
        var json = held.Json;
        _ofEvents ??= new RecordFields();
        return _ofEvents.TryRead(json) ? Judge(json, _ofEvents, trailEvent.SourceLog, TextPool.OfThread) : FilterVerdict.Drop;
    }

    /// <summary>The category of a record: its own word, else what its type and <c>managementEvent</c> say.</summary>
    [MethodImpl(Jit.Hot)]
    internal static string Category(string? category, string? type, bool? managementEvent) =>
        category is { Length: > 0 } ? category
        : type == "AwsCloudTrailInsight" ? "Insight"
        : type is "AwsVpceEvent" or "AwsVpceEvents" ? "NetworkActivity"
        : type == "AwsAggregatedEvent" ? "Aggregated"
        : managementEvent == false ? "Data" : "Management";

    // Insights records carry the watched API inside.
    [MethodImpl(Jit.Hot)]
    private static string? Source(ReadOnlySpan<byte> json, RecordFields fields, TextPool pool) =>
        RecordText.Get(fields.Get(json, RecordField.EventSource), pool)
        ?? (TrailValue.Parse(fields.Get(json, RecordField.InsightDetails)) as TrailObject)?["eventSource"] as string;

    [MethodImpl(Jit.Hot)]
    private bool IsNameOfSource(ReadOnlySpan<byte> json, RecordFields fields, TextPool pool) =>
        _query.EventNamesOf.Count == 0
        || RecordText.Get(fields.Get(json, RecordField.EventSource), pool) is not { } source
        || !_query.EventNamesOf.TryGetValue(source, out var names)
        || names.Contains(RecordText.Get(fields.Get(json, RecordField.EventName), pool), StringComparer.OrdinalIgnoreCase);

    [MethodImpl(Jit.Hot)]
    private bool Cheap(ReadOnlySpan<byte> json, RecordFields fields, TrailLog log, TextPool pool)
    {
        if (!_name.IsEmpty && !_name.IsMatch(RecordText.Get(fields.Get(json, RecordField.EventName), pool)))
            return false;
        if (!IsOrdinaryCategory(fields.Get(json, RecordField.EventCategory)) && !_category.IsMatch(Category(
            RecordText.Get(fields.Get(json, RecordField.EventCategory), pool),
            RecordText.Get(fields.Get(json, RecordField.EventType), pool),
            RecordText.GetBoolean(fields.Get(json, RecordField.ManagementEvent)))))
            return false;
        if ((_query.ChangesOnly || _query.Access.Count > 0 || _query.Category.Count > 0) && !IsActionWanted(json, fields, pool))
            return false;
        if (!_region.IsEmpty
            && !_region.IsMatch(RecordText.Get(fields.Get(json, RecordField.AwsRegion), pool) ?? log.Region))
            return false;
        if (!_account.IsEmpty
            && !_account.IsMatch(RecordText.Get(fields.Get(json, RecordField.RecipientAccountId), pool) ?? log.AccountId))
            return false;
        if (!_error.IsEmpty && !_error.IsMatch(Given(RecordText.Get(fields.Get(json, RecordField.ErrorCode), pool))))
            return false;
        if (_query.Failed is { } failed && failed != RecordText.IsFailure(json, fields))
            return false;
        return _eventIds.Count == 0
            || RecordText.Get(fields.Get(json, RecordField.EventId)) is { } id && _eventIds.Contains(id);
    }

    // Calls without an access key or an error hold the field with nothing in it: * asks for those that have one.
    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // What nearly every record says, where nothing else was asked for.
    private bool IsOrdinaryCategory(ReadOnlySpan<byte> category) =>
        _query.EventCategory.Count == 0 && (category.SequenceEqual("\"Management\""u8) || category.SequenceEqual("\"Data\""u8));

    [MethodImpl(Jit.Hot)]
    private bool IsActionWanted(ReadOnlySpan<byte> json, RecordFields fields, TextPool pool)
    {
        var action = TrailActions.Find(
            RecordText.Get(fields.Get(json, RecordField.EventSource), pool),
            RecordText.Get(fields.Get(json, RecordField.EventName), pool));
        var access = action?.Access ?? TrailAccess.Unclassified;
        if (_query.ChangesOnly && access is TrailAccess.Read or TrailAccess.List)
            return false;
        if (_query.Access.Count > 0 && !_query.Access.Contains(access))
            return false;
        return _query.Category.Count == 0 || action?.Category is { } category && _query.Category.Contains(category);
    }

    [MethodImpl(Jit.Hot)]
    private bool Costly(ReadOnlySpan<byte> json, RecordFields fields)
    {
        if (_address.Length > 0)
        {
            var address = RecordText.Get(fields.Get(json, RecordField.SourceIPAddress));
            if (!Array.Exists(_address, a => a.IsMatch(address)))
                return false;
        }
        if (_key.IsEmpty && _caller.IsEmpty && _resource.IsEmpty)
            return true;
        var identity = TrailValue.Parse(fields.Get(json, RecordField.UserIdentity));
        if (!_key.IsEmpty && !_key.IsMatch(Given((identity as TrailObject)?["accessKeyId"] as string)))
            return false;
        if (!_caller.IsEmpty)
        {
            var caller = TrailCaller.From(
                identity,
                RecordText.Get(fields.Get(json, RecordField.SourceIPAddress)),
                RecordText.Get(fields.Get(json, RecordField.EventType)),
                RecordText.GetBoolean(fields.Get(json, RecordField.SessionCredentialFromConsole)) == true);
            if (!_caller.IsMatch(caller.Name) && !_caller.IsMatch(caller.Arn) && !_caller.IsMatch(caller.SessionName)
                && !_caller.IsMatch(caller.IssuerArn))
                return false;
        }
        return _resource.IsEmpty || IsResourceWanted(json, fields);
    }

    private bool IsResourceWanted(ReadOnlySpan<byte> json, RecordFields fields)
    {
        var action = TrailActions.Find(
            RecordText.Get(fields.Get(json, RecordField.EventSource)), RecordText.Get(fields.Get(json, RecordField.EventName)));
        var (resource, incident) = ActionResources.Find(
            action,
            TrailValue.Parse(fields.Get(json, RecordField.RequestParameters)),
            TrailValue.Parse(fields.Get(json, RecordField.ResponseElements)));
        if (_resource.IsMatch(resource) || _resource.IsMatch(incident))
            return true;
        return TrailValue.Parse(fields.Get(json, RecordField.Resources)) is object[] resources
            && Array.Exists(resources, r => r is TrailObject o && _resource.IsMatch(o["ARN"] as string));
    }
}
