using System.Text.RegularExpressions;

namespace IncidentTrail.Forms;

/// <summary>
/// Takes the colours of a terminal out of text, which <c>aws logs tail</c>, jq and grep write also where nobody sees them. JSON
/// has no bare escape, so that nothing of a record is lost.
/// </summary>
internal sealed partial class ColourEscapes
{
    private const byte Escape = 0x1B;

    private State _state;

    private enum State
    {
        Text,
        Escaped,
        Parameters,
    }

    /// <summary>True for a content that begins with one.</summary>
    internal static bool Begin(ReadOnlySpan<byte> content) => content.TrimStart("\uFEFF \r\n"u8) is [Escape, ..];

    /// <summary>The text without them.</summary>
    internal static string Strip(string text) => text.Contains((char)Escape) ? Sequence().Replace(text, "") : text;

    /// <summary>Closes up what is left of the next bytes of a content; gives how many are left.</summary>
    internal int Strip(Span<byte> bytes)
    {
        var left = 0;
        foreach (var b in bytes)
        {
            switch (_state)
            {
                case State.Text when b == Escape:
                    _state = State.Escaped;
                    break;
                case State.Escaped when b == '[':
                    _state = State.Parameters;
                    break;
                case State.Parameters:
                    _state = b is >= (byte)'@' and <= (byte)'~' ? State.Text : State.Parameters;
                    break;
                default:
                    _state = State.Text;
                    bytes[left++] = b;
                    break;
            }
        }
        return left;
    }

    [GeneratedRegex(@"\x1B\[[0-?]*[ -/]*[@-~]", RegexOptions.CultureInvariant)]
    private static partial Regex Sequence();
}
