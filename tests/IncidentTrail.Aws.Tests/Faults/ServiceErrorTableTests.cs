using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Tests.Faults;

public sealed class ServiceErrorTableTests
{
    [Theory]
    [InlineData("ThrottlingException", 400, TrailFaultKind.Throttled)]
    [InlineData("SlowDown", 503, TrailFaultKind.Throttled)]
    [InlineData("KmsThrottled", 400, TrailFaultKind.Throttled)]
    [InlineData("KMS.ThrottlingException", 400, TrailFaultKind.Throttled)]
    [InlineData("OverLimit", 403, TrailFaultKind.Throttled)]
    [InlineData("ExpiredTokenException", 400, TrailFaultKind.Credentials)]
    [InlineData("UnrecognizedClientException", 400, TrailFaultKind.Credentials)]
    [InlineData("InvalidAccessKeyId", 403, TrailFaultKind.Credentials)]
    [InlineData("AccessDeniedException", 400, TrailFaultKind.AccessDenied)]
    [InlineData("AccessDenied", 403, TrailFaultKind.AccessDenied)]
    [InlineData("TrailNotFoundException", 400, TrailFaultKind.SourceNotFound)]
    [InlineData("NoSuchKey", 404, TrailFaultKind.SourceNotFound)]
    [InlineData("InvalidObjectState", 403, TrailFaultKind.ReadFailed)]
    [InlineData("KMS.DisabledException", 400, TrailFaultKind.ReadFailed)]
    [InlineData("InvalidNextTokenException", 400, TrailFaultKind.ReadFailed)]
    [InlineData("InvalidTimeRangeException", 400, TrailFaultKind.Argument)]
    [InlineData("SomethingNew", 403, TrailFaultKind.AccessDenied)]
    [InlineData(null, 404, TrailFaultKind.SourceNotFound)]
    [InlineData(null, 500, TrailFaultKind.Connection)]
    [InlineData(null, 0, TrailFaultKind.Connection)]
    [InlineData("SomethingNew", 400, TrailFaultKind.ReadFailed)]
    public void A_code_decides_the_kind_and_else_the_status(string? code, int status, TrailFaultKind expected) =>
        Assert.Equal(expected, ServiceErrorTable.KindOf(code, status));
}
