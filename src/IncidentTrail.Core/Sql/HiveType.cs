namespace IncidentTrail.Sql;

/// <summary>
/// The type of a column as the table's catalogue writes it: <c>string</c>, <c>struct&lt;arn:string&gt;</c>,
/// <c>array&lt;…&gt;</c>, <c>map&lt;string,string&gt;</c>. Names are in lower case, as Hive keeps them.
/// </summary>
internal sealed class HiveType
{
    private HiveType(string name) => Name = name;

    /// <summary>The scalar's name, or <c>struct</c>, <c>array</c>, <c>map</c>.</summary>
    internal string Name { get; }

    /// <summary>The members of a struct.</summary>
    internal IReadOnlyDictionary<string, HiveType> Members { get; private init; } = new Dictionary<string, HiveType>();

    /// <summary>What an array holds; null for anything else.</summary>
    internal HiveType? Element { get; private init; }

    /// <summary>True for a text.</summary>
    internal bool IsText => Name is "string" or "varchar" or "char";

    /// <summary>True for what is more than one value.</summary>
    internal bool IsNested => Name is "struct" or "array" or "map";

    /// <summary>Reads a type. What is not understood is a scalar of that name.</summary>
    internal static HiveType Parse(string text)
    {
        var at = 0;
        return Take(string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant(), ref at, 0);
    }

    /// <summary>A member by its path; null where there is none.</summary>
    internal HiveType? Find(ReadOnlySpan<string> path)
    {
        var type = this;
        foreach (var name in path)
        {
            if (!type.Members.TryGetValue(name, out var member))
                return null;
            type = member;
        }
        return type;
    }

    private static HiveType Take(string text, ref int at, int depth)
    {
        var start = at;
        while (at < text.Length && text[at] is not ('<' or '>' or ',' or ':' or '('))
            at++;
        var name = text[start..at];
        if (at < text.Length && text[at] == '(')
            at = text.IndexOf(')', at) is var end and >= 0 ? end + 1 : text.Length;
        if (at >= text.Length || text[at] != '<' || depth == HostileLimits.DeepestType)
            return new HiveType(name);
        at++;
        var members = new Dictionary<string, HiveType>();
        HiveType? last = null;
        while (at < text.Length && text[at] != '>')
        {
            var from = at;
            var member = Take(text, ref at, depth + 1);
            if (at < text.Length && text[at] == ':')
            {
                at++;
                members[member.Name.Trim('`')] = last = Take(text, ref at, depth + 1);
            }
            else
            {
                last = member;
            }
            if (at < text.Length && text[at] == ',')
                at++;
            // What cannot be read would be read for ever.
            if (at == from)
                at++;
        }
        at++;
        return new HiveType(name) { Members = members, Element = name == "array" ? last : null };
    }
}
