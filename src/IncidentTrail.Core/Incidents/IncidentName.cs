namespace IncidentTrail.Incidents;

/// <summary>A text by which calls name an incident; there is one for each text.</summary>
/// <param name="text">The text: an ARN, or an id.</param>
/// <param name="key">What it is found by, however it is spelled.</param>
/// <param name="isRecord">Whether it is an incident record's ARN.</param>
internal sealed class IncidentName(string text, string key, bool isRecord)
{
    internal string Text { get; } = text;

    internal string Key { get; } = key;

    internal bool IsRecord { get; } = isRecord;

    /// <summary>How many calls name it so.</summary>
    internal int Calls { get; set; }

    /// <summary>The incident of that key, once it was looked for and found.</summary>
    internal IncidentFile? File { get; set; }
}
