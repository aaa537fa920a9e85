using System.Runtime.CompilerServices;

namespace IncidentTrail.Sessions;

/// <summary>
/// Puts small logs on disk together that follow each other: handed from thread to thread one by one, each would cost more than
/// to read it. What is fetched, or large, is by itself, and nothing waits for what is not there yet.
/// </summary>
internal static class LogGroups
{
    internal static async IAsyncEnumerable<IReadOnlyList<TrailSourceItem>> Of(
        IAsyncEnumerable<TrailSourceItem> items, [EnumeratorCancellation] CancellationToken token)
    {
        var group = new List<TrailSourceItem>();
        var bytes = 0L;
        // The first are not to wait for many others.
        var most = 1;
        await using var each = items.GetAsyncEnumerator(token);
        while (true)
        {
            var moving = each.MoveNextAsync();
            if (!moving.IsCompleted && group.Count > 0)
            {
                yield return group;
                (group, bytes) = ([], 0);
            }
            if (!await moving.ConfigureAwait(false))
                break;
            var item = each.Current;
            if (!IsSmall(item, out var size))
            {
                if (group.Count > 0)
                    yield return group;
                (group, bytes) = ([], 0);
                yield return [item];
                continue;
            }
            group.Add(item);
            bytes += size;
            if (group.Count < most && bytes < EngineLimits.BytesInGroup)
                continue;
            yield return group;
            (group, bytes) = ([], 0);
            most = Math.Min(most * 2, EngineLimits.LogsInGroup);
        }
        if (group.Count > 0)
            yield return group;
    }

    // Of a pipe nobody knows the size, nor when it comes.
    private static bool IsSmall(TrailSourceItem item, out long size)
    {
        size = item is FoundLog { Log: { Path: not null, Size: { } stored } } ? stored : 0;
        return item is not FoundLog || (size is > 0 and <= EngineLimits.SmallLog);
    }
}
