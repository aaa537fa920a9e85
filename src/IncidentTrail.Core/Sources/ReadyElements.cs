namespace IncidentTrail.Sources;

/// <summary>What is there already, where what comes is asked for.</summary>
internal static class ReadyElements
{
    internal static async IAsyncEnumerable<T> Of<T>(IEnumerable<T> elements)
    {
        foreach (var element in elements)
            yield return element;
        await Task.CompletedTask.ConfigureAwait(false);
    }
}
