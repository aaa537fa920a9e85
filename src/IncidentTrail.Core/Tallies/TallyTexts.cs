using System.Buffers;
using System.Runtime.CompilerServices;
using IncidentTrail.Events;

namespace IncidentTrail.Tallies;

/// <summary>
/// What a tally holds of its callers in common: the memory that they are in, their texts by number, and what the numbers of a
/// reading's texts are among them.
/// </summary>
internal sealed class TallyTexts
{
    private const int Few = 64;
    private const int Lists = 64;
    private const int Repeats = 256;
    private static readonly TrailList<string> s_none = [];

    private readonly CallTexts _texts = new();
    private CallTexts? _read;

    // By the number that the reading gave; 0 where it is not known yet.
    private uint[] _known = [];

    // Most callers have one text of most fields, and the same one: a list for each would be most of what is made of a caller.
    private (uint Number, TrailList<string> List)[]? _alone;

    // Strings that come again are the same objects: they come out of pools.
    private readonly (string? Text, uint Number)[] _repeats = new (string?, uint)[Repeats];

    private readonly ArrayBufferWriter<byte> _packing = new();

    /// <summary>What the callers are held in.</summary>
    internal TallyMemory Memory { get; } = new();

    /// <summary>What few callers have.</summary>
    internal List<CallerExtras> Extras { get; } = [];

    /// <summary>The texts themselves.</summary>
    internal CallTexts Own => _texts;

    /// <summary>The calls that come were read with these texts.</summary>
    internal void Begin(CallTexts read)
    {
        if (ReferenceEquals(read, _read))
            return;
        (_read, _known) = (read, []);
    }

    /// <summary>The number of a text that the reading knows by another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint Of(uint read)
    {
        if (read < NetworkAddress.End)
            return read;
        var (known, at) = (_known, read - NetworkAddress.End);
        return at < (uint)known.Length && known[at] is var number and not 0 ? number : Learn(read);
    }

    /// <summary>A caller as bytes, until the next is asked for.</summary>
    internal ReadOnlySpan<byte> Pack(TrailCaller caller)
    {
        _packing.ResetWrittenCount();
        PackedCaller.Write(caller, this, _packing);
        return _packing.WrittenSpan;
    }

    /// <summary>The number of a text that many callers have; 0 for none.</summary>
    internal uint NumberOf(string? text)
    {
        if (text is null)
            return 0;
        ref var latest = ref _repeats[(uint)RuntimeHelpers.GetHashCode(text) % Repeats];
        if (!ReferenceEquals(latest.Text, text))
            latest = (text, _texts.NumberOf(text));
        return latest.Number;
    }

    /// <summary>The texts of numbers, in order.</summary>
    internal TrailList<string> Sorted(in DistinctNumbers numbers)
    {
        if (numbers.Count == 0)
            return s_none;
        var all = numbers.Count <= Few ? stackalloc uint[Few] : new uint[numbers.Count];
        numbers.CopyTo(all, Memory);
        if (numbers.Count == 1)
            return Alone(all[0]);
        var texts = new string[numbers.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = _texts.TextOf(all[i]);
        Array.Sort(texts, string.CompareOrdinal);
        return [.. texts];
    }

    private TrailList<string> Alone(uint number)
    {
        ref var latest = ref (_alone ??= new (uint, TrailList<string>)[Lists])[number % Lists];
        if (latest.List is null || latest.Number != number)
            latest = (number, [_texts.TextOf(number)]);
        return latest.List;
    }

    private uint Learn(uint read)
    {
        var at = (int)(read - NetworkAddress.End);
        if (at >= _known.Length)
            Array.Resize(ref _known, Math.Max(at + 1, _known.Length * 2));
        return _known[at] = _texts.NumberOf(_read!.TextOf(read));
    }
}
