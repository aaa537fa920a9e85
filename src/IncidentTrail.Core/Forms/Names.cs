using System.Text;

namespace IncidentTrail.Forms;

/// <summary>Names of fields, however they are spelled: <c>user_identity.type</c>, <c>UserIdentityType</c>, <c>"userIdentity.type"</c>.</summary>
internal static class Names
{
    /// <summary>The letters and digits in lower case: what all spellings of a name have in common.</summary>
    internal static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }
}
