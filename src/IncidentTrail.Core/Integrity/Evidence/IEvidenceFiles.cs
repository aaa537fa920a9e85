namespace IncidentTrail.Integrity.Evidence;

/// <summary>The files of a package as they lie there: in a folder, or in an archive.</summary>
internal interface IEvidenceFiles : IDisposable
{
    /// <summary>What stands before the path of a file in the package, and a slash.</summary>
    string Root { get; }

    /// <summary>The paths, with <c>/</c> between names, each once.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>What lies there and belongs in no package.</summary>
    IReadOnlyList<OddFile> Odd { get; }

    /// <summary>Opens a file of that path.</summary>
    Stream Open(string name);
}
