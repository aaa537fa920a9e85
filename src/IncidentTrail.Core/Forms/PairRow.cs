using IncidentTrail.Json;

namespace IncidentTrail.Forms;

/// <summary>
/// A row that is a list of its columns: <c>[{"field":"@message","value":"…"},…]</c> of Logs Insights, <c>[{"eventID":"…"},…]</c> of
/// CloudTrail Lake.
/// </summary>
internal static class PairRow
{
    /// <summary>The row as one object; null where the list is something else.</summary>
    internal static byte[]? Join(ReadOnlySpan<byte> list)
    {
        var joined = new List<byte>(list.Length) { (byte)'{' };
        var at = 1;
        while (true)
        {
            JsonWalker.SkipSpace(list, ref at);
            var start = at;
            if (at >= list.Length || list[at] != '{' || !JsonWalker.TrySkipValue(list, ref at))
                return null;
            if (!TryAdd(list[start..at], joined))
                return null;
            JsonWalker.SkipSpace(list, ref at);
            if (at == list.Length - 1)
                break;
            if (list[at++] != ',')
                return null;
            joined.Add((byte)',');
        }
        joined.Add((byte)'}');
        return [.. joined];
    }

    private static bool TryAdd(ReadOnlySpan<byte> pair, List<byte> joined)
    {
        ReadOnlySpan<byte> name = default, value = default, only = default;
        var members = new JsonMembers(pair);
        var count = 0;
        for (; members.MoveNext(); count++)
        {
            if (Is(members.Name, "field") || Is(members.Name, "name") || Is(members.Name, "key"))
                name = members.Value;
            else if (Is(members.Name, "value"))
                value = members.Value;
            else if (members.Value[0] is not ((byte)'{' or (byte)'['))
                only = members.Name;
            if (count == 0 && !only.IsEmpty)
                value = members.Value;
        }
        if (count == 1 && !only.IsEmpty)
            joined.AddRange([(byte)'"', .. only, (byte)'"', (byte)':', .. value]);
        else if (count == 2 && name is [(byte)'"', ..] && !value.IsEmpty)
            joined.AddRange([.. name, (byte)':', .. value]);
        else
            return false;
        return true;
    }

    private static bool Is(ReadOnlySpan<byte> name, string word) => System.Text.Ascii.EqualsIgnoreCase(name, word);
}
