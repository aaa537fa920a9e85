using System.Text;
using IncidentTrail.Sources;

namespace IncidentTrail;

/// <summary>Records given as text, in any form a log file may have.</summary>
public sealed class TextSource : ITrailSource
{
    private readonly IReadOnlyList<string> _texts;
    private readonly int _first;
    private readonly object? _whole;
    private readonly HashSet<int> _rebuilt;

    /// <summary>Makes a source of texts; the first is named <c>text N</c>, and so on.</summary>
    public TextSource(IReadOnlyList<string> texts, int first = 1)
        : this(texts, first, whole: null)
    {
    }

    /// <param name="texts">The texts.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="whole">What the texts are a part of, where they come one after the other.</param>
    /// <param name="rebuilt">Which of them, by their places, were made from the columns of a table; null for none.</param>
    internal TextSource(IReadOnlyList<string> texts, int first, object? whole, HashSet<int>? rebuilt = null)
    {
        _texts = texts;
        _first = first;
        _whole = whole;
        _rebuilt = rebuilt ?? [];
    }

    /// <inheritdoc/>
    public object Identity => _whole ?? this;

    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public int ReadAheadFor(TrailQuery query) => Environment.ProcessorCount + 2;

    /// <inheritdoc/>
    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        for (var i = 0; i < _texts.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            var held = new HeldContent(Encoding.UTF8.GetBytes(_texts[i]));
            var log = new TrailLog { Location = $"text {_first + i}" };
            yield return new FoundLog(
                _rebuilt.Contains(i) ? log.AsRebuilt() : log,
                _ => ValueTask.FromResult(held.Open() ?? throw new InvalidDataException($"{log.Location} is no longer held.")))
            {
                Held = held,
            };
        }
        await Task.CompletedTask.ConfigureAwait(false);
    }
}
