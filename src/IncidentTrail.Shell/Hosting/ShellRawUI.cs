using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Shell.Hosting;

/// <summary>The terminal as the engine sees it: its size, its keys, the width of its characters.</summary>
internal sealed class ShellRawUI(TerminalTraits traits) : PSHostRawUserInterface
{
    private string _title = "";

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Coordinates CursorPosition
    {
        get
        {
            if (!traits.OutputIsTerminal || !traits.MovesCursor)
                return new Coordinates(0, 0);
            var (left, top) = Console.GetCursorPosition();
            return new Coordinates(left, top);
        }

        set
        {
            if (traits.OutputIsTerminal && traits.MovesCursor)
                Console.SetCursorPosition(value.X, value.Y);
        }
    }

    public override Coordinates WindowPosition { get; set; } = new(0, 0);

    public override int CursorSize { get; set; } = 25;

    public override Size BufferSize
    {
        get => new(TerminalSize.OutputWidth(traits), TerminalSize.Height(traits));
        set => throw Unsupported();
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw Unsupported();
    }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override bool KeyAvailable => traits.InputIsTerminal && Console.KeyAvailable;

    public override string WindowTitle
    {
        get => _title;
        set
        {
            _title = value;
            if (traits.OutputTakesEscapes)
                Console.Title = value;
        }
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!traits.InputIsTerminal)
            throw new HostException("No key can be read: standard input is redirected.");

        var key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, ControlKeys(key.Modifiers), keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
            Console.ReadKey(intercept: true);
    }

    public override int LengthInBufferCells(string source) => LengthInBufferCells(source, 0);

    public override int LengthInBufferCells(string source, int offset) =>
        CellWidth.Of(new StringDecorated(source[offset..]).ToString(OutputRendering.PlainText));

    public override int LengthInBufferCells(char source) =>
        char.IsSurrogate(source) ? 1 : CellWidth.OfElement([source]);

    /// <summary>Clearing the whole screen is the one use that a terminal without a readable buffer can serve.</summary>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (rectangle is not { Left: -1, Top: -1, Right: -1, Bottom: -1 })
            throw Unsupported();
        if (traits.OutputIsTerminal && traits.MovesCursor)
            Console.Clear();
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Unsupported();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Unsupported();

    public override void ScrollBufferContents(
        Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw Unsupported();

    private static ControlKeyStates ControlKeys(ConsoleModifiers modifiers) =>
        (modifiers.HasFlag(ConsoleModifiers.Shift) ? ControlKeyStates.ShiftPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Alt) ? ControlKeyStates.LeftAltPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Control) ? ControlKeyStates.LeftCtrlPressed : 0);

    private static PSNotSupportedException Unsupported() => new("The terminal cannot do this.");
}
