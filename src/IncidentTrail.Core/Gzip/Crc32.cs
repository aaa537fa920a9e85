namespace IncidentTrail.Gzip;

/// <summary>Gzip's checksum, a byte at a time: only files with a fault are summed here, the inflater sums the others.</summary>
internal sealed class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Step((uint)i))];
    private uint _state = uint.MaxValue;

    internal uint Value => ~_state;

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            _state = Table[(byte)(_state ^ b)] ^ (_state >> 8);
    }

    private static uint Step(uint value)
    {
        for (var i = 0; i < 8; i++)
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
