using System.Text;

namespace IncidentTrail.Sql;

/// <summary>Writes a pattern of LIKE, in which two wildcards beside one another are one.</summary>
internal sealed class LikeBuilder
{
    private readonly StringBuilder _pattern = new();
    private bool _endsOpen;

    internal void AnyText()
    {
        if (!_endsOpen)
            _pattern.Append('%');
        _endsOpen = true;
    }

    internal void Character(char character)
    {
        _pattern.Append(SqlText.LikeLiteral(character.ToString()));
        _endsOpen = false;
    }

    public override string ToString() => _pattern.ToString();
}
