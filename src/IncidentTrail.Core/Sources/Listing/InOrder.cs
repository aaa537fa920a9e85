using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace IncidentTrail.Sources.Listing;

/// <summary>Works ahead on several sequences and hands their elements out in the order of the sequences.</summary>
internal static class InOrder
{
    /// <summary>
    /// Expands each input, about <paramref name="ahead"/> at once. One that is not at its turn waits behind its first
    /// element, so what is held does not grow with the number of inputs. When the reading stops, so does all of it.
    /// </summary>
    public static async IAsyncEnumerable<TOut> Of<TIn, TOut>(
        IAsyncEnumerable<TIn> inputs, Func<TIn, CancellationToken, IAsyncEnumerable<TOut>> expand, int ahead,
        [EnumeratorCancellation] CancellationToken token)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var order = Channel.CreateBounded<Channel<TOut>>(
            new BoundedChannelOptions(ahead) { SingleReader = true, SingleWriter = true });
        var starting = Task.Run(() => StartAsync(inputs, expand, order.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var elements in order.Reader.ReadAllAsync(token).ConfigureAwait(false))
            {
                await foreach (var element in elements.Reader.ReadAllAsync(token).ConfigureAwait(false))
                    yield return element;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await starting.ConfigureAwait(false);
        }
    }

    private static async Task StartAsync<TIn, TOut>(
        IAsyncEnumerable<TIn> inputs, Func<TIn, CancellationToken, IAsyncEnumerable<TOut>> expand,
        ChannelWriter<Channel<TOut>> order, CancellationToken token)
    {
        var running = new HashSet<Task>();
        try
        {
            await foreach (var input in inputs.WithCancellation(token).ConfigureAwait(false))
            {
                var elements = Channel.CreateBounded<TOut>(
                    new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });
                running.RemoveWhere(work => work.IsCompleted);
                running.Add(Task.Run(() => FillAsync(expand(input, token), elements.Writer, token), CancellationToken.None));
                await order.WriteAsync(elements, token).ConfigureAwait(false);
            }

            order.Complete();
        }
        catch (Exception e)
        {
            order.Complete(e);
        }

        await Task.WhenAll(running).ConfigureAwait(false);
    }

    private static async Task FillAsync<T>(IAsyncEnumerable<T> elements, ChannelWriter<T> writer, CancellationToken token)
    {
        try
        {
            await foreach (var element in elements.WithCancellation(token).ConfigureAwait(false))
                await writer.WriteAsync(element, token).ConfigureAwait(false);
            writer.Complete();
        }
        catch (Exception e)
        {
            writer.Complete(e);
        }
    }
}
