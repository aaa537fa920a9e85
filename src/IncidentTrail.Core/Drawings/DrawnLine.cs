namespace IncidentTrail.Drawings;

/// <summary>A line of a drawing: parts of text, each with what it is.</summary>
internal sealed record DrawnLine(IReadOnlyList<(string Text, DrawnStyle Style)> Parts)
{
    internal static DrawnLine Empty { get; } = new([]);

    internal DrawnLine(string text, DrawnStyle style = DrawnStyle.Plain)
        : this([(text, style)])
    {
    }

    /// <summary>The line without colours.</summary>
    internal string Text => string.Concat(Parts.Select(p => p.Text)).TrimEnd();
}
