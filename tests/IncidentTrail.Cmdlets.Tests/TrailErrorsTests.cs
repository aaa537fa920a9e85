using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>What is said of a file that could not be written: the name that was given, and not the one it has until it is whole.</summary>
public sealed class TrailErrorsTests
{
    private const string Draft = "/logs/report.html.5c1f.tmp";

    [Theory]
    [InlineData(28)]
    [InlineData(unchecked((int)0x80070070))]
    public void Where_no_room_is_left_that_is_the_reason(int code)
    {
        var full = new IOException($"No space left on device : '{Draft}'", code);

        Assert.StartsWith("/logs/report.html was not written: there is no room left. ", TrailErrors.NotWritten("/logs/report.html", full).ErrorDetails.Message);
        Assert.StartsWith("/logs/e.zip was not written: there is no room left. ", TrailErrors.NotPacked("/logs/e.zip", full).ErrorDetails.Message);
    }

    [Fact]
    public void Where_access_is_denied_that_is_the_reason() => Assert.StartsWith(
        "/logs/report.html was not written: access is denied. ",
        TrailErrors.NotWritten("/logs/report.html", new UnauthorizedAccessException($"Access to the path '{Draft}' is denied.", new IOException("Permission denied"))).ErrorDetails.Message);

    [Fact]
    public void What_is_said_of_the_file_itself_stays() => Assert.StartsWith(
        "/logs/report.html was not written: The file '/logs/report.html' exists already. ",
        TrailErrors.NotWritten("/logs/report.html", new IOException("The file '/logs/report.html' exists already.")).ErrorDetails.Message);
}
