using System.Runtime.InteropServices;
using IncidentTrail.Callers;
using IncidentTrail.Records;

namespace IncidentTrail.Tallies;

/// <summary>
/// What tells one caller from another. The sessions of a service are names the service makes up, so a service is known
/// by its name and its role.
/// </summary>
internal readonly record struct CallerKey(TrailCallerKind Kind, string? AccountId, JoinedText Principal, string? Role)
{
    private const int FewCharacters = 256;

    // Stands where a service's role does: a name may be the id of an account, and so its root's principal id.
    private const string ByName = "name";

    public static CallerKey Of(TrailCaller caller) =>
        caller.IsService ? new CallerKey(caller.Kind, caller.AccountId, new JoinedText(caller.InvokedBy).Or(caller.JoinedName), caller.IssuerArn)
        : PrincipalOf(caller) is { IsMissing: false } principal ? new CallerKey(caller.Kind, caller.AccountId, principal, null)
        : new CallerKey(caller.Kind, caller.AccountId, caller.JoinedName, ByName);

    /// <summary>Who a caller is in its account; missing where a record names nobody.</summary>
    internal static JoinedText PrincipalOf(TrailCaller caller) => caller.JoinedPrincipalId.Or(caller.JoinedArn);

    /// <summary>What stands for the key, so that the texts are not held for it.</summary>
    public SeededHash Hash
    {
        get
        {
            var hasher = new SeededHasher();
            var kind = Kind;
            hasher.Add(MemoryMarshal.AsBytes(new ReadOnlySpan<TrailCallerKind>(in kind)));
            Add(ref hasher, new JoinedText(AccountId));
            Add(ref hasher, Principal);
            Add(ref hasher, new JoinedText(Role));
            return hasher.Hash;
        }
    }

    // A text that is missing is another than an empty one. It is not made for the hash: the caller would keep it.
    private static void Add(ref SeededHasher hasher, JoinedText text)
    {
        hasher.Add(text.IsMissing ? default : "text"u8);
        var whole = text.Length <= FewCharacters ? stackalloc char[FewCharacters] : new char[text.Length];
        text.CopyTo(whole);
        hasher.Add(MemoryMarshal.AsBytes(whole[..text.Length]));
    }
}
