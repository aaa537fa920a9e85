using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Tests.Faults;

public sealed class RemedyTableTests
{
    [Theory]
    [InlineData("s3", "NoSuchBucket", 404, "Check the bucket's name.")]
    [InlineData("s3", "NoSuchKey", 404, "Check the key.")]
    [InlineData("s3", "AccessDenied", 403, "s3:ListBucket")]
    [InlineData("s3", "InvalidObjectState", 403, "Restore-S3Object")]
    [InlineData("s3", "SlowDown", 503, "-ThrottleLimit")]
    [InlineData("s3", "ExpiredToken", 400, "aws sso login")]
    [InlineData("sts", "AccessDenied", 403, "trust policy")]
    [InlineData("sts", "InvalidClientTokenId", 403, "eu-west-1 is enabled")]
    [InlineData("cloudtrail", "AccessDeniedException", 400, "Allow cloudtrail:Do to these credentials")]
    [InlineData("cloudtrail", "ThrottlingException", 400, "shorter window")]
    [InlineData("cloudtrail", null, 0, "'eu-west-1' is the name of a Region")]
    [InlineData("cloudtrail", "SomethingNew", 400, "request id")]
    public void The_first_row_that_fits_says_what_to_do(string service, string? code, int status, string words) =>
        Assert.Contains(words, RemedyTable.For(Failure(service, code, status)));

    [Fact]
    public void A_situation_that_the_service_has_no_code_for_is_named_by_ours() =>
        Assert.Contains("lifecycle rule", RemedyTable.For(Failure("s3", "NoSuchKey", 404), RemedyTable.ListedKeyGone));

    [Theory]
    [InlineData("team/reader@acme.example", "--profile team/reader@acme.example'")]
    [InlineData("Acme Keys", "--profile \"Acme Keys\"'")]
    public void A_profile_is_named_as_a_shell_takes_it(string profile, string words) =>
        Assert.Contains(words, RemedyTable.SsoSignIn(profile));

    private static ServiceException Failure(string service, string? code, int status) =>
        new(service, "Do", "eu-west-1", new ServiceError(code, "no", status, null, null, null), 1);
}
