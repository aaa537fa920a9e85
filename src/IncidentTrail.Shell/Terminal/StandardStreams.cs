using System.Text;

namespace IncidentTrail.Shell.Terminal;

/// <summary>The process's output streams, UTF-8 where redirected.</summary>
internal static class StandardStreams
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard output.</summary>
    public static TextWriter OpenOutput(TerminalTraits traits) =>
        Writer(Console.OpenStandardOutput(), traits.OutputIsTerminal);

    /// <summary>Standard error.</summary>
    public static TextWriter OpenError(TerminalTraits traits) =>
        Writer(Console.OpenStandardError(), traits.ErrorIsTerminal);

    private static StreamWriter Writer(Stream stream, bool isTerminal)
    {
        if (isTerminal && OperatingSystem.IsWindows())
            Console.OutputEncoding = Utf8;
        return new StreamWriter(stream, isTerminal ? Console.OutputEncoding : Utf8) { AutoFlush = true };
    }
}
