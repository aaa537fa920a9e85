namespace IncidentTrail.Shell.Editing;

/// <summary>Reads a line key by key.</summary>
internal sealed class LineEditor(IKeyReader keys, ILineDisplay display, LineHistory history, ILineCompletion completion)
{
    /// <summary>What an indent by the Tab key inserts.</summary>
    private const string Indent = "    ";

    private readonly LineBuffer _buffer = new();
    private readonly CompletionCycle _cycle = new(completion);

    /// <summary>Lets the user edit a line, until Enter, Ctrl+C, or Ctrl+D on an empty line.</summary>
    public EditedLine ReadLine(string prompt)
    {
        _buffer.Set("");
        _cycle.Reset();
        history.Rewind();
        display.Begin(prompt);
        display.Show("", 0);
        while (true)
        {
            var key = keys.Read();
            if (EndingOf(key) is { } ending)
            {
                display.End(_buffer.Text);
                return new EditedLine(ending, ending == LineEnding.Entered ? _buffer.Text : "");
            }

            Apply(key);
            if (!keys.HasPending && !_buffer.IsHalfTyped)
                display.Show(_buffer.Text, _buffer.Cursor);
        }
    }

    private LineEnding? EndingOf(ConsoleKeyInfo key)
    {
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        return key.Key switch
        {
            ConsoleKey.Enter => LineEnding.Entered,
            ConsoleKey.C when control => LineEnding.Cancelled,
            ConsoleKey.D when control && _buffer.Text.Length == 0 => LineEnding.EndOfInput,
            _ => key.KeyChar is '\r' or '\n' ? LineEnding.Entered : null,
        };
    }

    private void Apply(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Tab)
        {
            CompleteOrIndent(key.Modifiers.HasFlag(ConsoleModifiers.Shift));
            return;
        }

        _cycle.Reset();
        if (key.Modifiers.HasFlag(ConsoleModifiers.Control) && ApplyControl(key.Key))
            return;

        switch (key.Key)
        {
            case ConsoleKey.LeftArrow: _buffer.Left(); break;
            case ConsoleKey.RightArrow: _buffer.Right(); break;
            case ConsoleKey.Home: _buffer.Home(); break;
            case ConsoleKey.End: _buffer.End(); break;
            case ConsoleKey.Backspace: _buffer.DeleteLeft(); break;
            case ConsoleKey.Delete: _buffer.DeleteRight(); break;
            case ConsoleKey.UpArrow: Recall(history.Previous(_buffer.Text)); break;
            case ConsoleKey.DownArrow: Recall(history.Next()); break;
            case ConsoleKey.Escape: _buffer.Set(""); break;
            default: Type(key.KeyChar); break;
        }
    }

    private bool ApplyControl(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.LeftArrow: _buffer.WordLeft(); return true;
            case ConsoleKey.RightArrow: _buffer.WordRight(); return true;
            case ConsoleKey.A: _buffer.Home(); return true;
            case ConsoleKey.E: _buffer.End(); return true;
            case ConsoleKey.D: _buffer.DeleteRight(); return true;
            case ConsoleKey.H: _buffer.DeleteLeft(); return true;
            case ConsoleKey.W or ConsoleKey.Backspace: _buffer.DeleteWordLeft(); return true;
            case ConsoleKey.U: _buffer.DeleteToStart(); return true;
            case ConsoleKey.K: _buffer.DeleteToEnd(); return true;
            case ConsoleKey.L: display.ClearScreen(); return true;
            default: return false;
        }
    }

    private void CompleteOrIndent(bool backwards)
    {
        if (string.IsNullOrWhiteSpace(_buffer.Text[.._buffer.Cursor]))
            _buffer.Insert(Indent);
        else
            _cycle.Step(_buffer, backwards);
    }

    private void Recall(string? entry)
    {
        if (entry is not null)
            _buffer.Set(entry);
    }

    private void Type(char character)
    {
        if (!char.IsControl(character))
            _buffer.Insert(character.ToString());
    }
}
