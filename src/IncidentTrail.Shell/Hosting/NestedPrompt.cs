namespace IncidentTrail.Shell.Hosting;

/// <summary>A prompt that opened while a pipeline waits, by Suspend at a question of Confirm.</summary>
internal sealed class NestedPrompt
{
    /// <summary>Whether <c>exit</c> was entered: the pipeline goes on.</summary>
    public bool IsLeft { get; set; }
}
