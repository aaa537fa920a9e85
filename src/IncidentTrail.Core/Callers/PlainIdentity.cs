using System.Runtime.CompilerServices;
using System.Text;

namespace IncidentTrail.Callers;

/// <summary>
/// An identity written as CloudTrail writes nearly all of them: ASCII without escapes or white space, each name once and spelled
/// as documented, each value of its documented kind. Its fields are found where they stand, and nothing is made of the rest.
/// Of any other identity it says that it is none, and <see cref="Json.TrailValue"/> reads it.
/// </summary>
internal ref struct PlainIdentity
{
    private const int Deepest = 8;
    private readonly ReadOnlySpan<byte> _json;
    private Places _places;
    private uint _seen;
    private int _at;

    private PlainIdentity(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>Whether the session has attributes.</summary>
    internal bool HasAttributes { get; private set; }

    /// <summary>Finds the fields; false for an identity that is written otherwise.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> json, out PlainIdentity identity)
    {
        identity = new PlainIdentity(json);
        return !json.ContainsAnyExceptInRange((byte)' ', (byte)'~') && !json.Contains((byte)'\\')
            && identity.TryReadObject(IdentityNames.Outermost, 0, out _) && identity._at == json.Length;
    }

    /// <summary>The field's text; empty where it is missing or null.</summary>
    internal readonly ReadOnlySpan<byte> Text(IdentityField field)
    {
        var (start, length) = _places[(int)field];
        return _json.Slice(start, length);
    }

    /// <summary>The field as true or false; null where it says neither.</summary>
    internal readonly bool? Flag(IdentityField field) =>
        Text(field).SequenceEqual("true"u8) ? true : Text(field).SequenceEqual("false"u8) ? false : null;

    private bool TryReadObject((byte[] Name, IdentityField Field)[]? names, int depth, out bool hasMembers)
    {
        hasMembers = false;
        if (depth > Deepest || !Skip((byte)'{'))
            return false;
        if (Skip((byte)'}'))
            return true;
        hasMembers = true;
        do
        {
            if (!TryReadString(out var start, out var length) || !Skip((byte)':'))
                return false;
            var field = (IdentityField?)null;
            if (names is not null && !TryFind(names, _json.Slice(start, length), out field))
                return false;
            if (field is { } known && (_seen & (1u << (int)known)) != 0)
                return false;
            _seen |= field is { } seen ? 1u << (int)seen : 0;
            if (!TryReadValue(field, depth))
                return false;
        }
        while (Skip((byte)','));
        return Skip((byte)'}');
    }

    private bool TryReadValue(IdentityField? field, int depth)
    {
        var inside = field is { } known ? IdentityNames.Inside(known) : null;
        if (_at >= _json.Length)
            return false;
        var isFlag = field is IdentityField.AssumedRoot or IdentityField.MfaAuthenticated;
        switch (_json[_at])
        {
            case (byte)'"' when inside is null:
                if (!TryReadString(out var start, out var length))
                    return false;
                if (field is { } text)
                    _places[(int)text] = (start, length);
                return !isFlag || length == 0 || Flag(field!.Value) is not null;
            case (byte)'{' when field is null || inside is not null:
                if (!TryReadObject(inside, depth + 1, out var hasMembers))
                    return false;
                HasAttributes |= hasMembers && field == IdentityField.Attributes;
                return true;
            case (byte)'n':
                return SkipWord("null"u8);
            case (byte)'t' or (byte)'f' when field is null || isFlag:
                var word = _json[_at] == 't' ? "true"u8 : "false"u8;
                if (field is { } flag)
                    _places[(int)flag] = (_at, word.Length);
                return SkipWord(word);
            default:
                return false;
        }
    }

    // A name that differs by case stands in for the field where the exact one is missing: that is for the other reading.
    private static bool TryFind((byte[] Name, IdentityField Field)[] names, ReadOnlySpan<byte> name, out IdentityField? field)
    {
        field = null;
        foreach (var (known, found) in names)
        {
            if (known.Length != name.Length)
                continue;
            if (name.SequenceEqual(known))
            {
                field = found;
                return true;
            }
            if (Ascii.EqualsIgnoreCase(name, known))
                return false;
        }
        return true;
    }

    private bool TryReadString(out int start, out int length)
    {
        (start, length) = (_at + 1, 0);
        if (!Skip((byte)'"'))
            return false;
        length = _json[start..].IndexOf((byte)'"');
        _at = start + length + 1;
        return length >= 0;
    }

    private bool SkipWord(ReadOnlySpan<byte> word)
    {
        var isThere = _json[_at..].StartsWith(word);
        _at += word.Length;
        return isThere;
    }

    private bool Skip(byte token)
    {
        var isThere = _at < _json.Length && _json[_at] == token;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    [InlineArray((int)IdentityField.MfaAuthenticated + 1)]
    private struct Places
    {
        private (int Start, int Length) _first;
    }
}
