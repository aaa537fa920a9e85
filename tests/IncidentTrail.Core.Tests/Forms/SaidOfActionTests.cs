using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Forms;

/// <summary>What the catalogue says of an event's action stands beside its record where somebody wrote both, and is no call.</summary>
public sealed class SaidOfActionTests
{
    [Fact]
    public void A_name_and_a_service_are_what_is_said_of_an_action_only_with_its_access()
    {
        var answer = LogReading.Read("""{"x":[{"EventName":"A","EventSource":"b"},{"EventName":"C","EventSource":"d","Access":3}]}""");

        Assert.Equal("A", Assert.Single(answer.Events).EventName);
    }

    [Fact]
    public void Who_was_called_from_where_is_a_row_and_not_said_of_an_action()
    {
        var answer = LogReading.Read("""{"x":[{"EventName":"A","EventSource":"b"},{"EventName":"C","EventSource":"d","Access":3,"SourceIPAddress":"198.51.100.1"}]}""");

        Assert.Single(answer.Events);
        Assert.Single(answer.Notices);
    }
}
