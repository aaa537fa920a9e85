namespace IncidentTrail.Sources.Listing;

/// <summary>One account's folder of one kind; below it are the Regions.</summary>
/// <param name="Prefix">The key up to the kind, with the slash behind it.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Kind">The folder's name, such as <c>CloudTrail</c>.</param>
internal sealed record KindFolder(string Prefix, string AccountId, string Kind)
{
    /// <summary>The account's folder, which this one is in.</summary>
    public string Account => Prefix[..^(Kind.Length + 1)];

    /// <summary>The first page of its Regions, where it was asked for ahead; null where it is still to be asked for.</summary>
    public Task<KeyPage>? FirstPage { get; init; }
}
