using IncidentTrail.Actions;

namespace IncidentTrail.Incidents;

/// <summary>A text by which calls name an incident; there is one for each text.</summary>
/// <param name="text">The text: an ARN, or an id.</param>
/// <param name="key">What it is found by, however it is spelled.</param>
/// <param name="parts">The parts of an ARN; null for an id.</param>
internal sealed class IncidentName(string text, string key, IncidentArn? parts)
{
    internal string Text { get; } = text;

    internal string Key { get; } = key;

    internal IncidentArn? Parts { get; } = parts;

    /// <summary>Whether it is an incident record's ARN.</summary>
    internal bool IsRecord { get; } = parts?.Kind == IncidentArn.IncidentRecord;

    /// <summary>How many calls name it so.</summary>
    internal int Calls { get; set; }

    /// <summary>The incident of that key, once it was looked for and found.</summary>
    internal IncidentFile? File { get; set; }
}
