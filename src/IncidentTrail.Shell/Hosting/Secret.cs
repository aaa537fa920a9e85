using System.Security;

namespace IncidentTrail.Shell.Hosting;

/// <summary>Wraps a typed secret as the engine wants it.</summary>
internal static class Secret
{
    /// <summary>A read-only secure string of a text.</summary>
    public static SecureString From(string text)
    {
        var secret = new SecureString();
        foreach (var character in text)
            secret.AppendChar(character);
        secret.MakeReadOnly();
        return secret;
    }
}
