namespace IncidentTrail.Shell.Editing;

/// <summary>Where keys come from.</summary>
internal interface IKeyReader
{
    /// <summary>Whether a key can be read without waiting: a paste is drawn once, at its end.</summary>
    bool HasPending { get; }

    /// <summary>Waits for the next key.</summary>
    ConsoleKeyInfo Read();
}
