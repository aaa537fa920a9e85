namespace IncidentTrail.Json;

/// <summary>The members of an object, one after the other, as they are written. It ends where the object does, or is broken.</summary>
internal ref struct JsonMembers
{
    private readonly ReadOnlySpan<byte> _json;
    private int _at = 1;

    internal JsonMembers(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>The name, from behind its opening quote to before its closing one.</summary>
    internal ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The value as JSON.</summary>
    internal ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>True once the object's end was come to, and nothing stands behind it; where it is broken, it never is.</summary>
    internal bool IsAtEnd { get; private set; }

    internal bool MoveNext()
    {
        JsonWalker.SkipSpace(_json, ref _at);
        IsAtEnd = _at == _json.Length - 1 && _json[_at] == '}';
        var key = _at + 1;
        if (_at >= _json.Length || _json[_at] != '"' || !JsonWalker.TrySkipString(_json, ref _at))
            return false;
        Name = _json[key..(_at - 1)];
        if (!JsonWalker.TrySkipColon(_json, ref _at))
            return false;
        var value = _at;
        if (!JsonWalker.TrySkipValue(_json, ref _at))
            return false;
        Value = _json[value.._at];
        JsonWalker.SkipSpace(_json, ref _at);
        if (_at < _json.Length && _json[_at] == ',')
            _at++;
        return true;
    }
}
