using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IncidentTrail.Patterns;

/// <summary>
/// A block of addresses in CIDR notation. IPv4 addresses mapped into IPv6 count as IPv4; bits behind the prefix are
/// ignored, as people write the address of a host and the size of its network.
/// </summary>
internal sealed class AddressBlock
{
    private const int MappedPrefix = 96;

    private readonly byte[] _address;
    private readonly int _prefix;

    private AddressBlock(IPAddress address, int prefix)
    {
        _address = address.GetAddressBytes();
        _prefix = prefix;
    }

    /// <summary>How many bits are compared.</summary>
    public int Prefix => _prefix;

    /// <summary>The four numbers of an IPv4 address; null for IPv6.</summary>
    public IReadOnlyList<byte>? Numbers => _address.Length == 4 ? _address : null;

    /// <summary>Parses <c>address/prefix</c>; throws <see cref="FormatException"/> where it is none.</summary>
    public static AddressBlock Parse(string text)
    {
        var slash = text.IndexOf('/');
        if (ParseAddress(text.AsSpan(0, slash)) is not { } address)
        {
            throw new FormatException(
                $"'{text}' is no CIDR block: '{text[..slash]}' is no whole IPv4 or IPv6 address. "
                + "Write for example 203.0.113.0/24, 2001:db8::/32, or 203.0.113.* without a slash.");
        }

        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        if (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            || prefix > bits)
        {
            throw new FormatException(
                $"'{text}' is no CIDR block: after the slash stands a number from 0 to {bits}, not '{text[(slash + 1)..]}'.");
        }

        return address.IsIPv4MappedToIPv6 && prefix >= MappedPrefix
            ? new AddressBlock(address.MapToIPv4(), prefix - MappedPrefix)
            : new AddressBlock(address, prefix);
    }

    /// <summary>The block of one address alone; null where the text is no address.</summary>
    public static AddressBlock? OfAddress(string text)
    {
        if (ParseAddress(text) is not { } address)
            return null;
        var plain = Plain(address);
        return new AddressBlock(plain, plain.GetAddressBytes().Length * 8);
    }

    public bool Contains(string text)
    {
        if (ParseAddress(text) is not { } address)
            return false;
        Span<byte> bytes = stackalloc byte[16];
        Plain(address).TryWriteBytes(bytes, out var length);
        return length == _address.Length && SharesPrefix(bytes);
    }

    private bool SharesPrefix(ReadOnlySpan<byte> bytes)
    {
        var whole = _prefix / 8;
        if (!bytes[..whole].SequenceEqual(_address.AsSpan(0, whole)))
            return false;
        var rest = _prefix % 8;
        return rest == 0 || (bytes[whole] ^ _address[whole]) >> (8 - rest) == 0;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    // IPAddress alone would read 10.1 and 010.0.0.1 as other addresses than the ones a log means.
    private static IPAddress? ParseAddress(ReadOnlySpan<char> text) =>
        (text.Contains(':') || IsFourNumbers(text)) && IPAddress.TryParse(text, out var address) ? address : null;

    private static bool IsFourNumbers(ReadOnlySpan<char> text)
    {
        for (var dots = 0; ; dots++)
        {
            var end = text.IndexOf('.');
            var number = end < 0 ? text : text[..end];
            if (number.Length is 0 or > 3 || number is ['0', _, ..] || number.ContainsAnyExceptInRange('0', '9'))
                return false;
            if (end < 0)
                return dots == 3;
            text = text[(end + 1)..];
        }
    }
}
