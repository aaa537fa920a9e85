using System.Text;

namespace IncidentTrail.Sql;

/// <summary>Names and values as Trino's SQL takes them, so that no text can change a statement.</summary>
internal static class SqlText
{
    /// <summary>The escape character of LIKE: Trino has none of its own.</summary>
    private const char Escape = '\\';

    /// <summary>A name.</summary>
    internal static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text. A backslash is an ordinary character there.</summary>
    internal static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A list of texts for IN.</summary>
    internal static string List(IEnumerable<string> texts) => $"({string.Join(", ", texts.Select(Literal))})";

    /// <summary>
    /// A text in lower case as far as ASCII goes. Trino's own lower() makes letters of other alphabets ASCII ones that are none
    /// for .NET, the Kelvin sign among them.
    /// </summary>
    internal static string Folded(string sql) => $"translate({sql}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')";

    /// <summary>A comparison with a pattern of LIKE, whose literal parts went through <see cref="LikeLiteral"/>.</summary>
    internal static string Like(string sql, string pattern) => pattern.Contains(Escape)
        ? $"{sql} LIKE {Literal(pattern)} ESCAPE '{Escape}'"
        : $"{sql} LIKE {Literal(pattern)}";

    /// <summary>A text as a part of a pattern of LIKE.</summary>
    internal static string LikeLiteral(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '%' or '_' or Escape)
                escaped.Append(Escape);
            escaped.Append(character);
        }
        return escaped.ToString();
    }

    /// <summary>How many bytes a statement has, as the service counts them.</summary>
    internal static int Size(string sql) => Encoding.UTF8.GetByteCount(sql);
}
