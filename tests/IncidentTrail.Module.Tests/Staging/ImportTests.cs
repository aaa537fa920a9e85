using IncidentTrail.Module.Tests.Processes;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>What an import does beside loading.</summary>
public sealed class ImportTests
{
    [Fact]
    public void The_sample_is_read_once_ahead_of_the_first_command_where_a_processor_has_time_for_it()
    {
        var run = ChildPwsh.Run("""
            $rehearsal = (Get-Command Get-IncidentTrailEvent).ImplementingType.Assembly.GetType('IncidentTrail.PowerShell.Reading.Rehearsal')
            $begun, $done = 'HasBegun', 'Done' | ForEach-Object { $rehearsal.GetProperty($_, [System.Reflection.BindingFlags] 'NonPublic, Static').GetValue($null) }
            $begun -eq ([Environment]::ProcessorCount -gt 1)
            $done.WaitAsync([timespan]::FromMinutes(3)).GetAwaiter().GetResult() -eq @(Get-IncidentTrailEvent sample:).Count
            @(Get-IncidentTrailEvent sample:).Count -gt 0
            """);

        Assert.Equal("", run.Error);
        Assert.Equal(["True", "True", "True"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
