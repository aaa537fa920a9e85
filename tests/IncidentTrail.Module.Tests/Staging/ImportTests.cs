using IncidentTrail.Module.Tests.Shell;

namespace IncidentTrail.Module.Tests.Staging;

public sealed class ImportTests
{
    [Fact]
    public void Nothing_of_AWS_is_loaded_before_AWS_is_asked()
    {
        var run = ShellProcess.Run(
            $"$null = Get-IncidentTrailEvent '{Path.Combine(Repository.Root, "tests", "data", "trail")}';",
            "[AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("IncidentTrail.Core", run.Lines);
        Assert.DoesNotContain(run.Lines, name =>
            name.StartsWith("AWSSDK", StringComparison.Ordinal) || name == "IncidentTrail.Aws");
    }
}
