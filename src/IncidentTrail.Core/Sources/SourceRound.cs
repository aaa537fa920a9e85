namespace IncidentTrail.Sources;

/// <summary>What a source that is looked through again and again yields when it has been looked through once.</summary>
/// <param name="isWhole">True where nothing of it failed.</param>
internal sealed class SourceRound(bool isWhole) : TrailSourceItem
{
    private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True where nothing of it failed.</summary>
    internal bool IsWhole => isWhole;

    /// <summary>Ends when all that came before has been given: only then is the source looked through again.</summary>
    internal Task WasGiven => _given.Task;

    /// <summary>Says that all that came before has been given.</summary>
    internal void Given() => _given.TrySetResult();
}
