using System.Runtime.CompilerServices;
using IncidentTrail.Actions;
using IncidentTrail.Events;
using IncidentTrail.Json;
using IncidentTrail.Patterns;
using IncidentTrail.Records;

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
    private readonly PatternSet _agent;
    private readonly PatternSet _category;
    private readonly AddressPattern[] _address;
    private readonly HashSet<string> _eventIds;

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
        _agent = new PatternSet(query.UserAgent);
        _category = new PatternSet(
            query.EventCategory.Count > 0 ? query.EventCategory : chosenBefore ? ["*"] : ["Management", "Data"]);
        _address = [.. query.SourceIPAddress.Select(AddressPattern.Parse)];
        NearCallers = new NearCallers(query.Caller);
        _eventIds = new HashSet<string>(query.EventId, StringComparer.OrdinalIgnoreCase);
        Needles = TrailPrefilter.For(query);
        InVain = new ValuesInVain(query, chosenBefore);
    }

    /// <summary>Callers that were not asked for and whose names hold what was.</summary>
    internal NearCallers NearCallers { get; }

    /// <summary>Which of several values matched nothing that was kept, as far as that is odd.</summary>
    internal ValuesInVain InVain { get; }

    /// <summary>Texts one of which every match holds; where empty, every record is read.</summary>
    internal IReadOnlyList<ByteNeedle> Needles { get; }

    /// <summary>True where only callers are counted.</summary>
    internal bool CallersAlone => _query.CallersAlone;

    /// <summary>What the filter says of a record.</summary>
    [MethodImpl(Jit.Hot)]
    internal FilterVerdict Judge(scoped in RecordView record)
    {
        if (!_source.IsEmpty && !IncidentManagerSources.IsMatch(_source, record.Source))
            return FilterVerdict.Drop;
        if (!IsNameOfSource(record) || !Cheap(record))
            return FilterVerdict.Drop;
        if (_query.StartTimeUtc is not null || _query.EndTimeUtc is not null)
        {
            if (record.TimeUtc is not { } time)
                return FilterVerdict.DropWithoutTime;
            if (time < _query.StartTimeUtc || time >= _query.EndTimeUtc)
                return FilterVerdict.Drop;
        }
        if (!Costly(record))
            return FilterVerdict.Drop;
        InVain.Keep(record);
        return FilterVerdict.Keep;
    }

    /// <summary>What the filter says of an event that is already read.</summary>
    internal FilterVerdict Judge(TrailEvent trailEvent) => Judge(trailEvent.View);

    [MethodImpl(Jit.Hot)]
    private bool IsNameOfSource(scoped in RecordView record) =>
        _query.EventNamesOf.Count == 0
        || record.Source is not { } source
        || !_query.EventNamesOf.TryGetValue(source, out var names)
        || names.Contains(record.Name, StringComparer.OrdinalIgnoreCase);

    [MethodImpl(Jit.Hot)]
    private bool Cheap(scoped in RecordView record)
    {
        if (!_name.IsEmpty && !_name.IsMatch(record.NameOrWatched))
            return false;
        if (!IsOrdinaryCategory(record.Get(RecordField.EventCategory)) && !_category.IsMatch(record.EventCategory))
            return false;
        if ((_query.ChangesOnly || _query.Access.Count > 0 || _query.Category.Count > 0) && !IsActionWanted(record.Action))
            return false;
        if (!_region.IsEmpty && !_region.IsMatch(record.Region))
            return false;
        if (!_account.IsEmpty && !_account.IsMatch(record.Account.Id))
            return false;
        if (!_error.IsEmpty && !_error.IsMatch(record.ErrorCodeOrWatched))
            return false;
        if (_query.Failed is { } failed && failed != record.Failed)
            return false;
        return _eventIds.Count == 0 || record.Text(RecordField.EventId) is { } id && _eventIds.Contains(id);
    }

    // What nearly every record says, where nothing else was asked for.
    private bool IsOrdinaryCategory(ReadOnlySpan<byte> category) =>
        _query.EventCategory.Count == 0 && (category.SequenceEqual("\"Management\""u8) || category.SequenceEqual("\"Data\""u8));

    private bool IsActionWanted(TrailAction? action)
    {
        var access = action?.Access ?? TrailAccess.Unclassified;
        if (_query.ChangesOnly && access is TrailAccess.Read or TrailAccess.List)
            return false;
        if (_query.Access.Count > 0 && !_query.Access.Contains(access))
            return false;
        return _query.Category.Count == 0 || action?.Category is { } category && _query.Category.Contains(category);
    }

    [MethodImpl(Jit.Hot)]
    private bool Costly(scoped in RecordView record)
    {
        if (_address.Length > 0)
        {
            var address = record.Repeated(RecordField.SourceIPAddress);
            if (!Array.Exists(_address, a => a.IsMatch(address)))
                return false;
        }
        if (!_key.IsEmpty && !_key.IsMatch(record.Caller.AccessKeyId))
            return false;
        if (!_agent.IsEmpty && !_agent.IsMatch(record.Repeated(RecordField.UserAgent)))
            return false;
        if (_query.Client.Count > 0 && !_query.Client.Contains(record.Client.Client))
            return false;
        if (_query.CallerKind.Count > 0 && !_query.CallerKind.Contains(record.Caller.Kind))
            return false;
        return (_caller.IsEmpty || IsCallerWanted(record.Caller)) && (_resource.IsEmpty || IsResourceWanted(record));
    }

    private bool IsCallerWanted(TrailCaller caller)
    {
        if (_caller.IsMatch(caller.Name) || _caller.IsMatch(caller.Arn) || _caller.IsMatch(caller.SessionName)
            || _caller.IsMatch(caller.IssuerArn))
            return true;
        NearCallers.Note(caller.Name);
        return false;
    }

    private bool IsResourceWanted(scoped in RecordView record)
    {
        var (resource, incident) = record.Named(
            record.Value(RecordField.RequestParameters), record.Value(RecordField.ResponseElements));
        if (_resource.IsMatch(resource) || _resource.IsMatch(incident))
            return true;
        return Array.Exists(Field.List(record.Value(RecordField.Resources)), r => _resource.IsMatch(Field.Text(r, "ARN")));
    }
}
