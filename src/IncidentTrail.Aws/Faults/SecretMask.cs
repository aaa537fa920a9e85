using System.Text.RegularExpressions;

namespace IncidentTrail.Aws.Faults;

/// <summary>Takes what may be a secret out of the words of a program that knows some: what it traced, or printed to the wrong place.</summary>
internal static partial class SecretMask
{
    private const string Masked = "***";

    /// <summary>The words without it.</summary>
    public static string Of(string text) => Long().Replace(
        Named().Replace(text, "$1" + Masked), match => IsSecret(match.Value) ? Masked : match.Value);

    [GeneratedRegex(
        """((?:secret_?access_?key|session_?token|access_?token|refresh_?token|client_?secret|password)\\?["']?\s*[=:]\s*\\?["']?)[^\s"',;}\\]+""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    // A secret key has 40 characters and a token more, of all these kinds; a path seldom has.
    private static bool IsSecret(string text) => text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetterLower) && text.Any(char.IsAsciiLetterUpper);

    [GeneratedRegex("[A-Za-z0-9+/=_-]{32,}", RegexOptions.CultureInvariant)]
    private static partial Regex Long();
}
