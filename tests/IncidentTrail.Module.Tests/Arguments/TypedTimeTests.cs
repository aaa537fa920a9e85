namespace IncidentTrail.Module.Tests.Arguments;

/// <summary>What PowerShell makes of a time before a parameter sees it.</summary>
public sealed class TypedTimeTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>
{
    [Theory]
    [InlineData("36500d")] // to PowerShell the decimal 36500
    [InlineData("5000w")]
    [InlineData("'2026-03-09T00:00Z'")]
    [InlineData("2026-03-09")]
    [InlineData("([datetimeoffset] '2026-03-09T02:00+02:00')")]
    [InlineData("([timespan] '36500.00:00:00')")]
    public void A_start_is_read_as_it_is_typed(string typed) =>
        Assert.NotEmpty(module.Run($"Get-IncidentTrailEvent tests/data/trail -MaxEvents 1 -StartTime {typed}"));

    [Fact]
    public void Seconds_are_a_span_too() // to PowerShell 30s is the Int16 30
        => Assert.Empty(module.Run("Get-IncidentTrailEvent tests/data/trail -StartTime 30s"));

    [Theory]
    [InlineData("7")]
    [InlineData("$null")]
    [InlineData("yesterday")]
    [InlineData("(Get-Command Get-IncidentTrailEvent)")]
    public void What_is_no_time_is_refused(string typed)
    {
        var error = Assert.Single(module.Errors($"Get-IncidentTrailEvent tests/data/trail -StartTime {typed}"));
        Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
