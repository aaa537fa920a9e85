using IncidentTrail.Patterns;
using IncidentTrail.Sources.Listing;
using IncidentTrail.Sources.Names;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Athena;

/// <summary>The accounts and Regions that a bucket holds logs of.</summary>
/// <param name="Location">Where the accounts' folders lie.</param>
/// <param name="Accounts">The accounts, sorted.</param>
/// <param name="Regions">The Regions of all of them, sorted.</param>
internal sealed record TableFolders(TableLocation Location, IReadOnlyList<string> Accounts, IReadOnlyList<string> Regions)
{
    /// <summary>True where every account and Region is named in full: nothing needs to be listed.</summary>
    public static bool AreGiven(TrailTablePlace place) => AreAccounts(place.AccountId) && AreRegions(place.Region);

    /// <summary>What is named in full.</summary>
    public static TableFolders Given(TrailTablePlace place) => new(LocationOf(place), Sorted(place.AccountId), Sorted(place.Region));

    /// <summary>Lists what is not named in full.</summary>
    public static async Task<TableFolders> FindAsync(IKeyLister lister, TrailTablePlace place, CancellationToken token)
    {
        var location = LocationOf(place);
        var accounts = place.AccountId;
        if (!AreAccounts(accounts))
        {
            var names = await Paging.FoldersAsync(lister, location.Key, token).ConfigureAwait(false);
            // An organization's trail has a folder of its own, in which those of the accounts are.
            if (names.Where(TrailPrefix.IsOrganization).ToList() is { Count: > 0 } organizations)
            {
                if (organizations.Count > 1 || names.Exists(name => LogFolders.IsAccount(name)))
                    throw AthenaFaults.SeveralPlaces(location.Root, organizations);
                location = location with { OrganizationId = organizations[0] };
                names = await Paging.FoldersAsync(lister, location.Key, token).ConfigureAwait(false);
            }
            accounts = Wanted(names.Where(name => LogFolders.IsAccount(name)), accounts);
        }
        var regions = AreRegions(place.Region) ? place.Region
            : Wanted(await RegionsAsync(lister, location, accounts, token).ConfigureAwait(false), place.Region);
        return new TableFolders(location, Sorted(accounts), Sorted(regions));
    }

    // A prefix may reach into the AWSLogs folder.
    private static TableLocation LocationOf(TrailTablePlace place)
    {
        var prefix = TrailPrefix.Parse(place.KeyPrefix);
        return new TableLocation(place.BucketName, prefix.Base, place.OrganizationId ?? prefix.OrganizationId);
    }

    private static bool AreAccounts(IReadOnlyList<string> names) => names.Count > 0 && names.All(name => LogFolders.IsAccount(name));

    private static bool AreRegions(IReadOnlyList<string> names) => names.Count > 0 && names.All(name => LogFolders.IsRegion(name));

    private static IReadOnlyList<string> Wanted(IEnumerable<string> names, IReadOnlyList<string> asked)
    {
        var patterns = new PatternSet(asked);
        return [.. names.Where(name => patterns.IsEmpty || patterns.IsMatch(name))];
    }

    private static async Task<IReadOnlyList<string>> RegionsAsync(
        IKeyLister lister, TableLocation location, IReadOnlyList<string> accounts, CancellationToken token)
    {
        var folders = await Task.WhenAll(accounts.Select(account =>
            Paging.FoldersAsync(lister, $"{location.Key}{account}/CloudTrail/", token))).ConfigureAwait(false);
        return [.. folders.SelectMany(names => names).Where(name => LogFolders.IsRegion(name))];
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
