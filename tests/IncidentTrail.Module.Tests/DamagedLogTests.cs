namespace IncidentTrail.Module.Tests;

/// <summary>What the prompt gives of a log that breaks off.</summary>
public sealed class DamagedLogTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>, IDisposable
{
    private const string Record =
        """{"eventVersion":"1.08","eventTime":"2026-03-10T09:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","eventID":"0"}""";

    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void An_error_that_ends_the_command_comes_behind_what_was_whole_before_it()
    {
        File.WriteAllText(_path, $$"""{"Records":[{{Record}},{{Record.Replace("\"0\"", "\"1\"")}},{"eventVersion":""");

        var output = module.Run(
            $"$given = @(); try {{ Get-IncidentTrailEvent '{_path}' -ErrorAction Stop | ForEach-Object {{ $given += $_.EventId }} }} "
            + "catch { $given += $_.FullyQualifiedErrorId.Split(',')[0] }; $given -join ' '");

        Assert.Equal("0 1 TrailReadFailed", Assert.Single(output).BaseObject);
    }

    public void Dispose() => File.Delete(_path);
}
