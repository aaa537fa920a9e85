using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace IncidentTrail.Events;

/// <summary>
/// An address of IP version 4 as a number, where it is written as everybody writes one and its number gives the same text again:
/// calls come from so many addresses that a string for each would be most of what is held of a caller.
/// </summary>
internal static class NetworkAddress
{
    /// <summary>The numbers of addresses are below: above are those of groups, from which no call comes.</summary>
    internal const uint End = 0xE000_0000;

    private const int Shortest = 7;
    private const int Longest = 15;
    private const int Dots = 3;
    private const uint LargestPart = 255;
    private const int PartBits = 8;

    /// <summary>The number; false for any other text.</summary>
    [MethodImpl(Jit.Hot)]
    internal static bool TryRead(ReadOnlySpan<byte> text, out uint number)
    {
        number = 0;
        if (text.Length is < Shortest or > Longest)
            return false;
        uint part = 0;
        int digits = 0, dots = 0;
        foreach (var b in text)
        {
            if (b - (uint)'0' is var digit and <= 9)
            {
                if ((part == 0 && digits > 0) || (part = (part * 10) + digit) > LargestPart)
                    return false;
                digits++;
                continue;
            }
            if (b != '.' || digits == 0 || ++dots > Dots)
                return false;
            number = (number << PartBits) | part;
            (part, digits) = (0, 0);
        }
        number = (number << PartBits) | part;
        return dots == Dots && digits > 0 && number is > 0 and < End;
    }

    /// <inheritdoc cref="TryRead(ReadOnlySpan{byte}, out uint)"/>
    internal static bool TryRead(string text, out uint number)
    {
        number = 0;
        if (text.Length is < Shortest or > Longest)
            return false;
        Span<byte> bytes = stackalloc byte[Longest];
        return Ascii.FromUtf16(text, bytes, out var length) == System.Buffers.OperationStatus.Done && TryRead(bytes[..length], out number);
    }

    /// <summary>The text of which it is the number.</summary>
    [MethodImpl(Jit.Hot)]
    internal static string TextOf(uint number) => string.Create(
        CultureInfo.InvariantCulture, stackalloc char[Longest],
        $"{number >> (3 * PartBits)}.{(byte)(number >> (2 * PartBits))}.{(byte)(number >> PartBits)}.{(byte)number}");
}
