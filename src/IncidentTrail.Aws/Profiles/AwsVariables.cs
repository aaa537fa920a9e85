namespace IncidentTrail.Aws.Profiles;

/// <summary>The variables of the environment that AWS's tools share, and the home folder that their files are in.</summary>
internal sealed class AwsVariables(Func<string, string?>? read = null)
{
    /// <summary>Those of this process, as they are when they are asked for.</summary>
    public static AwsVariables OfProcess { get; } = new();

    /// <summary>The folder that <c>.aws</c> is in.</summary>
    public string Home => this["HOME"] ?? this["USERPROFILE"] ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>A variable; null where it is not set, or empty.</summary>
    public string? this[string name] =>
        (read ?? Environment.GetEnvironmentVariable)(name) is { Length: > 0 } text ? text : null;

    /// <summary>True where a variable says so.</summary>
    public bool IsTrue(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A path as people write it in a variable or setting, with <c>~</c> for the home folder.</summary>
    public string PathOf(string text) =>
        text == "~" || text.StartsWith("~/", StringComparison.Ordinal) || text.StartsWith("~\\", StringComparison.Ordinal)
            ? Path.Join(Home, text[1..]) : text;
}
