using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Lists a bucket, and asks at its beginning for the folders that the last listing went through: each level of them waits for
/// the one above else. An answer counts where the listing asks for it; what it does not ask for is given up.
/// </summary>
internal sealed class FoldersAhead : IKeyLister, IAsyncDisposable
{
    private readonly IKeyLister _lister;
    private readonly BucketMemory _memory;
    private readonly string _scope;
    private readonly CancellationTokenSource _stop;
    private readonly Dictionary<string, Task<KeyPage>> _ahead = [];
    private readonly List<string> _asked = [];
    private readonly Task _answers;

    /// <param name="lister">What lists.</param>
    /// <param name="memory">What is known of the bucket.</param>
    /// <param name="scope">What of the bucket is listed: another question goes through other folders.</param>
    /// <param name="token">Stops the listing.</param>
    public FoldersAhead(IKeyLister lister, BucketMemory memory, string scope, CancellationToken token)
    {
        (_lister, _memory, _scope) = (lister, memory, scope);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        foreach (var parent in memory.Folders(scope))
            _ahead[parent] = lister.ListAsync(new KeyPageRequest(parent, Folders: true), _stop.Token);
        _answers = Task.WhenAll(_ahead.Values);
    }

    public string Bucket => _lister.Bucket;

    public Task<KeyPage> ListAsync(KeyPageRequest request, CancellationToken token) =>
        request is { Folders: true, After: null, Continuation: null } && Take(request.Prefix) is { } page
            ? page.WaitAsync(token) : _lister.ListAsync(request, token);

    /// <summary>
    /// Ends the listing, and keeps what it asked for. What came of the rest is nobody's business, but is not left running.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        lock (_asked)
        {
            if (_asked.Count > 0)
                _memory.Keep(_scope, _asked);
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await _answers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private Task<KeyPage>? Take(string parent)
    {
        lock (_asked)
        {
            if (_asked.Count < AdapterLimits.FoldersKnown && !_asked.Contains(parent))
                _asked.Add(parent);
            return _ahead.Remove(parent, out var page) ? page : null;
        }
    }
}
