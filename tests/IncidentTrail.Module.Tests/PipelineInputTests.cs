namespace IncidentTrail.Module.Tests;

/// <summary>Objects of the module bind by value, and neither as paths nor as the JSON they hold.</summary>
public sealed class PipelineInputTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>
{
    [Theory]
    [InlineData("Get-IncidentTrailEvent tests/data/trail | Get-IncidentTrailCaller -CoverageVariable c | Out-Null; $c.LogsRead", 0)]
    [InlineData("Get-IncidentTrailLog tests/data/trail | Get-IncidentTrailCaller -CoverageVariable c | Out-Null; $c.LogsRead", 25)]
    [InlineData("Get-IncidentTrailLog tests/data/trail | Get-IncidentTrailEvent -CoverageVariable c | Out-Null; $c.LogsRead", 25)]
    [InlineData("Get-IncidentTrailEvent tests/data/trail | Get-IncidentTrailIncident -CoverageVariable c | Out-Null; $c.LogsRead", 0)]
    [InlineData("Get-IncidentTrailIncident tests/data/trail | Get-IncidentTrailTimeline -CoverageVariable c | Out-Null; $c.LogsRead", 0)]
    public void Objects_of_the_module_bind_by_value(string script, long logs) =>
        Assert.Equal(logs, Assert.Single(module.Run(script)).BaseObject);

    [Theory]
    [InlineData("-EventName AcceptPage")]
    [InlineData("-Failed")]
    [InlineData("-StartTime 2026-03-10T14:00Z -EndTime 2026-03-10T15:00Z")]
    [InlineData("-Caller *nikki*, *martha* -AccountId 1*")]
    public void Filters_hold_for_callers_of_piped_events_as_for_those_of_a_log(string filter)
    {
        var read = module.Run($"(Get-IncidentTrailCaller tests/data/trail {filter}).ForEach({{ \"$($_.Name) $($_.EventCount)\" }}) -join ';'");

        var piped = module.Run($"(Get-IncidentTrailEvent tests/data/trail | Get-IncidentTrailCaller {filter}).ForEach({{ \"$($_.Name) $($_.EventCount)\" }}) -join ';'");

        Assert.Equal(Assert.Single(read).BaseObject, Assert.Single(piped).BaseObject);
    }

    [Fact]
    public void Events_of_every_service_stay_where_no_service_is_named() =>
        Assert.Equal(
            Assert.Single(module.Run("@(Get-IncidentTrailCaller tests/data/trail -AllServices).Count")).BaseObject,
            Assert.Single(module.Run("@(Get-IncidentTrailEvent tests/data/trail -AllServices | Get-IncidentTrailCaller).Count")).BaseObject);

    [Fact]
    public void The_coverage_counts_the_events_that_were_piped() =>
        Assert.Equal(
            "True True",
            Assert.Single(module.Run(
                "$e = Get-IncidentTrailEvent tests/data/trail; $e | Get-IncidentTrailCaller -Changes -CoverageVariable c | Out-Null; "
                + "\"$($c.RecordsRead -eq $e.Count) $($c.RecordsDropped -gt 0 -and $c.RecordsRead -eq $c.RecordsKept + $c.RecordsDropped)\"")).BaseObject);
}
