using System.Buffers.Binary;

namespace IncidentTrail.Loading;

/// <summary>For which system and processor an assembly was compiled ahead, as its first bytes say.</summary>
internal static class NativeCode
{
    private const int PlaceOfHeader = 0x3C;
    private const int SignatureLength = 4;

    // That of the runtime's own library, whose kind this process can run. None where all of the runtime is one file with its program.
    private static readonly int s_own = typeof(object).Assembly.Location is { Length: > 0 } path ? MachineOf(path) : 0;

    /// <summary>
    /// True where an assembly was compiled for what this process runs on. Asked before it is loaded: a load context that was once
    /// refused an assembly refuses the portable one of the same identity too.
    /// </summary>
    internal static bool IsForThisProcess(string path) => s_own != 0 && MachineOf(path) == s_own;

    private static int MachineOf(string path)
    {
        using var file = File.OpenHandle(path);
        Span<byte> place = stackalloc byte[sizeof(int)];
        Span<byte> machine = stackalloc byte[sizeof(ushort)];
        return RandomAccess.Read(file, place, PlaceOfHeader) == place.Length
            && BinaryPrimitives.ReadInt32LittleEndian(place) is >= 0 and var header
            && RandomAccess.Read(file, machine, (long)header + SignatureLength) == machine.Length
            ? BinaryPrimitives.ReadUInt16LittleEndian(machine) : 0;
    }
}
