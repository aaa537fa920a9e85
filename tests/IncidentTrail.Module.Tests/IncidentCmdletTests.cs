using System.Management.Automation;

namespace IncidentTrail.Module.Tests;

/// <summary>The incident cmdlets at the prompt: what binds, and what chooses.</summary>
public sealed class IncidentCmdletTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>
{
    [Theory]
    [InlineData("7")]
    [InlineData("7.5")]
    [InlineData("'soon'")]
    public void A_look_back_without_a_unit_is_refused(string span)
    {
        var error = Assert.Single(module.Errors($"Get-IncidentTrailIncident tests/data/trail -LookBack {span}"));

        Assert.IsAssignableFrom<ParameterBindingException>(error.Exception);
        Assert.Contains("units are s, m, h, d or w", error.Exception.Message.Replace("units: s", "units are s"));
    }

    [Theory]
    [InlineData("7d", 14)]
    [InlineData("15h", 8)]
    [InlineData("([timespan]::FromDays(7))", 14)]
    public void A_look_back_is_a_span_as_people_type_it(string span, int changes) => Assert.Equal(
        changes,
        One($"(Get-IncidentTrailIncident tests/data/incidents/changed-the-day-before.json -LookBack {span}).ChangesBefore.Count"));

    [Fact]
    public void Filters_choose_incidents_that_have_a_matching_event()
    {
        Assert.Equal("checkout", One("(Get-IncidentTrailIncident tests/data/trail -Caller mary_major).ResponsePlan"));
        Assert.Equal("game-day", One("(Get-IncidentTrailIncident tests/data/trail -EndTime 2026-03-10T00:00Z).ResponsePlan"));
        Assert.Equal(89, One("(Get-IncidentTrailIncident tests/data/trail -Caller mary_major).EventCount"));
    }

    [Fact]
    public void There_is_no_maximum_of_events() =>
        Assert.False((bool)One("(Get-Command Get-IncidentTrailIncident).Parameters.ContainsKey('MaxEvents')")!);

    [Fact]
    public void Nothing_that_matches_gives_nothing_and_no_error() =>
        Assert.Empty(module.Run("Get-IncidentTrailIncident tests/data/trail -ResponsePlan nothing"));

    [Fact]
    public void The_changes_before_are_in_the_timeline_where_they_were_asked_for()
    {
        const string path = "tests/data/incidents/changed-the-day-before.json";
        Assert.Equal(5, One($"@(Get-IncidentTrailTimeline {path}).Count"));
        Assert.Equal(19, One($"@(Get-IncidentTrailTimeline {path} -LookBack 7d).Count"));
        Assert.Equal(19, One($"@(Get-IncidentTrailIncident {path} -LookBack 7d | Get-IncidentTrailTimeline).Count"));
        Assert.Equal("StopLogging", One($"@(Get-IncidentTrailTimeline {path} -LookBack 7d)[0].Event.EventName"));
    }

    [Fact]
    public void Events_of_the_pipeline_make_a_coverage_that_says_so()
    {
        Assert.Equal("Pipeline", One("(Get-IncidentTrailEvent tests/data/trail | Get-IncidentTrailIncident -ResponsePlan checkout).Basis.ToString()"));
        Assert.False((bool)One("Get-IncidentTrailEvent tests/data/trail | Get-IncidentTrailIncident -CoverageVariable c | Out-Null; $c.IsComplete")!);
    }

    private object? One(string script) => Assert.Single(module.Run(script))?.BaseObject;
}
