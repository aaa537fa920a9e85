namespace IncidentTrail.Tallies;

/// <summary>What is so of a caller, or of any of its calls.</summary>
[Flags]
internal enum CallerFlags : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The root user's authority was used.</summary>
    Root = 1,

    /// <summary>It came through Identity Center.</summary>
    IdentityCenter = 2,

    /// <summary>AWS's own multi-factor authentication took place.</summary>
    WithMfa = 4,

    /// <summary>It did not take place.</summary>
    WithoutMfa = 8,

    /// <summary>No service passed the call on.</summary>
    Direct = 16,

    /// <summary>A service passed the call on.</summary>
    ViaService = 32,

    /// <summary>An IAM user's credentials were used.</summary>
    IamUser = 64,

    /// <summary>A role's or a federated user's credentials were used.</summary>
    RoleOrFederated = 128,

    /// <summary>A service acted for itself.</summary>
    Service = 256,

    /// <summary>The credentials were temporary ones.</summary>
    Temporary = 512,

    /// <summary>The call was signed with a long-term key.</summary>
    LongTermKey = 1024,

    /// <summary>The caller was found to be another, and is that one now.</summary>
    Gone = 2048,
}
