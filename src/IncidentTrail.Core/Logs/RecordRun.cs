using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>
/// Takes records that follow each other as CloudTrail writes them, where each is read: its end is found with its fields, and nobody
/// looks for it before. What is written otherwise, or broken, or may be part of something that is, it leaves alone.
/// </summary>
/// <param name="selector">Takes each record.</param>
/// <param name="tools">The worker's.</param>
internal sealed class RecordRun(RecordSelector selector, RecordTools tools)
{
    /// <summary>Takes the records at a window's beginning, which stands in a list; gives how many bytes they are.</summary>
    [MethodImpl(Jit.Hot)]
    internal int Take(ReadOnlySpan<byte> data)
    {
        var taken = 0;
        for (var last = -1; selector.ReadsAll && taken > last;)
        {
            last = taken;
            taken += TakeSome(data[taken..]);
        }
        selector.Search.Earn(taken);
        return taken;
    }

    [MethodImpl(Jit.Hot)]
    private int TakeSome(ReadOnlySpan<byte> data)
    {
        if (!data.StartsWith(RecordForm.Ordinary))
            return 0;
        data = data[..tools.Quotes.Fill(data)];
        int at = 0, quote = 0;
        while (data[at..].StartsWith(RecordForm.Ordinary))
        {
            var end = tools.Fields.ReadNext(data, at, tools.Quotes, ref quote);
            if (end < 0 || !IsFollowed(data, end) || !selector.TakeFound(data[at..end], new Wrapping(WrappingKind.Listed)))
                break;
            at = data[end] == ',' ? end + 1 : end;
        }
        return at;
    }

    // By another record, or by the list's end.
    private static bool IsFollowed(ReadOnlySpan<byte> data, int end) =>
        end + 1 < data.Length && (data[end] == ']' || (data[end] == ',' && data[end + 1] == '{'));
}
