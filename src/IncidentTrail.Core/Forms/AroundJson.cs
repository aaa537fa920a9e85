using System.Text;
using System.Text.RegularExpressions;

namespace IncidentTrail.Forms;

/// <summary>
/// What stands around JSON that somebody put into a script or a note: <c>var x = …;</c>, a call around it, the fences of
/// Markdown, lines of comment. It is nothing that was lost; a quote in it may be the rest of a record, and is not passed over.
/// </summary>
internal static partial class AroundJson
{
    private const string Marks = @"(?>(?:[\s\0;)]|//[^\n""]*|\#[^\n""]*|/\*(?>(?:[^*""]|\*(?!/))*)\*/|`{3,}[^`""]*)*)";

    // An assignment, or the beginning of a call. Base64 ends in = too, and on its line.
    private const string Code = @"(?:(?:(?:export[ ]+)?(?:var|let|const)[ ]+)?[A-Za-z_$][\w$.]{0,63}[ ]*=[ ]*|export[ ]+default[ ]+|[A-Za-z_$][\w$.]{0,63}[ ]?\(\s*)?";

    // The headers of an answer, as curl -i writes them, and of those before it; of a part of one (206) the rest is missing.
    private const string Answer = @"(?:HTTP/[\d.]+ (?!206)\d{3}[^\n]*\n(?:[\w-]+:[^\n]*\n)*\r?\n)*";

    /// <summary>How many bytes of it stand before the first JSON of a content.</summary>
    internal static int Before(ReadOnlySpan<byte> data)
    {
        if (data is [(byte)'{' or (byte)'[', ..])
            return 0;
        var text = Encoding.UTF8.GetString(data[..Math.Min(data.Length, EngineLimits.LookedAt)]);
        return First().Match(text) is { Success: true, Length: var length } ? Encoding.UTF8.GetByteCount(text.AsSpan(0, length)) : 0;
    }

    /// <summary>True for text between two pieces that is nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isBefore">True where a piece follows on its last line.</param>
    internal static bool Is(string text, bool isBefore) => (isBefore ? Between() : Behind()).IsMatch(text);

    [GeneratedRegex(@"^(?>" + Answer + @"(?:[\s\uFEFF]|//[^\n""]*(?:""[^\n""]*""[^\n""]*)*\n|\#[^\n""]*\n|/\*(?>(?:[^*]|\*(?!/))*)\*/)*)(?:[^{\[`]*`{3,}[\w-]*[ \t]*\r?\n\s*)?" + Code + @"(?=[\[{])", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex("^" + Marks + Code + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex("^" + Marks + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
