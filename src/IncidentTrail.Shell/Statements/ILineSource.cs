namespace IncidentTrail.Shell.Statements;

/// <summary>Where lines of statements come from.</summary>
internal interface ILineSource
{
    /// <summary>Whether a line can be looked at before it is asked for: nobody waits at a prompt for it.</summary>
    bool LooksAhead { get; }

    /// <summary>Reads a line.</summary>
    /// <param name="prompt">Makes what is shown before the line, where somebody sees it.</param>
    /// <param name="earlier">The lines before this one of the same statement, each with its line break.</param>
    /// <returns>The line; null at the end of the input.</returns>
    /// <exception cref="OperationCanceledException">The user gave the statement up.</exception>
    string? ReadLine(Func<string> prompt, string earlier);

    /// <summary>The next line without taking it; null at the end, and where <see cref="LooksAhead"/> is false.</summary>
    string? PeekLine();

    /// <summary>Remembers a whole statement, for the arrow keys.</summary>
    void Remember(string statement);
}
