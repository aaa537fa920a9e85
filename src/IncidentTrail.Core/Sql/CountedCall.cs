using System.Text.Json;
using IncidentTrail.Events;
using IncidentTrail.Records;

namespace IncidentTrail.Sql;

/// <summary>What was called, and whether it failed.</summary>
internal readonly record struct CountedCall(string? Source, string? Name, bool Failed)
{
    private const int Answers = 3;

    /// <summary>Reads what <see cref="CallerStatement"/> tells of a call.</summary>
    internal static CountedCall Read(string json)
    {
        var texts = CountedRow.Texts(json);
        return new CountedCall(texts[0], texts[1], texts[2] is not null || texts.Skip(Answers).Any(answer => TellsFailure(texts[1], answer)));
    }

    private static bool TellsFailure(string? name, string? answer) =>
        answer is not null && CallOutcome.StepOf(name, RebuiltRecord.Value(answer, RecordField.ResponseElements)) is not null;
}
