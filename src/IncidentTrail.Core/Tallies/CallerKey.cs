using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Records;

namespace IncidentTrail.Tallies;

/// <summary>
/// What tells one caller from another. The sessions of a service are names the service makes up, so a service is known
/// by its name and its role.
/// </summary>
internal readonly record struct CallerKey(TrailCallerKind Kind, string? AccountId, string? Principal, string? Role)
{
    [MethodImpl(Jit.Hot)]
    public static CallerKey Of(TrailCaller caller) => caller.IsService
        ? new CallerKey(caller.Kind, caller.AccountId, caller.InvokedBy ?? caller.Name, caller.IssuerArn)
        : new CallerKey(caller.Kind, caller.AccountId, caller.PrincipalId ?? caller.Arn ?? caller.Name, null);

    /// <summary>What stands for the key, so that the texts are not held for it.</summary>
    public SeededHash Hash
    {
        get
        {
            var hasher = new SeededHasher();
            var kind = Kind;
            hasher.Add(MemoryMarshal.AsBytes(new ReadOnlySpan<TrailCallerKind>(in kind)));
            // A text that is missing is another than an empty one.
            foreach (var text in (ReadOnlySpan<string?>)[AccountId, Principal, Role])
            {
                hasher.Add(text is null ? default : "text"u8);
                hasher.Add(MemoryMarshal.AsBytes(text.AsSpan()));
            }
            return hasher.Hash;
        }
    }
}
