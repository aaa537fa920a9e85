namespace IncidentTrail.Shell.Editing;

/// <summary>What editing a line came to.</summary>
internal enum LineEnding
{
    /// <summary>The Enter key: the text is the answer.</summary>
    Entered,

    /// <summary>Ctrl+C: the text is given up.</summary>
    Cancelled,

    /// <summary>Ctrl+D on an empty line: nothing more will come.</summary>
    EndOfInput,
}
