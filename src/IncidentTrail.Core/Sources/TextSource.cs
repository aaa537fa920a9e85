using System.Text;

namespace IncidentTrail;

/// <summary>Records given as text, in any form a log file may have.</summary>
public sealed class TextSource : ITrailSource
{
    private readonly IReadOnlyList<string> _texts;
    private readonly int _first;

    /// <summary>Makes a source of texts; the first is named <c>text N</c>, and so on.</summary>
    public TextSource(IReadOnlyList<string> texts, int first = 1)
    {
        _texts = texts;
        _first = first;
    }

    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public int ReadAhead => Environment.ProcessorCount + 2;

    /// <inheritdoc/>
    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailCoverage coverage, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        for (var i = 0; i < _texts.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            var text = _texts[i];
            yield return TrailSourceItem.ForLog(
                new TrailLog { Location = $"text {_first + i}" },
                _ => ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false)));
        }
        await Task.CompletedTask.ConfigureAwait(false);
    }
}
