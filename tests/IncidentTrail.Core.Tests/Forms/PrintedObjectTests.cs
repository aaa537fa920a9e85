using IncidentTrail.Tests.Logs;
using static IncidentTrail.Tests.Forms.TwelveRecords;

namespace IncidentTrail.Tests.Forms;

/// <summary>What only begins as a program prints objects, and holds whole records, is read.</summary>
public sealed class PrintedObjectTests
{
    [Fact]
    public void Records_inside_the_object_of_a_script_are_read() =>
        Assert.Equal(12, LogReading.Read($"{{ eventSource: 'x', Records: [{Each(r => r)}] }}").Events.Count);

    [Fact]
    public void A_record_that_begins_with_an_arrow_in_a_text_is_read() =>
        Assert.Single(LogReading.Read(All[0].Replace("\"eventVersion\":\"1.11\"", "\"requestID\":\"a=>b\",\"eventVersion\":\"1.11\"")).Events);
}
