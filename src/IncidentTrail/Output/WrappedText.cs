using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace IncidentTrail.PowerShell.Output;

/// <summary>
/// Wraps texts of ours at spaces where PowerShell would cut them inside words: it wraps at words in six languages alone, and
/// not where no language is set (findings/powershell-words-cut-in-other-languages.sh). How wide the output will be only
/// PowerShell knows: the window's width is taken.
/// </summary>
internal static class WrappedText
{
    private static readonly string[] s_wrappedByPowerShell = ["en", "fr", "de", "it", "pt", "es"];
    private static readonly Dictionary<string, int> s_labels = typeof(TrailEvent).Assembly.GetExportedTypes()
        .Where(ViewProperties.AreShown)
        .ToDictionary(t => t.FullName!, LongestLabel);

    /// <summary>A text in a list, beside the labels of its object.</summary>
    internal static string InList(PSObject row, string text) =>
        IsWrappedByPowerShell ? text : Wrap(text, WindowWidth.Cells - LabelWidth(row) - " : ".Length);

    /// <summary>A text in a table's last column, behind others that are so wide.</summary>
    internal static string InColumn(int before, string text) => IsWrappedByPowerShell ? text : Wrap(text, WindowWidth.Cells - before);

    private static bool IsWrappedByPowerShell =>
        s_wrappedByPowerShell.Contains(CultureInfo.CurrentCulture.TwoLetterISOLanguageName);

    // Labels are the names of properties; what is given in other words, in UTC or in seconds, lists leave out.
    private static int LongestLabel(Type type) => ViewProperties.Values(type)
        .Select(p => p.Name)
        .Where(name => !name.EndsWith("Seconds", StringComparison.Ordinal) && !name.EndsWith("Utc", StringComparison.Ordinal))
        .Max(name => (int?)name.Length) ?? 0;

    private static int LabelWidth(PSObject row)
    {
        foreach (var type in row.TypeNames)
        {
            var name = type.StartsWith("Deserialized.", StringComparison.Ordinal) ? type["Deserialized.".Length..] : type;
            if (s_labels.TryGetValue(name, out var width))
                return width;
        }
        return 0;
    }

    // The text with a line end in place of the last space before each margin. A word that is longer PowerShell cuts, and goes on behind it.
    private static string Wrap(string text, int width)
    {
        if (width < CmdletLimits.NarrowestText || text.Length <= width)
            return text;
        var wrapped = new StringBuilder(text.Length + 16);
        var column = 0;
        foreach (var line in text.Split(Environment.NewLine))
        {
            if (wrapped.Length > 0)
                wrapped.Append(Environment.NewLine);
            column = 0;
            foreach (var word in line.Split(' '))
            {
                if (column > 0 && column + 1 + word.Length > width)
                {
                    wrapped.Append(Environment.NewLine);
                    column = 0;
                }
                else if (column > 0)
                {
                    wrapped.Append(' ');
                    column++;
                }
                wrapped.Append(word);
                column += word.Length > width ? ((word.Length - 1) % width) + 1 : word.Length;
            }
        }
        return wrapped.ToString();
    }
}
