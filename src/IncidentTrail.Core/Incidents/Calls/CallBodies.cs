using IncidentTrail.Events;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Calls;

/// <summary>What a call asked and what was answered, parsed.</summary>
internal sealed class CallBodies
{
    /// <summary>Of a call of one record.</summary>
    internal CallBodies(scoped in RecordView record)
    {
        Request = Field.Object(record.Value(RecordField.RequestParameters));
        Response = Field.Object(record.Value(RecordField.ResponseElements));
    }

    /// <summary>Of a call of one record that was made an event, which has parsed them, or will.</summary>
    internal CallBodies(TrailEvent own)
    {
        Request = Field.Object(own.RequestParameters);
        Response = Field.Object(own.ResponseElements);
    }

    /// <summary>Of a call of several records.</summary>
    internal CallBodies(TrailEvent own, CallAdditions additions)
    {
        Request = Field.Object(additions.Newest(own, "requestParameters", e => e.RequestParameters))
            ?? additions.Copies.Select(c => Field.Object(c.RequestParameters)).FirstOrDefault(o => o is not null);
        Response = Field.Object(additions.Newest(own, "responseElements", e => e.ResponseElements))
            ?? additions.Copies.Select(c => Field.Object(c.ResponseElements)).FirstOrDefault(o => o is not null);
    }

    internal TrailObject? Request { get; }

    internal TrailObject? Response { get; }
}
