using System.Text;
using System.Text.RegularExpressions;

namespace IncidentTrail.Forms;

/// <summary>
/// What stands on a line before its record: the time of CloudWatch Logs' exports and of <c>aws logs tail</c>, syslog's priority,
/// the kind of row in the AWS CLI's text.
/// </summary>
internal static partial class LinePrefix
{
    /// <summary>True for a text that begins as such a line does.</summary>
    internal static bool Begins(string line) => Time().IsMatch(line) || Row().IsMatch(line) || File().IsMatch(line);

    /// <summary>True where text between two pieces is nothing but such lines, and the beginning of one.</summary>
    /// <param name="data">Content.</param>
    /// <param name="start">Where the text begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="next">Where the next piece begins; negative where there is none.</param>
    /// <param name="hasSeen">True where such lines have been seen before.</param>
    /// <param name="messages">How many of the lines are messages that are no JSON.</param>
    internal static bool TryRead(ReadOnlySpan<byte> data, int start, int end, int next, bool hasSeen, out int messages)
    {
        messages = 0;
        var before = start;
        while (before > 0 && data[before - 1] is (byte)' ' or (byte)'\t')
            before--;
        var lines = Encoding.UTF8.GetString(data[start..end]).Split('\n');
        // Behind a record its row of the AWS CLI's text goes on; the record itself may have been used.
        var isTail = before > 0 ? data[before - 1] != '\n' : hasSeen && !Begins(lines[0]);
        if (isTail && !(hasSeen && (start == 0 || data[start - 1] == '\t') && (before > 0 || lines[0].Contains('\t'))))
            return false;
        var isBefore = next >= 0 && data[end..next].IndexOf((byte)'\n') < 0;
        if (!isTail && !Begins(lines[0]))
            return false;
        for (var i = isTail ? 1 : 0; i < lines.Length; i++)
        {
            if (Time().IsMatch(lines[i]) && !(isBefore && i == lines.Length - 1))
                messages++;
        }
        return !isBefore || (isTail && lines.Length == 1) || Begins(lines[^1]);
    }

    [GeneratedRegex(@"^\s*(?:<\d{1,3}>|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d{13}(?:\s|$)|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d )", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    // grep's name of the file, and the name of a container.
    [GeneratedRegex(@"^(?:(?=[^\s""{}\[\],:./]*[./])[^\s""{}\[\],:]+:(?:\d+:)?|[\w.-]+\s+\|)$", RegexOptions.CultureInvariant)]
    private static partial Regex File();

    [GeneratedRegex(@"^(?:EVENTS|RESOURCES|NEXTTOKEN|RESULTS|MESSAGES|SEARCHEDLOGSTREAMS|None)\t", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
