namespace IncidentTrail.Filtering;

/// <summary>
/// A caller whose name holds what was asked for and is not it. A class: .NET brings the code that sorts classes, and compiles it for
/// each struct anew in each process, which every first command would wait for.
/// </summary>
/// <param name="Name">The caller's name.</param>
/// <param name="Asked">What was asked for.</param>
internal sealed record NearCaller(string Name, string Asked)
{
    /// <summary>How many events it has.</summary>
    internal long Count { get; set; }
}
