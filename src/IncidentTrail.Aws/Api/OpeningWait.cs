using System.Collections.Concurrent;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// What is waited for while a source is opened. What is tried again meanwhile is told on the opener's own thread, which alone
/// may write at the prompt.
/// </summary>
internal sealed class OpeningWait
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly Action<string>? _tell;
    private readonly CancellationToken _token;

    public OpeningWait(Action<string>? tell, CancellationToken token, TimeProvider? clock = null)
    {
        _tell = tell;
        _token = token;
        Schedule = new RetrySchedule { Stop = token, Told = Tell, Clock = clock ?? TimeProvider.System };
    }

    /// <summary>How what is asked meanwhile, and later for the same credentials, is asked again.</summary>
    public RetrySchedule Schedule { get; }

    /// <summary>Gives up.</summary>
    public CancellationToken Token => _token;

    /// <summary>Says a line now. Called on the opener's thread.</summary>
    public void Say(string line) => _tell?.Invoke(line);

    /// <summary>Does something away from this thread, which waits for it and says what there is to say.</summary>
    public T For<T>(Func<Task<T>> work)
    {
        var done = Task.Run(work, _token);
        _ = done.ContinueWith(_ => _news.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        while (true)
        {
            _news.Wait(_token);
            while (_lines.TryDequeue(out var line))
                Say(line);
            if (done.IsCompleted)
                return done.GetAwaiter().GetResult();
        }
    }

    private void Tell(string line)
    {
        _lines.Enqueue(line);
        _news.Release();
    }
}
