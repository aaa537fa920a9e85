namespace IncidentTrail.Aws.S3;

/// <summary>
/// Lets downloads in as far as their number and the bytes they hold allow, in the order of the list. What is first in
/// that order is always let in, whatever the others hold: they may be waiting for it to be read. So is one of before that
/// is opened again, to be compared with what is read now.
/// </summary>
internal sealed class DownloadGate(int downloads, long bytes)
{
    private readonly object _lock = new();

    // In the order of turns. Both are short, as is what is read ahead.
    private readonly List<Download> _waiting = [];
    private readonly List<Download> _holding = [];
    private int _downloads = downloads;
    private long _bytes = bytes;

    /// <summary>
    /// Waits for admission. The download is over with <see cref="EndDownload"/> and its bytes are free with
    /// <see cref="Free"/>, or both with <see cref="Leave"/>.
    /// </summary>
    public async Task EnterAsync(long turn, long size, CancellationToken token)
    {
        var download = new Download(turn, size);
        lock (_lock)
        {
            Add(_waiting, download);
            Admit();
        }

        try
        {
            await download.Entered.Task.WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                if (!_waiting.Remove(download))
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

    private static void Add(List<Download> list, Download download)
    {
        var place = list.Count;
        while (place > 0 && list[place - 1].Turn > download.Turn)
            place--;
        list.Insert(place, download);
    }

    private void Release(long turn, long size, bool download)
    {
        var place = 0;
        while (_holding[place].Turn != turn)
            place++;
        _holding.RemoveAt(place);
        _bytes += size;
        _downloads += download ? 1 : 0;
        Admit();
    }

    private void Admit()
    {
        while (_waiting.Count > 0)
        {
            var next = _waiting[0];
            var isFirst = _holding.Count == 0 || next.Turn <= _holding[0].Turn;
            if (!isFirst && (_downloads <= 0 || _bytes < next.Size))
                return;
            _waiting.RemoveAt(0);
            Add(_holding, next);
            _downloads--;
            _bytes -= next.Size;
            next.Entered.SetResult();
        }
    }

    private sealed class Download(long turn, long size)
    {
        public long Turn => turn;

        public long Size => size;

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
