namespace IncidentTrail.Drawings;

/// <summary>The signs that a drawing is made of: Unicode's, or ASCII's where the terminal's encoding has no others.</summary>
internal sealed record DrawingSigns(
    string Start, string Status, string Page, string Other, string Failed, char Lane, char Open, char Resolved, char Unknown, string More, string Levels)
{
    /// <summary>Certain, then inferred, of each kind.</summary>
    internal static DrawingSigns Unicode { get; } = new("▶▷", "■□", "◆◇", "●○", "✗✗", '·', '━', '─', '┄', "…", "▁▂▃▄▅▆▇█");

    internal static DrawingSigns Ascii { get; } = new("Ss", "Tt", "Pp", "Oo", "XX", '.', '=', '-', '~', "...", ".:-=+*#@");

    /// <summary>The sign of a step.</summary>
    internal char Of(TrailStepKind kind, bool failed, bool inferred) => (failed ? Failed : Pair(kind))[inferred ? 1 : 0];

    private string Pair(TrailStepKind kind) => kind switch
    {
        TrailStepKind.Start => Start,
        TrailStepKind.Status => Status,
        TrailStepKind.Engagement or TrailStepKind.Disengagement or TrailStepKind.Acknowledgement or TrailStepKind.Delivery => Page,
        _ => Other,
    };
}
