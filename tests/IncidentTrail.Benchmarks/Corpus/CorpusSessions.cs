namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>
/// The sessions of containers, functions and builds: each makes a few calls and is gone, and the next one has another name, key
/// and time. One call in four is another caller's.
/// </summary>
internal sealed class CorpusSessions(Random random, CorpusPlace place, int fresh)
{
    private const int AtOnce = 20;
    private readonly CorpusIdentity?[] _living = new CorpusIdentity?[AtOnce];

    /// <summary>Who makes the next call; null for one of the callers who stay.</summary>
    internal CorpusIdentity? Next()
    {
        var slot = random.Next(AtOnce);
        if (random.Next(100) < fresh)
            _living[slot] = CorpusIdentity.Begun(place.Account, random, place.Delivered.AddSeconds(-random.Next(900, 1800)));
        else if (random.Next(4) == 0)
            return null;
        return _living[slot];
    }
}
