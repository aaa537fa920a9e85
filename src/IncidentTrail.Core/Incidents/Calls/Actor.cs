using IncidentTrail.Events;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Calls;

/// <summary>How a caller is named in a sentence, and whether two calls were made by the same one.</summary>
internal static class Actor
{
    private const string Chatbot = "chatbot.amazonaws.com";

    /// <summary>The caller as the subject of a sentence; of a person of Identity Center the person alone.</summary>
    internal static string Of(IncidentCall call)
    {
        var caller = call.Caller;
        return Of(caller, IsChatChannel(caller, call.View));
    }

    /// <summary>The same, of whom it is known whether it is a chat channel's role.</summary>
    internal static string Of(TrailCaller caller, bool isChatChannel) =>
        isChatChannel ? $"The chat channel's role {caller.Name} (the person is not in the trail)"
        : caller is { IsIdentityCenterUser: true, SessionName: { } person } ? person : caller.Name;

    /// <summary>Whether AWS's chat service made the call in its channel's role; the service's name is not the client's to choose.</summary>
    internal static bool IsChatChannel(TrailCaller caller, scoped in RecordView record) =>
        !caller.IsService
        && (IsChatbot(caller.InvokedBy) || IsChatbot(record.Repeated(RecordField.SourceIPAddress))
            || (IsChatbot(record.Repeated(RecordField.UserAgent)) && caller.Kind == TrailCallerKind.AssumedRole));

    /// <summary>Whether both calls carry the same identity: the same principal and session, else account and name.</summary>
    internal static bool IsSame(TrailCaller a, TrailCaller b) =>
        a.PrincipalId is not null && b.PrincipalId is not null
            ? a.PrincipalId == b.PrincipalId
            : a.Kind == b.Kind && a.AccountId == b.AccountId && a.Name == b.Name;

    private static bool IsChatbot(string? text) => text is not null && text.Contains(Chatbot, StringComparison.OrdinalIgnoreCase);
}
