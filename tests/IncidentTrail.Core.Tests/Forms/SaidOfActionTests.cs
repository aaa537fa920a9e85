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

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("\n")]
    public void The_catalogues_own_objects_are_no_records_and_are_told_as_what_they_are(string around)
    {
        const string json = """{"EventName":"DeleteContact","EventSource":"ssm-contacts.amazonaws.com","Access":2,"Category":3,"ResourceKind":"contact","RequestParameter":"contactId","ResponseElement":null,"IncidentParameter":null,"IsHistorical":false,"Note":null}""";
        var answer = LogReading.Read(around == "[" ? $"[{json},{json}]" : json + around);

        Assert.Empty(answer.Events);
        Assert.Contains("actions of the catalogue", Assert.Single(answer.Notices).Text);
    }

    [Fact]
    public void Columns_that_somebody_chose_go_on_being_rows_whatever_access_stands_beside_them()
    {
        Assert.Single(LogReading.Read("""{"EventName":"DeleteContact","EventSource":"ssm-contacts.amazonaws.com"}""").Events);
        Assert.Single(LogReading.Read("""{"EventName":"DeleteContact","EventSource":"ssm-contacts.amazonaws.com","Access":2}""").Events);
    }
}
