namespace IncidentTrail.Shell;

/// <summary>What the process ends with, as <c>pwsh -Command</c> has it.</summary>
internal static class ExitCode
{
    /// <summary>The last statement succeeded.</summary>
    public const int Success = 0;

    /// <summary>The last statement failed, or nothing could be run.</summary>
    public const int Failure = 1;

    /// <summary>Ctrl+C, as shells have it: 128 and the signal's number.</summary>
    public const int Interrupted = 130;
}
