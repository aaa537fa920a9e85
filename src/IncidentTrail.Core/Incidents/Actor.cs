namespace IncidentTrail.Incidents;

/// <summary>How a caller is named in a sentence, and whether two calls were made by the same one.</summary>
internal static class Actor
{
    private const string Chatbot = "chatbot.amazonaws.com";

    /// <summary>The caller as the subject of a sentence; of a person of Identity Center the person alone.</summary>
    internal static string Of(TrailEvent trailEvent) => IsChatChannel(trailEvent)
        ? $"The chat channel's role {trailEvent.CallerName} (the person is not in the trail)"
        : trailEvent.Caller is { IsIdentityCenterUser: true, SessionName: { } person } ? person : trailEvent.CallerName;

    /// <summary>Whether AWS's chat service made the call in its channel's role; the service's name is not the client's to choose.</summary>
    internal static bool IsChatChannel(TrailEvent trailEvent) =>
        !trailEvent.Caller.IsService
        && (IsChatbot(trailEvent.Caller.InvokedBy) || IsChatbot(trailEvent.SourceIPAddress)
            || (IsChatbot(trailEvent.UserAgent) && trailEvent.Caller.Kind == TrailCallerKind.AssumedRole));

    /// <summary>Whether both calls carry the same identity: the same principal and session, else account and name.</summary>
    internal static bool IsSame(TrailCaller a, TrailCaller b) =>
        a.PrincipalId is not null && b.PrincipalId is not null
            ? a.PrincipalId == b.PrincipalId
            : a.Kind == b.Kind && a.AccountId == b.AccountId && a.Name == b.Name;

    private static bool IsChatbot(string? text) => text is not null && text.Contains(Chatbot, StringComparison.OrdinalIgnoreCase);
}
