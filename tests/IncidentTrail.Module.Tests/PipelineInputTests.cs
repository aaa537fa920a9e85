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
}
