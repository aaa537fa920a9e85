using System.Runtime.CompilerServices;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>
/// Finds the numbers of texts by their bytes, without making strings of them. One a worker: it has no locks, and forgets a text
/// when another takes its place.
/// </summary>
/// <param name="texts">Gives the numbers.</param>
internal sealed class CallTextPool(CallTexts texts)
{
    private const int Size = 1024;
    private const int LongestText = 256;

    private readonly (byte[] Bytes, uint Number, bool IsAction)[] _entries = new (byte[], uint, bool)[Size];

    /// <summary>Gives the numbers.</summary>
    internal CallTexts Texts => texts;

    /// <summary>The number of the text that a field's JSON stands for; 0 where it is missing, null or empty.</summary>
    [MethodImpl(Jit.Hot)]
    internal uint NumberOf(ReadOnlySpan<byte> json) => NumberOf(json, out _);

    /// <inheritdoc cref="NumberOf(ReadOnlySpan{byte})"/>
    /// <param name="json">The field's JSON.</param>
    /// <param name="isAction">True where Incident Manager may have an action of that name.</param>
    [MethodImpl(Jit.Hot)]
    internal uint NumberOf(ReadOnlySpan<byte> json, out bool isAction)
    {
        isAction = false;
        if (!RecordText.IsPresent(json))
            return 0;
        if (json.Length > LongestText)
            return texts.NumberOf(RecordText.Get(json));
        ref var entry = ref _entries[ByteHash.Of(json) % Size];
        if (entry.Bytes is null || !json.SequenceEqual(entry.Bytes))
        {
            var text = RecordText.Get(json);
            entry = (json.ToArray(), texts.NumberOf(text), TrailActions.HasName(text));
        }
        isAction = entry.IsAction;
        return entry.Number;
    }

    /// <summary>The number of what is nearly always an address.</summary>
    [MethodImpl(Jit.Hot)]
    internal uint NumberOfAddress(ReadOnlySpan<byte> json) =>
        json is [(byte)'"', .. var inner, (byte)'"'] && NetworkAddress.TryRead(inner, out var number) ? number : NumberOf(json);
}
