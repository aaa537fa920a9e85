using IncidentTrail.Actions;
using IncidentTrail.Events;
using IncidentTrail.Filtering;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Calls;

/// <summary>
/// One API call, from the records that tell of it: the caller's own record, copies that other accounts received, and
/// addenda, whose fields replace those of the record they complete. Of a call that is only counted nothing is parsed, and no
/// event is made.
/// </summary>
internal sealed class IncidentCall
{
    private const long NoTime = -1;

    private readonly StoredRecord _bytes;
    private readonly long _ticks;
    private readonly int _index;
    private readonly CallAdditions? _additions;
    private TrailEvent? _event;
    private CallBodies? _bodies;

    /// <summary>A call of one record, as a reading gives it.</summary>
    /// <param name="bytes">The record, which is kept.</param>
    /// <param name="kept">What the reading knows of it.</param>
    /// <param name="origin">Where it was found.</param>
    /// <param name="kind">The kind of call.</param>
    /// <param name="names">The names of incidents.</param>
    /// <param name="view">The record, to be read.</param>
    internal IncidentCall(
        in StoredRecord bytes, in KeptRecord kept, CallOrigin origin, CallKind kind, IncidentNames names, scoped in RecordView view)
    {
        (_bytes, Origin, _index) = (bytes, origin, kept.Index);
        (_ticks, Kind) = (kept.TimeUtc?.Ticks ?? NoTime, kind);
        ErrorCode = view.ErrorCode ?? view.ErrorMessage;
        IdMark = IdOrder.MarkOf(view.Get(RecordField.EventId));
        var arn = kind.Naming.ArnIn(view);
        Named = !arn.IsEmpty && names.Of(arn) is { IsRecord: true } named ? named
            : IncidentNamed() is { } text && !RequestText.IsMasked(text) ? names.Of(text) : null;
    }

    /// <summary>A call of one record.</summary>
    /// <param name="own">The record, as an event.</param>
    /// <param name="kind">The kind of call.</param>
    /// <param name="names">The names of incidents.</param>
    /// <param name="origin">Where it was found.</param>
    internal IncidentCall(TrailEvent own, CallKind kind, IncidentNames names, CallOrigin? origin = null)
        : this(own.Stored, new KeptRecord { Index = own.Index, TimeUtc = own.EventTimeUtc },
            origin ?? CallOrigin.Of(own.View, own.SourceLog, own.Envelope, before: null), kind, names, own.View) => _event = own;

    /// <summary>A call of several records.</summary>
    /// <param name="own">The record that stands for the call.</param>
    /// <param name="additions">What other records add to it.</param>
    /// <param name="names">The names of incidents.</param>
    internal IncidentCall(IncidentCall own, CallAdditions additions, IncidentNames names)
    {
        (_bytes, Origin, _index, _event) = (own._bytes, own.Origin, own._index, own.Event);
        (_ticks, Kind) = (own._ticks, own.Kind);
        IdMark = own.IdMark;
        _additions = additions;
        ErrorCode = additions.Newest(Event, "errorCode", e => e.View.ErrorCode) ?? additions.Newest(Event, "errorMessage", e => e.View.ErrorMessage);
        Named = IncidentNamed() is { } text && !RequestText.IsMasked(text) ? names.Of(text) : null;
    }

    /// <summary>The record that stands for the call, as an event.</summary>
    internal TrailEvent Event
    {
        get
        {
            if (_event is null)
                Interlocked.CompareExchange(ref _event, MakeEvent(), null);
            return _event;
        }
    }

    internal IReadOnlyList<TrailEvent> Records => _additions is null ? [Event] : [Event, .. _additions.Copies, .. _additions.Addenda];

    /// <summary>Where the record was found, and the place it tells.</summary>
    internal CallOrigin Origin { get; }

    internal DateTime? TimeUtc => _ticks == NoTime ? null : new DateTime(_ticks, DateTimeKind.Utc);

    /// <summary>What tells the record from others; null where it has no id.</summary>
    internal (ulong High, uint Low)? Identity => EventKey.IdentityOf(_bytes.Record);

    /// <summary>True where the record came late: its addendum says so.</summary>
    internal bool IsLate => View.IsLate;

    internal CallKind Kind { get; }

    /// <summary>True where other accounts may have received a record of it.</summary>
    internal bool IsShared => View.IsShared;

    internal string? EventId => View.Text(RecordField.EventId);

    /// <summary>The first of <see cref="EventId"/>, as a number: ids whose numbers differ are in the order of these.</summary>
    internal ulong IdMark { get; }

    /// <summary>The source as <see cref="IncidentManagerSources.ServiceOf"/> gives it.</summary>
    internal string Service => Kind.Service;

    /// <summary>
    /// The event's name as the catalogue spells it, or the table of other services' events: case is no difference, and
    /// whoever asks for a name need not think of it.
    /// </summary>
    internal string Name => Kind.Name;

    internal TrailAction? Action => Kind.Action;

    internal TrailObject? Request => Bodies.Request;

    internal TrailObject? Response => Bodies.Response;

    internal string? ErrorCode { get; }

    internal bool Failed => ErrorCode is not null;

    internal TrailCaller Caller => _event?.Caller ?? View.Caller;

    /// <summary>The account whose event it is; null where only the caller's is known: calls of one account are linked with certainty.</summary>
    internal string? AccountId => Origin.AccountId;

