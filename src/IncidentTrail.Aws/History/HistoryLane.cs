using System.Threading.Channels;
using IncidentTrail.Aws.CloudTrail;

namespace IncidentTrail.Aws.History;

/// <summary>
/// A sweep that is fetched ahead while others are delivered, and the event of it that is next in order.
/// </summary>
internal sealed class HistoryLane(HistoryPlace place, HistorySweep sweep, int order, ReadAheadBudget budget)
{
    private readonly Channel<LookupPage> _pages = Channel.CreateUnbounded<LookupPage>(new() { SingleReader = true, SingleWriter = true });
    private LookupPage? _page;
    private int _index;
    private int _waiting;

    /// <summary>The account and Region it belongs to.</summary>
    public HistoryPlace Place => place;

    /// <summary>The event that is next.</summary>
    public LookupEvent Current => _page!.Events[_index];

    /// <summary>What it is ordered by: newest first, and among equals by the order of accounts, Regions and attributes.</summary>
    public (long, int) Rank => (-At.Ticks, order);

    /// <summary>The time of the next event; one without a time stays behind the event before it.</summary>
    public DateTime At { get; private set; } = DateTime.MaxValue;

    /// <summary>Fetches pages until the sweep ends, fails, or is stopped.</summary>
    public async Task FetchAsync(CancellationToken token)
    {
        try
        {
            await foreach (var page in sweep.ReadAsync(token).ConfigureAwait(false))
            {
                Interlocked.Increment(ref _waiting);
                budget.Take(Size(page));
                _pages.Writer.TryWrite(page);
                await budget.WaitAsync(() => Volatile.Read(ref _waiting) == 0, token).ConfigureAwait(false);
            }

            _pages.Writer.Complete();
        }
        catch (Exception e)
        {
            _pages.Writer.Complete(e);
        }
    }

    /// <summary>
    /// Goes on to the next event of the page. Returns false at the page's end: <see cref="TurnPageAsync"/> fetches the next.
    /// </summary>
    public bool MoveNext()
    {
        if (_page is null || ++_index >= _page.Events.Count)
            return false;
        At = Current.TimeUtc ?? At;
        return true;
    }

    /// <summary>
    /// Goes on to the first event of the next page that has one. Returns false at the end of the sweep; throws what
    /// ended it before.
    /// </summary>
    public async ValueTask<bool> TurnPageAsync(CancellationToken token)
    {
        do
        {
            if (!await _pages.Reader.WaitToReadAsync(token).ConfigureAwait(false))
                return false;
            _pages.Reader.TryRead(out _page);
            place.Note(_page!);
            Interlocked.Decrement(ref _waiting);
            budget.Release(Size(_page!));
            _index = -1;
        }
        while (!MoveNext());
        return true;
    }

    private static long Size(LookupPage page) => page.Events.Sum(e => (long)e.Json.Length);
}
