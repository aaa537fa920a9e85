using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sources.Listing;

/// <summary>
/// Says that a place holds no folder of CloudTrail's, and what is there instead: a wrong prefix, account or organization would
/// else give nothing, as if nobody had called.
/// </summary>
internal sealed class MissingTrail(IKeyLister lister, TrailPrefix prefix, string? organization, WantedFolders wanted)
{
    /// <summary>The fault; a warning where accounts are there and only a pattern leaves them all out.</summary>
    public async Task<TrailNotice> SayAsync(CancellationToken token)
    {
        var names = await NamesAsync(prefix.Root, token).ConfigureAwait(false);
        if (names.Count == 0)
            return Missing(await UnlistedAsync(token).ConfigureAwait(false) ?? await ElsewhereAsync(token).ConfigureAwait(false));
        var accounts = names.Where(name => LogFolders.IsAccount(name)).ToList();
        var organizations = names.Where(TrailPrefix.IsOrganization).ToList();
        foreach (var one in organizations.Where(one => organization is null || one == organization).Take(EngineLimits.FoldersShown))
            accounts.AddRange((await NamesAsync($"{prefix.Root}{one}/", token).ConfigureAwait(false)).Where(name => LogFolders.IsAccount(name)));
        // An account may have a folder of its own beside that in the organization's.
        accounts = [.. accounts.Distinct()];
        if (accounts.Count > 0 && !accounts.Exists(wanted.WantsAccount) && wanted.NamedAccounts is null)
            return TrailNotice.Warning($"{Place}: none of the accounts there is asked for with -AccountId. There are: {FolderNames.Text(accounts, EngineLimits.FoldersShown)}.");
        return Missing((Inside(accounts, organizations, names), EngineRemedies.NotOfTrail));
    }

    /// <summary>The fault of accounts that are named and have no folder, where others have one.</summary>
    public TrailNotice Say(IReadOnlyCollection<string> accounts) => TrailNotice.Fault(new TrailFault(
        TrailFaultKind.SourceNotFound, $"{lister.Bucket}/{prefix.Root}",
        $"{Place} has no folder of CloudTrail's for {FolderNames.Text(accounts, EngineLimits.FoldersShown)}.", EngineRemedies.NotOfAccount));

    private string Place => $"s3://{lister.Bucket}/{prefix.Root}{(organization is null ? "" : organization + "/")}";

    private TrailNotice Missing((string What, string Remedy) found)
    {
        var account = wanted.NamedAccounts is { Count: > 0 } named ? $" for {FolderNames.Text(named, EngineLimits.FoldersShown)}" : "";
        var kind = prefix.Kind is null ? "" : $", below {prefix.Kind}/{(prefix.Region is null ? "" : prefix.Region + "/")}";
        return TrailNotice.Fault(new TrailFault(
            TrailFaultKind.SourceNotFound, $"{lister.Bucket}/{prefix.Root}",
            $"{Place} has no folder of CloudTrail's{account}{kind}: nothing was looked at. {found.What}", found.Remedy));
    }

    private static string Inside(List<string> accounts, List<string> organizations, List<string> names) =>
        accounts.Count + organizations.Count == 0 ? $"There is: {FolderNames.Text(names, EngineLimits.FoldersShown)}."
        : (accounts.Count > 0 ? $"Accounts there: {FolderNames.Text(accounts, EngineLimits.FoldersShown)}. " : "")
            + (organizations.Count > 0 ? $"Organizations there: {FolderNames.Text(organizations, EngineLimits.FoldersShown)}." : "");

    // A server may list no folder but those in which a key itself lies, as s3rver 3.7.1 (findings/s3rver-folder-of-folders-is-none.sh):
    // nothing is there to be walked, and the keys are.
    private async Task<(string What, string Remedy)?> UnlistedAsync(CancellationToken token)
    {
        if (await FirstPageAsync(prefix.Root, token).ConfigureAwait(false) is not { Folders.Count: 0 })
            return null;
        var page = await FirstPageAsync(prefix.Root, token, folders: false).ConfigureAwait(false);
        return page?.Keys.FirstOrDefault(key => key.Key.IndexOf('/', prefix.Root.Length) >= 0) is { } below
            ? ($"The server lists no folder there, and yet a key in one: '{below.Key}'.", EngineRemedies.ListWrong) : null;
    }

    // Breadth first from the bucket's root: what was forgotten is mostly one folder, and never many.
    private async Task<(string What, string Remedy)> ElsewhereAsync(CancellationToken token)
    {
        var next = new Queue<string>([""]);
        List<string> roots = [], top = [], loose = [];
        var isTopSeen = false;
        for (var looked = 0; looked < EngineLimits.FoldersLookedInto && roots.Count < EngineLimits.FoldersShown && next.TryDequeue(out var folder); looked++)
        {
            if (await FirstPageAsync(folder, token).ConfigureAwait(false) is not { } page)
                continue;
            if (page.Keys.Any(key => TrailLogLocation.FromKey(lister.Bucket, key.Key).IsDelivered))
                loose.Add(folder);
            roots.AddRange(page.Folders.Where(name => name.EndsWith("AWSLogs/", StringComparison.Ordinal) && name != prefix.Root));
            foreach (var below in page.Folders.Where(name => !name.EndsWith("AWSLogs/", StringComparison.Ordinal)))
                next.Enqueue(below);
            if (folder.Length == 0)
                (isTopSeen, top) = (true, [.. page.Folders]);
        }

        if (roots.Count > 0)
            return ($"There is: {FolderNames.Text(roots, EngineLimits.FoldersShown)}.", EngineRemedies.TrailElsewhere(roots[0][..^"AWSLogs/".Length].TrimEnd('/')));
        if (loose.Count > 0)
            return ($"Logs lie in s3://{lister.Bucket}/{loose[0]} itself.", EngineRemedies.LooseLogs);
        // A policy of least rights allows lists below AWSLogs/ alone.
        return (top.Count > 0 ? $"In the bucket there is: {FolderNames.Text(top, EngineLimits.FoldersShown)}."
            : isTopSeen ? "The bucket has no folders." : "What else is in the bucket could not be listed.",
            EngineRemedies.NoTrailAnywhere);
    }

    private async Task<List<string>> NamesAsync(string folder, CancellationToken token) =>
        await FirstPageAsync(folder, token).ConfigureAwait(false) is { } page
            ? page.Folders.Select(name => name[folder.Length..^1]).Where(name => name.Length > 0).ToList() : [];

    // What may not be listed is not there to be named.
    private async Task<KeyPage?> FirstPageAsync(string folder, CancellationToken token, bool folders = true)
    {
        try
        {
            return await lister.ListAsync(new KeyPageRequest(folder, folders), token).ConfigureAwait(false);
        }
        catch (TrailSourceException)
        {
            return null;
        }
    }
}
