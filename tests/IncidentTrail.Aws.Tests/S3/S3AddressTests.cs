using IncidentTrail.Aws.S3;

namespace IncidentTrail.Aws.Tests.S3;

public sealed class S3AddressTests
{
    [Theory]
    [InlineData("trail", "us-east-1", "https://trail.s3.us-east-1.amazonaws.com", "")]
    [InlineData("trail", "eu-west-1", "https://trail.s3.eu-west-1.amazonaws.com", "")]
    [InlineData("trail", "cn-north-1", "https://trail.s3.cn-north-1.amazonaws.com.cn", "")]
    [InlineData("trail", "us-gov-west-1", "https://trail.s3.us-gov-west-1.amazonaws.com", "")]
    [InlineData("trail", "xx-new-7", "https://trail.s3.xx-new-7.amazonaws.com", "")]
    [InlineData("trail.example.com", "eu-west-1", "https://s3.eu-west-1.amazonaws.com", "/trail.example.com")]
    [InlineData("arn:aws:s3:eu-west-1:111122223333:accesspoint/logs", "eu-west-1", "https://logs-111122223333.s3-accesspoint.eu-west-1.amazonaws.com", "")]
    [InlineData("logs-0123456789abcdefghijklmnopqrstus3alias", "eu-west-1", "https://logs-0123456789abcdefghijklmnopqrstus3alias.s3.eu-west-1.amazonaws.com", "")]
    public void A_bucket_is_called_at_aws(string bucket, string region, string origin, string path)
    {
        var address = S3Address.Of(bucket, region, null);

        Assert.Equal((origin, path, region, "s3"), (address.Origin, address.Path, address.Region, address.Service));
    }

    [Fact]
    public void An_access_point_of_another_service_is_signed_for_that_one()
    {
        var address = S3Address.Of("arn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/logs", "eu-west-1", null);

        Assert.Equal("https://logs-111122223333.s3-object-lambda.eu-west-1.amazonaws.com", address.Origin);
        Assert.Equal("s3-object-lambda", address.Service);
    }

    // With a slash behind a folder AWSSDK.S3 4.1.0 asks for /object/store//trail (findings/awssdk-s3-slash-of-the-endpoint-is-doubled.sh).
    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080", "/trail")]
    [InlineData("http://[::1]:8080/", "http://[::1]:8080", "/trail")]
    [InlineData("https://S3.example.net:443/", "https://s3.example.net", "/trail")]
    [InlineData("https://example.net/object/store/", "https://example.net", "/object/store/trail")]
    [InlineData("https://example.net/object%20store/", "https://example.net", "/object store/trail")]
    public void An_endpoint_of_one_s_own_has_the_bucket_in_the_path(string endpoint, string origin, string path)
    {
        var address = S3Address.Of("trail", "us-east-1", new Uri(endpoint));

        Assert.Equal((origin, path), (address.Origin, address.Path));
    }

    [Fact]
    public void An_access_point_is_called_at_a_host_of_its_own_also_below_an_endpoint()
    {
        var address = S3Address.Of("arn:aws:s3:eu-west-1:111122223333:accesspoint/logs", "eu-west-1", new Uri("https://s3.example.net"));

        Assert.Equal("https://logs-111122223333.s3.example.net", address.Origin);
    }
}
