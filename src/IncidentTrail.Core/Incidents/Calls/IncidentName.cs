using IncidentTrail.Actions;

namespace IncidentTrail.Incidents.Calls;

/// <summary>A text by which calls name an incident; there is one for each text.</summary>
/// <param name="number">Its place among the names: the first is 0.</param>
/// <param name="text">The text: an ARN, or an id.</param>
/// <param name="key">What it is found by, however it is spelled.</param>
/// <param name="parts">The parts of an ARN; null for an id.</param>
internal sealed class IncidentName(int number, string text, string key, IncidentArn? parts)
{
    internal int Number { get; } = number;

    internal string Text { get; } = text;

    internal string Key { get; } = key;

    internal IncidentArn? Parts { get; } = parts;

    /// <summary>Whether it is an incident record's ARN.</summary>
    internal bool IsRecord { get; } = parts?.Kind == IncidentArn.IncidentRecord;

    /// <summary>How many calls name it so.</summary>
    internal int Calls { get; set; }
}
