using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace IncidentTrail.Sources;

/// <summary>
/// Works on several inputs at once and hands out what they give in the order of the inputs: folders that are listed, logs that
/// are read or saved. What is held does not grow with the number of inputs, and when the reading stops, so does all of it.
/// </summary>
internal static class OrderedWork
{
    /// <summary>Works on each input, with so many begun ahead of the one being handed out.</summary>
    /// <param name="inputs">The inputs, taken one by one as there is room.</param>
    /// <param name="work">Writes what an input gives; its end is the input's end, and what it throws is thrown in its place.</param>
    /// <param name="ahead">How many inputs may wait behind the one being handed out.</param>
    /// <param name="held">How many results of an input may wait for its turn before its work does.</param>
    /// <param name="token">Stops everything.</param>
    public static async IAsyncEnumerable<TOut> Of<TIn, TOut>(
        IAsyncEnumerable<TIn> inputs, Func<TIn, ChannelWriter<TOut>, CancellationToken, Task> work, int ahead, int held,
        [EnumeratorCancellation] CancellationToken token)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var order = Channel.CreateBounded<Channel<TOut>>(
            new BoundedChannelOptions(ahead) { SingleReader = true, SingleWriter = true });
        var starting = Task.Run(() => StartAsync(inputs, work, order.Writer, ahead, held, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var results in order.Reader.ReadAllAsync(token).ConfigureAwait(false))
            {
                await foreach (var result in results.Reader.ReadAllAsync(token).ConfigureAwait(false))
                    yield return result;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await starting.ConfigureAwait(false);
        }
    }

    /// <summary>Expands each input; one that is not at its turn waits behind its first element.</summary>
    public static IAsyncEnumerable<TOut> Of<TIn, TOut>(
        IAsyncEnumerable<TIn> inputs, Func<TIn, CancellationToken, IAsyncEnumerable<TOut>> expand, int ahead, CancellationToken token) =>
        Of<TIn, TOut>(inputs, (input, results, stop) => FillAsync(expand(input, stop), results, stop), ahead, held: 1, token);

    private static async Task StartAsync<TIn, TOut>(
        IAsyncEnumerable<TIn> inputs, Func<TIn, ChannelWriter<TOut>, CancellationToken, Task> work,
        ChannelWriter<Channel<TOut>> order, int ahead, int held, CancellationToken token)
    {
        var running = new HashSet<Task>();
        try
        {
            await foreach (var input in inputs.WithCancellation(token).ConfigureAwait(false))
            {
                var results = Channel.CreateBounded<TOut>(new BoundedChannelOptions(held) { SingleReader = true, SingleWriter = true });
                await order.WriteAsync(results, token).ConfigureAwait(false);
                // Not one by one: that many are looked at each time.
                if (running.Count > 2 * ahead)
                    running.RemoveWhere(task => task.IsCompleted);
                running.Add(Task.Run(() => WorkAsync(input, work, results.Writer, token), CancellationToken.None));
            }

            order.Complete();
        }
        catch (Exception e)
        {
            order.Complete(e);
        }

        await Task.WhenAll(running).ConfigureAwait(false);
    }

    private static async Task WorkAsync<TIn, TOut>(
        TIn input, Func<TIn, ChannelWriter<TOut>, CancellationToken, Task> work, ChannelWriter<TOut> results, CancellationToken token)
    {
        try
        {
            await work(input, results, token).ConfigureAwait(false);
            results.Complete();
        }
        catch (Exception e)
        {
            results.Complete(e);
        }
    }

    private static async Task FillAsync<T>(IAsyncEnumerable<T> elements, ChannelWriter<T> results, CancellationToken token)
    {
        await foreach (var element in elements.WithCancellation(token).ConfigureAwait(false))
            await results.WriteAsync(element, token).ConfigureAwait(false);
    }
}
