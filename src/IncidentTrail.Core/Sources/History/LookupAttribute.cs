namespace IncidentTrail.Sources.History;

/// <summary>The one condition that Event history matches itself, exactly and by case.</summary>
internal sealed record LookupAttribute(LookupAttributeKey Key, string Value)
{
    /// <summary>As in <c>EventSource=ssm-incidents.amazonaws.com</c>.</summary>
    public override string ToString() => $"{Key}={Value}";
}
