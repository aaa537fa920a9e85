using IncidentTrail.Incidents.Results;

namespace IncidentTrail;

/// <summary>One field of the incident record that a call set.</summary>
public sealed class TrailFieldChange
{
    /// <summary>The field, as the API names it: status, impact, title, summary, chatChannel, notificationTargets.</summary>
    public required string Field { get; init; }

    /// <summary>The value set; text, or JSON for what is no simple value; <c>not recorded</c> where the record masks it.</summary>
    public required string Value { get; init; }

    // Somebody may have written "not recorded".
    internal bool IsRecorded { get; init; }

    /// <summary>The value before, where exactly one earlier event of this incident set it; else null.</summary>
    public string? Previous { get; init; }

    /// <summary>Why <see cref="Previous"/> is not known; null where it is, or where the value was repeated.</summary>
    public string? PreviousUnknown => Unknown?.ToString();

    /// <summary>The same, told apart from what people wrote.</summary>
    internal UnknownValue? Unknown { get; init; }

    /// <summary>True where the field had this value already: nothing changed.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>True where another call set the field in the same second: which was last is not known.</summary>
    public bool IsContested { get; init; }

    /// <summary>Field, value before and value.</summary>
    public override string ToString() => TextForDisplay.Plain(
        IsRepeat ? $"{Field}: {Value}, again" : $"{Field}: {Previous ?? PreviousUnknown} -> {Value}");
}
