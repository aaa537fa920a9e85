using System.Text;
using IncidentTrail.Actions;
using IncidentTrail.Events;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Calls;

/// <summary>
/// Reads from a record's bytes what nearly every call is gathered by: the incident record's ARN that it names. It reads what
/// is written as services write it, and says of all else that it cannot: then the parameters are parsed. It never says
/// anything else than parsing does.
/// </summary>
internal sealed class IncidentNaming
{
    private const string InRequest = "requestParameters.";
    private const string InResponse = "responseElements.";

    private readonly byte[]? _asked;
    private readonly byte[]? _answered;

    private IncidentNaming(string? path)
    {
        if (path?.StartsWith(InRequest, StringComparison.Ordinal) == true)
            _asked = Encoding.ASCII.GetBytes(path[InRequest.Length..]);
        else if (path?.StartsWith(InResponse, StringComparison.Ordinal) == true)
            _answered = Encoding.ASCII.GetBytes(path[InResponse.Length..]);
    }

    internal static IncidentNaming Of(TrailAction? action) => new(action?.IncidentParameter);

    /// <summary>The incident record's ARN that a call names where its kind does; empty where that needs the parameters parsed.</summary>
    internal ReadOnlySpan<byte> ArnIn(scoped in RecordView record)
    {
        var (field, name) = _asked is not null ? (RecordField.RequestParameters, _asked) : (RecordField.ResponseElements, _answered);
        return name is not null && PlainMembers.Find(record.Get(field), name, out var value) == PlainMembers.Answer.Found
            && PlainMembers.Text(value) is var text && text.StartsWith("arn:"u8) ? text : default;
    }
}
