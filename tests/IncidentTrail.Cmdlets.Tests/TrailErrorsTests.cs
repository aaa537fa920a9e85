using System.Management.Automation;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>
/// The ids and categories that scripts rely on, and what is said of a file that could not be written: the name that was given, and not
/// the one it has until it is whole.
/// </summary>
public sealed class TrailErrorsTests
{
    private const string Draft = "/logs/report.html.5c1f.tmp";

    public static TheoryData<TrailFaultKind, string, ErrorCategory> Kinds { get; } = new()
    {
        { TrailFaultKind.SourceNotFound, "TrailSourceNotFound", ErrorCategory.ObjectNotFound },
        { TrailFaultKind.AccessDenied, "TrailAccessDenied", ErrorCategory.PermissionDenied },
        { TrailFaultKind.Credentials, "TrailCredentials", ErrorCategory.AuthenticationError },
        { TrailFaultKind.RecordInvalid, "TrailRecordInvalid", ErrorCategory.InvalidData },
        { TrailFaultKind.ReadFailed, "TrailReadFailed", ErrorCategory.ReadError },
        { TrailFaultKind.Connection, "TrailConnection", ErrorCategory.ConnectionError },
        { TrailFaultKind.Throttled, "TrailThrottled", ErrorCategory.LimitsExceeded },
        { TrailFaultKind.Argument, "TrailArgument", ErrorCategory.InvalidArgument },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_fault_has_its_id_and_category(TrailFaultKind kind, string id, ErrorCategory category)
    {
        var error = TrailErrors.Record(new TrailFault(kind, "s3://bucket/key", "It could not be read", "Ask again."));

        Assert.Equal((id, category, "s3://bucket/key"), (error.FullyQualifiedErrorId, error.CategoryInfo.Category, error.TargetObject));
        Assert.Equal("It could not be read. Ask again.", error.ErrorDetails.Message);
    }

    [Fact]
    public void No_kind_of_fault_is_without_one() => Assert.Equal(Enum.GetValues<TrailFaultKind>().Length, Kinds.Count);

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
