namespace IncidentTrail.Shell.Engine;

/// <summary>How running a text ended.</summary>
internal enum RunOutcome
{
    /// <summary><c>$?</c> is true after it.</summary>
    Succeeded,

    /// <summary><c>$?</c> is false after it, or it could not be parsed, or an error ended it.</summary>
    Failed,

    /// <summary>It was stopped by Ctrl+C, or because nobody reads the output any more.</summary>
    Stopped,
}
