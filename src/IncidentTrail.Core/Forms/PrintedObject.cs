using System.Text.RegularExpressions;

namespace IncidentTrail.Forms;

/// <summary>
/// Knows what Ruby, Node.js and Java print of an object: it looks like JSON that was damaged, and is none. Of Ruby's the texts alone
/// would be JSON; Java's have no quotes, so nobody can say where one ends.
/// </summary>
internal static partial class PrintedObject
{
    // So far reaches a first name that no record's is longer than.
    private const int FirstName = 64;

    /// <summary>False for what begins with a quoted name as JSON's objects do; said without making text of it.</summary>
    internal static bool MayBe(ReadOnlySpan<byte> data) => data[..Math.Min(data.Length, FirstName)].IndexOf("=>"u8) >= 0;

    /// <summary>True where a content begins with one that names a field of a record, and no JSON is in it.</summary>
    internal static bool Is(string text) =>
        Beginning().IsMatch(text) && FieldName().IsMatch(text) && !JsonMember().IsMatch(text);

    [GeneratedRegex("""^\[?\s*\{\s*(?:"\w+"\s*=>|:?[A-Za-z_]\w*\s*[=:])""", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    // An object of a script may hold whole records, as may a text in it.
    [GeneratedRegex("""\{\s*"(?:event\w+|userIdentity|Records|CloudTrailEvent)"\s*:""", RegexOptions.CultureInvariant)]
    private static partial Regex JsonMember();

    [GeneratedRegex("""\b(?:eventName|eventVersion|eventSource|eventTime|userIdentity|CloudTrailEvent)"?\s*(?:=>|[=:])""", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();
}
