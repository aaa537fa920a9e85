using System.Collections.ObjectModel;
using System.Management.Automation;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>Turns paths as people type them into full paths of the file system; what is missing is an error of its own.</summary>
/// <param name="cmdlet">The cmdlet that the paths are given to.</param>
/// <param name="report">Says a fault as an error.</param>
internal sealed class LocalPaths(PSCmdlet cmdlet, Action<TrailFault> report) : ILocalPaths
{
    private static readonly string[] s_object = ["@{", "System.Object[]", "System.Collections.", "System.Management.Automation."];

    private readonly HashSet<string> _objects = [];

    public IEnumerable<string> OfPattern(string path)
    {
        var pattern = path;
        try
        {
            if (SamplePath.Find(path, cmdlet) is var (folder, below))
                pattern = WildcardPattern.Escape(folder) + below;
            if (AnyDepth.Of(pattern) is { } deep && !IsThere(path))
                return OfDepth(path, deep);
            var found = cmdlet.GetResolvedProviderPathFromPSPath(pattern, out var provider);
            // (Get-ChildItem).FullName is text: brackets in it are a file's own.
            if (WildcardPattern.ContainsWildcardCharacters(path) && IsThere(path))
                return Named(path, found);
            var isClosed = WildcardPattern.ContainsWildcardCharacters(pattern) && SayClosed(pattern);
            if (found.Count > 0 && IsFileSystem(provider, path))
                return found;
            if (found.Count == 0 && !isClosed)
                Missing(path, $"No file matches '{path}'.");
        }
        catch (WildcardPatternException) when (IsThere(path))
        {
            return OfLiteral(path);
        }
        catch (WildcardPatternException)
        {
            Missing(path, $"'{path}' has a bracket that nothing closes.");
        }
        catch (ItemNotFoundException)
        {
            if (!SayClosed(pattern))
                Missing(path, $"The path '{path}' does not exist.");
        }
        catch (SessionStateException e) when (e is DriveNotFoundException or ProviderNotFoundException)
        {
            if (OtherPlace.FileOf(path) is { } file)
                return OfLiteral(file);
            MissingPlace(path, e);
        }
        catch (PSInvalidOperationException e)
        {
            // An account without a home folder has no ~.
            Missing(path, $"'{path}' leads nowhere: {e.Message}");
        }
        return [];
    }

    public IEnumerable<string> OfLiteral(string path)
    {
        try
        {
            var literal = SamplePath.Find(path, cmdlet) is var (folder, below) ? folder + below : path;
            var full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(literal, out var provider, out _);
            if (!IsFileSystem(provider, path))
                return [];
            if (System.IO.Path.Exists(full))
                return [full];
            if (!SayClosed(WildcardPattern.Escape(literal)))
                Missing(path, $"The path '{full}' does not exist.");
        }
        catch (SessionStateException e) when (e is DriveNotFoundException or ProviderNotFoundException)
        {
            if (OtherPlace.FileOf(path) is { } file)
                return OfLiteral(file);
            MissingPlace(path, e);
        }
        catch (PSInvalidOperationException e)
        {
            // An account without a home folder has no ~.
            Missing(path, $"'{path}' leads nowhere: {e.Message}");
        }
        return [];
    }

    public bool IsThere(string path)
    {
        try
        {
            var full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == "FileSystem" && System.IO.Path.Exists(full);
        }
        catch (Exception e) when (e is DriveNotFoundException or ProviderNotFoundException or PSInvalidOperationException)
        {
            return false;
        }
    }

    // To PowerShell ** is *, and one level of three would be read as if it were all.
    private List<string> OfDepth(string path, AnyDepth deep)
    {
        var found = new List<string>();
        var isSaid = false;
        foreach (var root in RootsOf(deep.Root, out var provider))
        {
            if (!IsFileSystem(provider, path))
                return [];
            foreach (var file in deep.Below(root))
            {
                if (file.Notice is { } notice)
                    Say(notice);
                else
                    found.Add(file.Path);
                isSaid |= file.Notice is not null;
            }
        }
        if (WildcardPattern.ContainsWildcardCharacters(deep.Root) && !IsThere(deep.Root))
            isSaid |= SayClosed(deep.Root);
        if (found.Count == 0 && !isSaid)
            Missing(path, $"No file matches '{path}'.");
        return found;
    }

