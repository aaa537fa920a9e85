using System.Runtime.CompilerServices;

namespace IncidentTrail.Events;

/// <summary>
/// Numbers for the texts that calls have in common, each held once: who counts calls compares numbers, and holds them. It is one
/// for several threads, and grows with the distinct texts; an address is its own number.
/// </summary>
internal sealed class CallTexts
{
    private const int Fewest = 16;

    private readonly Dictionary<string, uint> _numbers = new(StringComparer.Ordinal);

    // A longer one takes its place; what stands in one never changes.
    private string[] _texts = new string[Fewest];

    /// <summary>The number of a text; 0 where there is none, or an empty one.</summary>
    internal uint NumberOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return 0;
        if (NetworkAddress.TryRead(text, out var address))
            return address;
        lock (_numbers)
        {
            if (_numbers.TryGetValue(text, out var known))
                return known;
            var count = _numbers.Count;
            if (count == _texts.Length)
            {
                var longer = new string[count * 2];
                _texts.CopyTo(longer, 0);
                Volatile.Write(ref _texts, longer);
            }
            _texts[count] = text;
            var number = NetworkAddress.End + (uint)count;
            _numbers.Add(text, number);
            return number;
        }
    }

    /// <summary>The text of a number that was given for one.</summary>
    [MethodImpl(Jit.Hot)]
    internal string TextOf(uint number) =>
        number < NetworkAddress.End ? NetworkAddress.TextOf(number) : Volatile.Read(ref _texts)[number - NetworkAddress.End];
}
