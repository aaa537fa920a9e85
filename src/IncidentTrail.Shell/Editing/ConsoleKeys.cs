namespace IncidentTrail.Shell.Editing;

/// <summary>The terminal's keys.</summary>
internal sealed class ConsoleKeys : IKeyReader
{
    public bool HasPending => Console.KeyAvailable;

    public ConsoleKeyInfo Read() => Console.ReadKey(intercept: true);
}
