using System.Buffers;
using IncidentTrail.Records;

namespace IncidentTrail.Sql;

/// <summary>Rows that follow one another and come from one object: they are read as a log of that name.</summary>
internal sealed class RowRun
{
    private const string Scheme = "s3://";

    private readonly ArrayBufferWriter<byte> _json = new();
    private int _rows;

    private RowRun(string? path, bool isInOrder)
    {
        Path = path;
        IsInOrder = isInOrder;
        _json.Write("{\"Records\":["u8);
    }

    private string? Path { get; }

    private bool IsInOrder { get; }

    /// <summary>The rows of a page as logs; each is read from memory.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="statement">What they answer.</param>
    /// <param name="place">What rows are of that name no object.</param>
    /// <param name="most">How many rows a log may have.</param>
    internal static IEnumerable<FoundLog> Of(
        IEnumerable<IReadOnlyList<string?>> rows, TrailStatement statement, string place, int most = int.MaxValue)
    {
        var record = new RebuiltRecord(statement.Columns);
        var time = IndexOf(statement.Columns, RecordField.EventTime);
        RowRun? run = null;
        foreach (var row in rows)
        {
            var path = row[^1];
            var isInOrder = time >= 0 && IsUsual(row[time]);
            if (run is null || run.Path != path || run.IsInOrder != isInOrder || run._rows >= most)
            {
                if (run is not null)
                    yield return run.ToLog(place);
                run = new RowRun(path, isInOrder);
            }
            else
            {
                run._json.Write(","u8);
            }
            record.Write(row, run._json);
            run._rows++;
        }
        if (run is not null)
            yield return run.ToLog(place);
    }

    // As CloudTrail writes it, and as the statement's own order takes it.
    private static bool IsUsual(string? text) => text is { Length: 20 } && text[4] == '-' && text[10] == 'T' && text[19] == 'Z'
        && DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    private static int IndexOf(IReadOnlyList<TableColumn> columns, RecordField field)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (TrailTable.FieldOf(columns[i].Name) == field)
                return i;
        }
        return -1;
    }

    private FoundLog ToLog(string place)
    {
        _json.Write("]}"u8);
        var bytes = _json.WrittenMemory.ToArray();
        return new FoundLog(Place(Path ?? place), _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes, writable: false))) { IsInOrder = IsInOrder };
    }

    /// <summary>The object that a row comes from, by its address.</summary>
    internal static TrailLog Place(string path) =>
        (path.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && path.IndexOf('/', Scheme.Length) is var slash and > 0
            ? TrailLogLocation.FromKey(path[Scheme.Length..slash], path[(slash + 1)..]) : new TrailLog { Location = path }).AsRebuilt();
}
