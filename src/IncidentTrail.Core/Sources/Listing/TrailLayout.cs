using IncidentTrail.Sources.Names;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.Listing;

/// <summary>
/// Finds the folders of accounts below <c>AWSLogs/</c>, a level at a time. An organization's trail has a folder of its own
/// there, and a bucket may hold both that and the accounts' own from before.
/// </summary>
internal sealed class TrailLayout(IKeyLister lister, TrailPrefix prefix, string? organizationId, WantedFolders wanted)
{
    private readonly string? _organization = organizationId ?? prefix.OrganizationId;

    /// <summary>Says what is there where no trail is.</summary>
    public MissingTrail Missing => new(lister, prefix, _organization, wanted);

    /// <summary>The kinds' folders of the wanted accounts in ordinal order.</summary>
    /// <param name="root">Where the accounts' folders are: <c>AWSLogs/</c>.</param>
    /// <param name="found">Takes what lies there besides.</param>
    /// <param name="notices">Takes what is to be said.</param>
    /// <param name="token">Stops the listing.</param>
    public async Task<List<KindFolder>> FindAsync(string root, FoundFolders found, ICollection<TrailNotice> notices, CancellationToken token)
    {
        var folders = new List<KindFolder>();
        if (_organization is not null)
        {
            await AddOrganizationAsync(folders, root + _organization + "/", found, token).ConfigureAwait(false);
        }
        else
        {
            var names = await NamesAsync(root, found, notices, token).ConfigureAwait(false);
            Add(folders, root, names);
            foreach (var organization in names.Where(TrailPrefix.IsOrganization))
                await AddOrganizationAsync(folders, root + organization + "/", found, token).ConfigureAwait(false);
        }

        folders.Sort((a, b) => string.CompareOrdinal(a.Prefix, b.Prefix));
        return folders;
    }

    /// <summary>
    /// Other places for <c>AWSLogs/</c>, where the prefix has none: behind a doubled slash, or behind an organization's id, as
    /// AWS Control Tower has it.
    /// </summary>
    public async Task<List<string>> OtherRootsAsync(CancellationToken token)
    {
        var names = await Paging.FoldersAsync(lister, prefix.Base, token).ConfigureAwait(false);
        var roots = names.Where(name => name.Length == 0 || TrailPrefix.IsOrganization(name))
            .Select(name => prefix.Base + name + "/AWSLogs/").ToList();
        if (names.Contains("AWSLogs"))
            roots.Add(prefix.Root + "AWSLogs/");
        roots.Sort(string.CompareOrdinal);
        return roots;
    }

    private async Task<List<string>> NamesAsync(
        string root, FoundFolders found, ICollection<TrailNotice> notices, CancellationToken token)
    {
        try
        {
            return await AccountsAsync(root, found, token).ConfigureAwait(false);
        }
        catch (TrailSourceException e) when (e.Fault.Kind == TrailFaultKind.AccessDenied)
        {
            if (wanted.NamedAccounts is null)
                throw LogFaults.AccountsDenied(lister.Bucket, root, e.Fault);
            notices.Add(TrailNotice.Warning(
                $"Listing s3://{lister.Bucket}/{root} is denied, so an organization's folder could not be looked for; only the "
                + "accounts' own folders are read. Name the organization with -OrganizationId."));
            return [.. wanted.NamedAccounts];
        }
    }

    // Accounts that are named need not be looked for among the thousands an organization may have.
    private async Task AddOrganizationAsync(List<KindFolder> folders, string folder, FoundFolders found, CancellationToken token) =>
        Add(folders, folder, wanted.NamedAccounts ?? (IEnumerable<string>)await AccountsAsync(folder, found, token).ConfigureAwait(false));

    private async Task<List<string>> AccountsAsync(string folder, FoundFolders found, CancellationToken token)
    {
        var names = await Paging.FoldersAsync(lister, folder, token, keys => found.Loose(lister.Bucket, keys)).ConfigureAwait(false);
        found.Accounts(folder, names);
        return names;
    }

    private void Add(List<KindFolder> folders, string parent, IEnumerable<string> names)
    {
        foreach (var account in names.Where(name => LogFolders.IsAccount(name) && wanted.WantsAccount(name)))
            folders.AddRange(wanted.Kinds.Select(kind => new KindFolder($"{parent}{account}/{kind}/", account, kind)));
    }
}
