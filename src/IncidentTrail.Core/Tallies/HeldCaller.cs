using System.Runtime.InteropServices;
using IncidentTrail.Records;

namespace IncidentTrail.Tallies;

/// <summary>A caller as one record tells it, in a tally's memory, and of that what each call of it asks.</summary>
internal struct HeldCaller
{
    private uint _packed;
    private int _words;

    /// <summary>What stands for the record's fields that tell the caller.</summary>
    internal SeededHash ReadFrom { get; private set; }

    /// <summary>What is so of it.</summary>
    internal CallerFlags Flags { get; private set; }

    /// <summary>The number of its account; 0 where it has none.</summary>
    internal uint Account { get; private set; }

    /// <summary>The caller itself.</summary>
    internal readonly TrailCaller Read(TallyTexts texts) => PackedCaller.Read(Packed(texts), texts);

    /// <summary>Its access key.</summary>
    internal readonly string? AccessKeyIdOf(TallyTexts texts) => PackedCaller.AccessKeyIdOf(Packed(texts), texts);

    /// <summary>Whether that is its access key.</summary>
    internal readonly bool HasAccessKey(string? key, TallyTexts texts) => PackedCaller.HasAccessKey(Packed(texts), key, texts);

    /// <summary>True where the record surely tells it as another does.</summary>
    internal readonly bool IsReadAs(TrailCaller caller) => ReadFrom != default && caller.ReadFrom == ReadFrom;

    /// <summary>Takes what another record tells.</summary>
    internal void Take(TrailCaller caller, TallyTexts texts)
    {
        var packed = texts.Pack(caller);
        var words = (packed.Length + sizeof(uint) - 1) / sizeof(uint);
        if (_packed == 0 || TallyMemory.SizeOf(words) != TallyMemory.SizeOf(_words))
        {
            if (_packed != 0)
                texts.Memory.Return(_packed, _words);
            _packed = texts.Memory.Take(words);
        }
        _words = words;
        packed.CopyTo(MemoryMarshal.AsBytes(texts.Memory[_packed, words]));
        (ReadFrom, Flags, Account) = (caller.ReadFrom, PackedCaller.FlagsOf(caller), texts.NumberOf(caller.AccountId));
    }

    private readonly ReadOnlySpan<byte> Packed(TallyTexts texts) => MemoryMarshal.AsBytes(texts.Memory[_packed, _words]);
}
