using IncidentTrail.Events;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>What a worker reads records with, from log to log: small logs would else make more garbage than they hold.</summary>
/// <param name="texts">The texts of calls, where they are counted; else null.</param>
internal sealed class RecordTools(CallTexts? texts = null)
{
    private readonly List<Element> _pieces = [];

    /// <summary>The strings that records repeat.</summary>
    internal TextPool Texts { get; } = new();

    /// <summary>The numbers of calls' texts; null where nobody counts calls.</summary>
    internal CallTextPool? Calls { get; } = texts is null ? null : new CallTextPool(texts);

    /// <summary>Where the fields of the record stand that is being read.</summary>
    internal RecordFields Fields { get; } = new();

    /// <summary>Where quotes stand in records that follow each other: a list of its own, since what one of them holds may be read meanwhile.</summary>
    internal QuoteList Quotes { get; } = new();

    /// <summary>A list for the pieces of a window: whoever had it last may have stopped in the middle of one.</summary>
    internal List<Element> NoPieces()
    {
        _pieces.Clear();
        return _pieces;
    }
}
