using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>
/// Finds the field that says that a call failed. A sign-in may have no error at all: its outcome is a member of the answer or of
/// the service's details that is named as the event is, <c>"responseElements":{"ConsoleLogin":"Failure"}</c>.
/// </summary>
internal static class CallOutcome
{
    private const string Failure = "Failure";

    // A step of a sign-in may be told by an event of another name.
    private static readonly string[] s_steps = ["ConsoleLogin", "CheckMfa", "SwitchRole", "CredentialVerification"];

    /// <summary>The field; null where nothing says that the call failed.</summary>
    internal static string? FieldOf(scoped in RecordView record) =>
        record.IsPresent(RecordField.ErrorCode) ? "errorCode"
        : record.IsPresent(RecordField.ErrorMessage) ? "errorMessage"
        : Outcome(record, RecordField.ResponseElements, "responseElements")
            ?? Outcome(record, RecordField.ServiceEventDetails, "serviceEventDetails");

    /// <summary>The step that failed, by an answer as JSON; null where it tells of none.</summary>
    internal static string? StepOf(string? eventName, ReadOnlySpan<byte> answer)
    {
        if (!MayHoldFailure(answer) || Field.Object(TrailValue.Parse(answer)) is not { } body)
            return null;
        foreach (var step in (ReadOnlySpan<string?>)[eventName, .. s_steps])
        {
            if (step is not null && Field.Text(body[step]) == Failure)
                return step;
        }
        return null;
    }

    // Asked of every record: its name is made where it is needed alone.
    private static string? Outcome(scoped in RecordView record, RecordField field, string name) =>
        MayHoldFailure(record.Get(field)) && StepOf(record.Name, record.Get(field)) is { } step ? $"{name}.{step}" : null;

    // Asked of every record: most answers are left unparsed. The word may be written with escapes, and inside text with more.
    private static bool MayHoldFailure(ReadOnlySpan<byte> json) =>
        json.Length > Failure.Length && (json.IndexOf("Failure"u8) >= 0 || (json.Contains((byte)'\\') && json.IndexOf("\\u"u8) >= 0));
}
