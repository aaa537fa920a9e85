namespace IncidentTrail.Tests;

/// <summary>A test of public material, where it stands beside the repository.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path)
    {
        if (Repository.Shared(path) is null)
            Skip = $"There is no {path} of public material beside the repository: nothing to compare with.";
    }
}
