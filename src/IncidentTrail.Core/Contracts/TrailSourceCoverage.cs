using System.Collections.Concurrent;

namespace IncidentTrail;

/// <summary>What one source says of itself: how many events came from it, how far it reaches, and what limits it.</summary>
public sealed class TrailSourceCoverage
{
    private readonly ConcurrentDictionary<(string?, string?), TrailReach> _reaches = new();
    private readonly ConcurrentDictionary<string, object?> _facts = new(StringComparer.OrdinalIgnoreCase);

    internal TrailSourceCoverage(string name, TrailCoverage whole)
    {
        Name = name;
        Whole = whole;
    }

    /// <summary>What this is a part of: a source that completes another looks there how far that one reaches.</summary>
    internal TrailCoverage Whole { get; }

    /// <summary>A path, <c>s3://bucket/prefix</c>, a trail's ARN, or <c>Event history</c>.</summary>
    public string Name { get; private set; }

    /// <summary>Events delivered from it.</summary>
    public long EventCount { get; internal set; }

    /// <summary>The newest time any account and Region of it reaches, in UTC; null before the first.</summary>
    public DateTime? ReachesUtc => Reaches.Max(reach => reach.ReachesUtc);

    /// <summary>Each account and Region of it, with the number of events and how far it reaches.</summary>
    public TrailList<TrailReach> Reaches { get; } = [];

    /// <summary>True where it was read to its end, and nothing was left out that may hold records.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>Facts of the source by name (whether a trail is logging, what was pushed to a server, …).</summary>
    public IReadOnlyDictionary<string, object?> Facts => _facts;

    /// <summary>What limits the answer, a sentence each.</summary>
    public TrailList<string> Notes { get; } = [];

    /// <summary>The entry of an account and Region, made on first use.</summary>
    internal TrailReach Reach(string? accountId, string? region)
    {
        if (_reaches.TryGetValue((accountId, region), out var known))
            return known;
        var made = new TrailReach(accountId, region);
        var entry = _reaches.GetOrAdd((accountId, region), made);
        if (ReferenceEquals(entry, made))
            Reaches.Append(made);
        return entry;
    }

    /// <summary>Takes another part of the source in, such as the next paths of the pipeline.</summary>
    internal void Join(string name)
    {
        const string More = " and others";
        if (name != Name && !Name.EndsWith(More, StringComparison.Ordinal))
            Name += More;
    }

    /// <summary>Notes that only logs are read that are proven.</summary>
    internal void RequireValid() => Whole.Account.RequireValid();

    /// <summary>States a fact.</summary>
    public void State(string name, object? value) => _facts[name] = value;

    /// <summary>Adds to a count among the facts.</summary>
    internal void Add(string name, long count) => _facts.AddOrUpdate(name, count, (_, before) => (long)before! + count);

    /// <summary>The first and the last instant of delivery that names of passed over logs and folders tell, in UTC; null where none does.</summary>
    internal (DateTime FirstUtc, DateTime LastUtc)? PassedOver { get; private set; }

    /// <summary>Notes deliveries that were passed over.</summary>
    internal void PassOver(DateTime firstUtc, DateTime lastUtc) => PassedOver = PassedOver is not var (first, last) ? (firstUtc, lastUtc)
        : (firstUtc < first ? firstUtc : first, lastUtc > last ? lastUtc : last);

    /// <summary>Adds a note, once: a source that is watched is looked through without an end, and has the same to note each time.</summary>
    public void Note(string text)
    {
        lock (_facts)
        {
            if (!Notes.Contains(text))
                Notes.Append(text);
        }
    }

    /// <summary>The name.</summary>
    public override string ToString() => TextForDisplay.Plain(Name);
}
