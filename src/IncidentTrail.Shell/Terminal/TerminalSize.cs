using System.Globalization;

namespace IncidentTrail.Shell.Terminal;

/// <summary>The size that output is laid out for, in cells.</summary>
internal static class TerminalSize
{
    private const int RedirectedWidth = 120;
    private const int FallbackHeight = 50;

    /// <summary>The width of tables: the terminal's, else COLUMNS, else 120.</summary>
    public static int OutputWidth(TerminalTraits traits)
    {
        if (traits.OutputIsTerminal && Width() is > 0 and var width)
            return width;

        return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var columns)
            && columns > 0 ? columns : RedirectedWidth;
    }

    /// <summary>The width of the terminal that a line is edited on; 80 where it does not say.</summary>
    public static int EditingWidth() => Width() is > 0 and var width ? width : 80;

    /// <summary>The height of the terminal.</summary>
    public static int Height(TerminalTraits traits)
    {
        try
        {
            return traits.OutputIsTerminal && Console.WindowHeight > 0 ? Console.WindowHeight : FallbackHeight;
        }
        catch (IOException)
        {
            return FallbackHeight;
        }
    }

    private static int Width()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
