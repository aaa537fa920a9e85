namespace IncidentTrail;

// Numbers begin at 1: PowerShell takes the member 0 for nothing (findings/powershell-first-of-an-enum-is-nothing.sh).
/// <summary>What says which account an event is of.</summary>
public enum TrailAccountBasis
{
    /// <summary>The record itself: the account that received it. [recipientAccountId]</summary>
    RecipientAccountId = 1,

    /// <summary>What the record was delivered in: EventBridge's <c>account</c>.</summary>
    Envelope,

    /// <summary>The log: its folder or name, or the account whose Event history was asked.</summary>
    Log,

    /// <summary>The caller's account. A call into another account is that account's event too, so this may be the wrong one of two.</summary>
    Caller,
}
