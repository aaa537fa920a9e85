using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Aws.Connector;
using IncidentTrail.Aws.S3;
using IncidentTrail.Aws.Tests.Credentials;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Aws.Tests.Integrity;

/// <summary>What of a bucket is tested for a trail, and what is said before anything is read.</summary>
public sealed class IntegrityOpenerTests : IDisposable
{
    private readonly ProfileHome _home = new();

    public void Dispose() => _home.Dispose();

    // Another account may have a trail of the same name in the same bucket.
    [Theory]
    [InlineData(null, null, "111122223333")]
    [InlineData(false, null, "111122223333")]
    [InlineData(true, null, "")]
    [InlineData(false, "444455556666", "444455556666")]
    public void A_trail_is_its_own_accounts_unless_it_is_an_organizations(bool? isOrganization, string? asked, string tested)
    {
        using var source = Open(new TrailDescription { IsOrganizationTrail = isOrganization }, asked);

        Assert.Equal(tested, string.Join(",", source.Scope.AccountId));
        Assert.Equal(("main", "us-east-1"), (source.Scope.TrailName, source.Scope.TrailHomeRegion));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    [InlineData(null, 0)]
    public void A_trail_without_validation_is_warned_of(bool? isValidated, int warnings)
    {
        using var source = Open(new TrailDescription { LogFileValidationEnabled = isValidated });

        Assert.Equal(warnings, source.Notices.Count(notice => notice.Kind == TrailNoticeKind.Warning && notice.Text.Contains("validation is off")));
    }

    [Fact]
    public void What_digests_name_by_their_bucket_is_read_by_the_access_point_that_was_given()
    {
        const string Point = "arn:aws:s3:us-east-1:111122223333:accesspoint/trail";
        using var place = new S3IntegrityPlace(
            new TrailBucket { BucketName = Point }, new BucketClients(_ => throw new InvalidOperationException(), 1), null);

        Assert.Equal(Point, Assert.Single(place.Find("trail", "AWSLogs/a.json.gz")).BucketName);
    }

    private IntegritySource Open(TrailDescription trail, string? account = null)
    {
        var described = trail with
        {
            Name = "main",
            Arn = "arn:aws:cloudtrail:us-east-1:111122223333:trail/main",
            S3BucketName = "trail",
            HomeRegion = "us-east-1",
        };
        return IntegrityOpener.Open(
            _home.Resolve(new TrailConnection { AccessKey = "AKIA", SecretKey = "s" }),
            new ResolvedTrail(described, new TrailStanding(described, null, null), []), new TrailReference { Name = "main" },
            new IntegrityScope { AccountId = account is null ? [] : [account] }, new IntegrityReach(null, false));
    }
}
