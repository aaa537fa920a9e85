namespace IncidentTrail.Aws.History;

/// <summary>
/// How much the sweeps of a question may hold together before it is delivered. A sweep that holds nothing may always
/// fetch, so the one that the order waits for is never held up.
/// </summary>
internal sealed class ReadAheadBudget(long limit)
{
    private readonly object _lock = new();
    private TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _held;

    /// <summary>Notes bytes that wait for delivery.</summary>
    public void Take(long bytes)
    {
        lock (_lock)
            _held += bytes;
    }

    /// <summary>Notes bytes that were delivered.</summary>
    public void Release(long bytes)
    {
        TaskCompletionSource released;
        lock (_lock)
        {
            _held -= bytes;
            released = _released;
            _released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        released.SetResult();
    }

    /// <summary>Waits until there is room, or the one who asks holds nothing.</summary>
    public async Task WaitAsync(Func<bool> holdsNothing, CancellationToken token)
    {
        while (true)
        {
            Task released;
            lock (_lock)
            {
                if (_held < limit || holdsNothing())
                    return;
                released = _released.Task;
            }

            await released.WaitAsync(token).ConfigureAwait(false);
        }
    }
}
