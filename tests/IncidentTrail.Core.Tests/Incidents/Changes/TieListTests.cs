using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Changes;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Tests.Incidents.Changes;

public sealed class TieListTests
{
    private static readonly ResourceName s_runbook = new(ResourceKind.Document, "restart", "111122223333", "us-east-1");

    [Fact]
    public void What_is_set_again_and_again_stays_few_ties_and_is_what_it_is_now()
    {
        var ties = new TieList();
        for (var i = 1; i <= 28; i++)
        {
            ties.Supersede(Call($"2026-05-{i:00}T10:00:00Z"), TieSetting.Actions);
            ties.Add(s_runbook, TrailLink.Certain, "the runbook", "the runbook", TieSetting.Actions);
        }

        Assert.InRange(ties.Count, 1, 3);
        Assert.Equal("the runbook", ties.Find([s_runbook])?.Tie.Basis);
    }

    [Fact]
    public void What_was_over_twice_is_said_of_the_first_time()
    {
        var ties = new TieList();
        for (var i = 1; i <= 5; i++)
        {
            ties.Add(s_runbook, TrailLink.Certain, "the runbook", "the runbook", TieSetting.Actions);
            ties.Supersede(Call($"2026-05-0{i}T10:00:00Z"), TieSetting.Actions);
        }

        Assert.Equal("was the runbook until 2026-05-01", ties.Find([s_runbook])?.Tie.Basis);
    }

    private static IncidentCall Call(string time) =>
        new(Assert.Single(MadeCalls.Events(MadeCalls.Start(time))), CallKind.Of("ssm-incidents.amazonaws.com", "StartIncident"), new IncidentNames());
}
