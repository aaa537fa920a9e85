using IncidentTrail.Forms;

namespace IncidentTrail.Logs;

/// <summary>
/// Finds the cells of a CSV file that hold JSON. A quote in one is written twice; whether it holds a record its content tells.
/// </summary>
internal static class CsvCells
{
    /// <summary>Takes the next such cell of a window; false where there is none, or more bytes are needed.</summary>
    internal static bool Step(RecordWindow window, RecordSelector selector)
    {
        var json = Next(window.Data, window.IsLast, out var next);
        if (json is not null)
            selector.Texts.TakeCell(json);
        else if (next == 0 && window.Data.Length > HostileLimits.LargestRecord)
        {
            selector.Broken(window.Data);
            next = window.Data.Length;
        }
        window.Advance(next);
        if (json is null && window.IsLast && selector.Account.Count == 0)
            selector.Account.NoRecord(LogForms.Csv);
        return json is not null;
    }

    /// <summary>The next such cell's content, with its quotes single again; null where there is none.</summary>
    /// <param name="data">Content, from a place between cells.</param>
    /// <param name="isLast">True where nothing follows.</param>
    /// <param name="next">Where to go on; with null and false, where to begin once there is more.</param>
    private static byte[]? Next(ReadOnlySpan<byte> data, bool isLast, out int next)
    {
        var start = -1;
        for (next = 0; next < data.Length; next = start + 2)
        {
            var found = data[next..].IndexOf("\"{"u8);
            start = found < 0 ? -1 : next + found;
            if (start < 0 || IsBeginning(data[..start]))
                break;
        }
        if (start < 0 || next >= data.Length)
        {
            next = isLast || data.IsEmpty ? data.Length : data.Length - 1;
            return null;
        }
        var cell = new List<byte>();
        for (var at = start + 1; at < data.Length; at++)
        {
            if (data[at] == '"')
            {
                if (at + 1 == data.Length && !isLast)
                    break;
                if (at + 1 == data.Length || data[at + 1] != '"')
                {
                    next = at + 1;
                    return [.. cell];
                }
                at++;
            }
            cell.Add(data[at]);
        }
        next = isLast ? data.Length : start;
        return isLast ? [.. cell] : null;
    }

    // What stands before a cell: nothing, the mark of UTF-8, or what ends the cell or line before.
    private static bool IsBeginning(ReadOnlySpan<byte> before) =>
        before.IsEmpty || before.SequenceEqual("\uFEFF"u8) || before[^1] is (byte)',' or (byte)'\t' or (byte)';' or (byte)'|' or (byte)'\n' or (byte)'\r';
}