    /// <summary>The accounts that received copies of it.</summary>
    internal string[] OtherAccounts =>
        _additions is null ? [] : [.. _additions.Copies.Select(c => AccountOf(c.View)).OfType<string>()];

    internal string? Region => Origin.Region;

    /// <summary>What the client sent so that a repetition is known as one; null where it is missing or masked.</summary>
    internal string? Token => ClientToken.Of(Request);

    /// <summary>A number that calls with one <see cref="Token"/> have in common; 0 where none counts: calls that only read, or failed.</summary>
    internal ulong TokenMark => TokenMarkIn(View);

    /// <summary>The incident record that the parameters or elements name: an ARN, or the bare id given.</summary>
    internal string? IncidentRecordArn => ActionResources.Find(Action, Request, Response).IncidentRecordArn;

    /// <summary>What the call names, there or among its resources: an ARN, an id, or nothing.</summary>
    internal IncidentName? Named { get; }

    /// <summary>The call that this one repeats with the same token; null for all others.</summary>
    internal IncidentCall? RetryOf { get; set; }

    /// <summary>Its place in the order of time, among the calls gathered.</summary>
    internal int Place { get; set; }

    internal bool IsRead => Kind.IsRead;

    /// <summary>True where only an addendum is there, and the record it completes is not.</summary>
    internal bool IsOrphan => IsLate && OriginalEventId is not null;

    /// <summary>True where one of its records completes another; no call of one record, unless it is an orphan.</summary>
    internal bool IsCompleted => _additions is not null && Records.Any(r => r.OriginalEventId is not null);

    internal string? OriginalEventId => (View.Value(RecordField.Addendum) as TrailObject)?["originalEventID"] as string;

    /// <summary>Whether it succeeded and is no retry: only then it can have changed anything.</summary>
    internal bool Counts => !Failed && RetryOf is null;

    private CallBodies Bodies
    {
        get
        {
            if (_bodies is { } bodies)
                return bodies;
            var made = MakeBodies();
            return Interlocked.CompareExchange(ref _bodies, made, null) ?? made;
        }
    }

    /// <summary>Lets go of what was parsed, until somebody asks for it again.</summary>
    internal void Forget() => _bodies = null;

    // With bytes of its own: who holds it holds nothing else.
    private TrailEvent MakeEvent() =>
        new(StoredRecord.Copy(_bytes.Record), new KeptRecord { Index = _index, TimeUtc = TimeUtc, Envelope = Origin.Envelope }, Origin.Log);

    private CallBodies MakeBodies() => _additions is not null ? new CallBodies(Event, _additions)
        : _event is not null ? new CallBodies(_event)
        : new CallBodies(View);

    /// <summary>The record that stands for the call, to be read.</summary>
    internal RecordView View => new(_bytes.Record, Origin.Log, TextPool.OfThread, Origin.Envelope);

    internal bool Is(string name) => Kind.Is(name);

    /// <summary>A parameter's text; null where it is missing, empty or no simple value.</summary>
    internal string? Asked(string parameter) => Field.Text(Parameter(parameter));

    /// <summary>A parameter; null where it is missing. A simple value is read alone where it can be, and the others are not parsed.</summary>
    internal object? Parameter(string name) => _bodies is not null || _additions is not null ? Request?[name]
        : PlainMembers.Find(View.Get(RecordField.RequestParameters), name, out var value) switch
        {
            PlainMembers.Answer.Absent => null,
            PlainMembers.Answer.Found when value[0] is not ((byte)'{' or (byte)'[') => TrailValue.Parse(value),
            _ => Request?[name],
        };

    /// <summary>The same, by the record, which the caller has at hand.</summary>
    internal ulong TokenMarkIn(scoped in RecordView view) => IsRead || Failed ? 0
        : _additions is null && ClientToken.TryMarkOf(view, out var mark) ? mark : ClientToken.MarkOf(Token);

    /// <summary>Whether the filter keeps a record of it.</summary>
    internal bool IsKeptBy(TrailFilter filter) => _additions is null
        ? filter.Judge(View) == FilterVerdict.Keep
        : Records.Any(r => filter.Judge(r) == FilterVerdict.Keep);

    /// <summary>The account whose event a record is, where more than its caller says so.</summary>
    internal static string? AccountOf(scoped in RecordView record) =>
        record.Account is { Basis: not TrailAccountBasis.Caller } account ? account.Id : null;

    internal static int CompareRecords(IncidentCall a, IncidentCall b)
    {
        // Whoever sorts compares a call with itself too.
        if (ReferenceEquals(a, b))
            return 0;
        var byId = string.CompareOrdinal(a.EventId, b.EventId);
        if (byId != 0)
            return byId;
        var byAccount = string.CompareOrdinal(a.Event.RecipientAccountId, b.Event.RecipientAccountId);
        return byAccount != 0 ? byAccount : string.CompareOrdinal(a.Event.Json, b.Event.Json);
    }

    // The incident record that the parameters or elements name, or that CloudTrail lists among the resources where none does.
    private string? IncidentNamed() =>
        IncidentRecordArn ?? (View.IsPresent(RecordField.Resources)
            ? Field.List(Event.Resources).Select(r => Field.Text(r, "ARN")).FirstOrDefault(IncidentArn.IsIncidentRecord)
            : null);
}
