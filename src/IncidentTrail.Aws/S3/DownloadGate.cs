namespace IncidentTrail.Aws.S3;

/// <summary>
/// Lets downloads in as far as their number and the bytes they hold allow, in the order of the list. What is first in
/// that order is always let in, whatever the others hold: they may be waiting for it to be read.
/// </summary>
internal sealed class DownloadGate(int downloads, long bytes)
{
    private readonly object _lock = new();
    private readonly SortedDictionary<long, (long Size, TaskCompletionSource Entered)> _waiting = [];
    private readonly SortedSet<long> _holding = [];
    private int _downloads = downloads;
    private long _bytes = bytes;

    /// <summary>Waits for admission. The download is over with <see cref="EndDownload"/> and its bytes are free with <see cref="Free"/>, or both with <see cref="Leave"/>.</summary>
    public async Task EnterAsync(long turn, long size, CancellationToken token)
    {
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add(turn, (size, entered));
            Admit();
        }

        try
        {
            await entered.Task.WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                if (!_waiting.Remove(turn))
                    Release(turn, size, download: true);
            }

            throw;
        }
    }

    /// <summary>The download is over; what it brought is still held.</summary>
    public void EndDownload()
    {
        lock (_lock)
        {
            _downloads++;
            Admit();
        }
    }

    /// <summary>What a turn held is let go of.</summary>
    public void Free(long turn, long size)
    {
        lock (_lock)
            Release(turn, size, download: false);
    }

    /// <summary>The download is over, and nothing of it is held.</summary>
    public void Leave(long turn, long size)
    {
        lock (_lock)
            Release(turn, size, download: true);
    }

    private void Release(long turn, long size, bool download)
    {
        _holding.Remove(turn);
        _bytes += size;
        _downloads += download ? 1 : 0;
        Admit();
    }

    private void Admit()
    {
        while (_waiting.Count > 0)
        {
            var (turn, (size, entered)) = _waiting.First();
            var isFirst = _holding.Count == 0 || turn < _holding.Min;
            if (!isFirst && (_downloads <= 0 || _bytes < size))
                return;
            _waiting.Remove(turn);
            _holding.Add(turn);
            _downloads--;
            _bytes -= size;
            entered.SetResult();
        }
    }
}
