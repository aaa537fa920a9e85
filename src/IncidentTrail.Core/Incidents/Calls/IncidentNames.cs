using System.Text;
using IncidentTrail.Actions;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Calls;

/// <summary>The texts by which calls name incidents: one incident is named by dozens of calls, and each text is read once.</summary>
internal sealed class IncidentNames
{
    private const int Slots = 1024;

    private readonly Dictionary<string, IncidentName> _read = new(StringComparer.Ordinal);

    // A new text displaces another, which is then found by its text.
    private readonly (byte[] Bytes, IncidentName Name)[] _slots = new (byte[], IncidentName)[Slots];

    /// <summary>How many there are.</summary>
    internal int Count => _read.Count;

    /// <summary>The name of a text.</summary>
    internal IncidentName Of(string named)
    {
        if (!_read.TryGetValue(named, out var read))
        {
            // The ARN's Region is empty, and where it is not it does not tell one incident from another. The id is a number in
            // hexadecimal digits, whose case is writing; the plan's name is a name.
            read = IncidentArn.TryParse(named, out var arn)
                ? new IncidentName(_read.Count, named, $"{arn.AccountId} {arn.Name} {arn.Id?.ToLowerInvariant()}", arn)
                : new IncidentName(_read.Count, named, named.ToLowerInvariant(), parts: null);
            _read.Add(named, read);
        }
        return read;
    }

    /// <summary>The name of an ASCII text, from its bytes.</summary>
    internal IncidentName Of(ReadOnlySpan<byte> named)
    {
        ref var slot = ref _slots[ByteHash.Of(named) % Slots];
        if (slot.Name is null || !named.SequenceEqual(slot.Bytes))
            slot = (named.ToArray(), Of(Encoding.ASCII.GetString(named)));
        return slot.Name;
    }
}
