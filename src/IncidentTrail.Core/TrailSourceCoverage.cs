using System.Collections.Concurrent;

namespace IncidentTrail;

/// <summary>What one source says of itself: how many events came from it, how far it reaches, and what limits it.</summary>
public sealed class TrailSourceCoverage
{
    private readonly ConcurrentQueue<string> _notes = new();
    private readonly ConcurrentDictionary<string, object?> _facts = new(StringComparer.OrdinalIgnoreCase);

    internal TrailSourceCoverage(string name) => Name = name;

    /// <summary>A path, <c>s3://bucket/prefix</c>, a trail's ARN, or <c>Event history</c> with account and Region.</summary>
    public string Name { get; }

    /// <summary>Events delivered from it.</summary>
    public long EventCount { get; internal set; }

    /// <summary>The time of the newest event read from it, in UTC, matching or not; null before the first.</summary>
    public DateTime? ReachesUtc { get; set; }

    /// <summary>True where it was read to its end.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>Facts of the source by name (whether a trail is logging, what was pushed to a server, …).</summary>
    public IReadOnlyDictionary<string, object?> Facts => _facts;

    /// <summary>What limits the answer, a sentence each.</summary>
    public IReadOnlyCollection<string> Notes => _notes;

    /// <summary>States a fact.</summary>
    public void State(string name, object? value) => _facts[name] = value;

    /// <summary>Adds a note.</summary>
    public void Note(string text) => _notes.Enqueue(text);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