    // Brackets may be a folder's own, and \\?\ is no wildcard.
    private Collection<string> RootsOf(string root, out ProviderInfo provider) => IsThere(root)
        ? [cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(root, out provider, out _)]
        : cmdlet.GetResolvedProviderPathFromPSPath(root, out provider);

    // What lies behind a folder that may not be entered is neither missing nor without a match.
    private bool SayClosed(string pattern)
    {
        var full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(pattern, out var provider, out _);
        var faults = provider.Name == "FileSystem" ? new ClosedFolders().On(full) : [];
        foreach (var fault in faults)
            report(fault);
        return faults.Count > 0;
    }

    // As a folder says it that is named by itself.
    private void Say(TrailNotice notice)
    {
        if (notice.Detail is { } fault)
            report(fault);
        else
            cmdlet.WriteWarning(TextForDisplay.Plain(notice.Text));
    }

    private List<string> Named(string path, Collection<string> found)
    {
        var named = OfLiteral(path).ToList();
        var others = found.Except(named).Count();
        if (others > 0)
        {
            cmdlet.WriteWarning(TextForDisplay.Plain(
                $"'{path}' is the name of a file, which is read, and a wildcard that {others} others match, which are not: name them in another way."));
        }
        return named;
    }

    // A restricted session has the providers that its configuration names, and by itself none.
    private void MissingPlace(string path, SessionStateException missing)
    {
        if (missing is ProviderNotFoundException { ItemName: "FileSystem" })
            report(new TrailFault(TrailFaultKind.Argument, path, $"'{path}' cannot be read: this session has no file system.", CmdletRemedies.NoFileSystem));
        else
            Missing(path, missing.Message);
    }

    private void Missing(string path, string message)
    {
        if (ObjectOf(path) is { } kind)
        {
            // Of a thousand nobody reads the same again.
            if (_objects.Add(kind))
                report(OfObject(path, isTyped: !s_object.Contains(kind)));
            return;
        }
        report(OtherPlace.Fault(path) ?? new TrailFault(
            TrailFaultKind.SourceNotFound, path, message,
            path.Contains('[', StringComparison.Ordinal) && WildcardPattern.ContainsWildcardCharacters(path)
                ? CmdletRemedies.PathHasBrackets
                : SamplePath.Hint(path, cmdlet)
                    ?? (IsMeantForAws && OtherPlace.MayBeBucket(path) ? CmdletRemedies.MayBeBucket(path) : CmdletRemedies.PathMissing)));
    }

    private static TrailFault OfObject(string path, bool isTyped) => new(
        TrailFaultKind.Argument, path,
        $"'{(path.Length > CmdletLimits.ArgumentShown ? path[..CmdletLimits.ArgumentShown] + "…" : path)}' is an object and no path: it became text on its way here.",
        isTyped ? CmdletRemedies.PathIsTyped : CmdletRemedies.PathIsObject);

    private bool IsMeantForAws => AwsParameters.Names.Any(cmdlet.MyInvocation.BoundParameters.ContainsKey);

    // What PowerShell makes of an object that is bound to text: its properties, or the name of its type, which some put before a name
    // of their own; null for any other text.
    private static string? ObjectOf(string path) =>
        Array.Find(s_object, beginning => path.StartsWith(beginning, StringComparison.Ordinal))
        ?? (path.Split(' ')[0] is var name && IsTypeName(name) ? name : null);

    // More than such letters could name an assembly to load.
    private static bool IsTypeName(string text) =>
        text.Contains('.', StringComparison.Ordinal) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '+' or '`')
        && Array.Exists(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetType(text) is not null);

    private bool IsFileSystem(ProviderInfo provider, string path)
    {
        if (provider.Name == "FileSystem")
            return true;
        report(new TrailFault(
            TrailFaultKind.Argument, path, $"'{path}' is in the provider {provider.Name}; logs are read from the file system."));
        return false;
    }
}
