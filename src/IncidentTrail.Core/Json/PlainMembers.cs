using System.Runtime.CompilerServices;
using System.Text;

namespace IncidentTrail.Json;

/// <summary>
/// Finds a member in an object's bytes where they are written plainly: it gives what <see cref="TrailObject"/> would, or says
/// that the object must be parsed. The bytes are those of a record that was found to be well formed.
/// </summary>
internal static class PlainMembers
{
    private const int LongestName = 64;

    /// <summary>Whether there is such a member.</summary>
    internal enum Answer
    {
        /// <summary>The object must be parsed.</summary>
        Unknown,

        /// <summary>There is none, in any writing.</summary>
        Absent,

        /// <summary>There is one of exactly that name.</summary>
        Found,
    }

    /// <summary>The same by a short name in ASCII.</summary>
    [MethodImpl(Jit.Hot)]
    internal static Answer Find(ReadOnlySpan<byte> json, string name, out ReadOnlySpan<byte> value)
    {
        Span<byte> ascii = stackalloc byte[LongestName];
        return Find(json, ascii[..Encoding.ASCII.GetBytes(name, ascii)], out value);
    }

    /// <summary>Looks for a member by its name in ASCII; of several of that name it gives the last.</summary>
    [MethodImpl(Jit.Hot)]
    internal static Answer Find(ReadOnlySpan<byte> json, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (json.IsEmpty || json.SequenceEqual("null"u8))
            return Answer.Absent;
        if (json[0] != '{' || json.Contains((byte)'\\'))
            return Answer.Unknown;
        var answer = Answer.Absent;
        var members = new JsonMembers(json);
        while (members.MoveNext())
        {
            // What lies so deep that nobody judged it may be no JSON, and then the object is none either.
            if (members.Value.Length >= 2 * HostileLimits.DeepestSkipped && members.Value[0] is (byte)'{' or (byte)'[')
                return Answer.Unknown;
            if (members.Name.SequenceEqual(name))
            {
                value = members.Value;
                answer = Answer.Found;
            }
            else if (answer == Answer.Absent && (!Ascii.IsValid(members.Name) || Ascii.EqualsIgnoreCase(members.Name, name)))
                answer = Answer.Unknown;
        }
        return members.IsAtEnd ? answer : Answer.Unknown;
    }

    /// <summary>The text of a value that is a string of ASCII; empty for any other value.</summary>
    [MethodImpl(Jit.Hot)]
    internal static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> value) =>
        value.Length > 2 && value[0] == '"' && Ascii.IsValid(value) ? value[1..^1] : default;
}
