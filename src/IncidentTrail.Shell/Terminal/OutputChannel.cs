using System.Management.Automation.Host;

namespace IncidentTrail.Shell.Terminal;

/// <summary>One of the process's two outputs. Decides for itself whether escape sequences go out or are removed.</summary>
internal sealed class OutputChannel(TextWriter writer, bool isTerminal, bool takesEscapes, Func<bool> readerHasLeft)
{
    private readonly Lock _writing = new();
    private bool _isClosed;

    /// <summary>Raised once, when whoever read this output went away.</summary>
    public event Action? ReaderLeft;

    /// <summary>Whether a person sees what is written.</summary>
    public bool IsTerminal => isTerminal;

    /// <summary>Whether escape sequences go out; they are removed where not.</summary>
    public bool TakesEscapes => takesEscapes;

    /// <summary>What stands on the terminal's current line: a line that is edited there has to draw it again.</summary>
    public string OpenLine { get; private set; } = "";

    /// <summary>Writes text, its escape sequences subject to <c>$PSStyle.OutputRendering</c>.</summary>
    public void Write(string text)
    {
        var rendered = PSHostUserInterface.GetOutputString(text, takesEscapes);
        if (isTerminal)
        {
            var lineStart = rendered.LastIndexOf('\n') + 1;
            OpenLine = lineStart == 0 ? OpenLine + rendered : rendered[lineStart..];
        }

        WriteAsIs(rendered);
    }

    /// <summary>Writes text and ends the line.</summary>
    public void WriteLine(string text) => Write(text + Environment.NewLine);

    /// <summary>Writes what draws on a terminal: a carriage return, cursor movement.</summary>
    public void Draw(string text)
    {
        if (isTerminal)
            WriteAsIs(text);
    }

    /// <summary>Says that the cursor stands at the start of a line, after a line was edited there.</summary>
    public void LineEnded() => OpenLine = "";

    private void WriteAsIs(string text)
    {
        lock (_writing)
        {
            if (_isClosed)
                return;

            try
            {
                writer.Write(text);
                writer.Flush();
                _isClosed = !isTerminal && readerHasLeft();
            }
            catch (IOException)
            {
                _isClosed = true;
            }
        }

        if (_isClosed)
            ReaderLeft?.Invoke();
    }
}
