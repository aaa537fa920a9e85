namespace IncidentTrail.Sources.Places;

/// <summary>Files of one kind, counted, of which the first is named.</summary>
internal sealed class FileCount
{
    private string? _first;

    internal long Count { get; private set; }

    internal void Add(string location)
    {
        Count++;
        _first ??= location;
    }

    public override string ToString() => Count == 1 ? $"1 file ({_first})" : FormattableString.Invariant($"{Count} files (the first is {_first})");
}
