using IncidentTrail.Shell.Editing;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>Keys that were decided beforehand.</summary>
internal sealed class ScriptedKeys : IKeyReader
{
    private readonly Queue<ConsoleKeyInfo> _keys = new();

    public bool HasPending { get; init; }

    public ConsoleKeyInfo Read() => _keys.Dequeue();

    /// <summary>Types characters, each UTF-16 unit as a key of its own, as the console delivers them.</summary>
    public ScriptedKeys Type(string text)
    {
        foreach (var character in text)
            _keys.Enqueue(new ConsoleKeyInfo(character, ConsoleKey.None, shift: false, alt: false, control: false));
        return this;
    }

    public ScriptedKeys Press(params ConsoleKey[] keys)
    {
        foreach (var key in keys)
            _keys.Enqueue(new ConsoleKeyInfo('\0', key, shift: false, alt: false, control: false));
        return this;
    }

    public ScriptedKeys Control(ConsoleKey key)
    {
        _keys.Enqueue(new ConsoleKeyInfo('\0', key, shift: false, alt: false, control: true));
        return this;
    }

    public ScriptedKeys ShiftTab()
    {
        _keys.Enqueue(new ConsoleKeyInfo('\t', ConsoleKey.Tab, shift: true, alt: false, control: false));
        return this;
    }
}
