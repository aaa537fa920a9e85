namespace IncidentTrail.PowerShell.Arguments;

/// <summary>Keys that come one by one through the pipeline, gathered so that they are read together and in parallel.</summary>
internal sealed class PendingKeys(Action<string, IReadOnlyList<string>> read)
{
    private readonly List<string> _keys = [];
    private string _bucket = "";

    /// <summary>Takes keys; another bucket's keys come after those that wait.</summary>
    internal void Add(string bucket, IEnumerable<string> keys)
    {
        if (bucket != _bucket)
            Flush();
        _bucket = bucket;
        _keys.AddRange(keys);
        if (_keys.Count >= CmdletLimits.KeysTogether)
            Flush();
    }

    /// <summary>Reads what waits.</summary>
    internal void Flush()
    {
        if (_keys.Count == 0)
            return;
        string[] keys = [.. _keys];
        _keys.Clear();
        read(_bucket, keys);
    }
}
