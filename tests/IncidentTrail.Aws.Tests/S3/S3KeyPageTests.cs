using System.Text;
using Amazon.Runtime;
using IncidentTrail.Aws.S3;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.Tests.S3;

public sealed class S3KeyPageTests
{
    // AWSSDK.S3 4.1.0 gives keys and prefixes as they travelled (findings/awssdk-s3-key-of-a-list-is-no-key.sh).
    [Fact]
    public async Task Everything_a_list_says_is_read_in_whatever_order_it_comes()
    {
        var page = await PageAsync("""
            <Contents>
              <Owner><ID>o</ID><DisplayName>Key</DisplayName></Owner><StorageClass>GLACIER</StorageClass><Size>42</Size>
              <Key>a%2Fb+c%26.json.gz</Key><RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress></RestoreStatus>
              <LastModified>2026-01-02T03:04:05.678Z</LastModified><ETag>&quot;tag-2&quot;</ETag>
            </Contents>
            <CommonPrefixes><Prefix>d+e%2F</Prefix></CommonPrefixes><CommonPrefixes><Prefix>f/</Prefix></CommonPrefixes>
            <NextContinuationToken>more+of%20it</NextContinuationToken><IsTruncated>true</IsTruncated><EncodingType>url</EncodingType>
            """);

        Assert.Equal(
            new ListedKey("a/b c&.json.gz", 42, new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), "\"tag-2\"", "GLACIER", IsRestored: true),
            Assert.Single(page.Keys));
        Assert.Equal(["d e/", "f/"], page.Folders);
        Assert.Equal("more+of%20it", page.Continuation);
    }

    [Fact]
    public async Task What_a_server_leaves_out_is_not_known()
    {
        var page = await PageAsync("<IsTruncated>false</IsTruncated><Contents><Key>100%25+a</Key><LastModified>2026-01-02T03:04:05Z</LastModified><ETag/></Contents><Contents><Key>b</Key></Contents>");

        Assert.Equal(new ListedKey("100%25+a", null, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "", null), page.Keys[0]);
        Assert.Equal(new ListedKey("b", null, null, null, null), page.Keys[1]);
        Assert.Null(page.Continuation);
    }

    [Theory]
    [InlineData("<IsTruncated>false</IsTruncated>", null)]
    [InlineData("<Name>trail</Name>", "again")]
    public async Task A_list_that_says_it_is_whole_is_not_gone_on_with(string said, string? continuation) =>
        Assert.Equal(continuation, (await PageAsync(said + "<NextContinuationToken>again</NextContinuationToken>")).Continuation);

    private static async Task<KeyPage> PageAsync(string content)
    {
        using var server = new BucketServer();
        server.Answer = _ => new BucketAnswer(200, Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\"?><ListBucketResult xmlns=\"urn:any\">{content}</ListBucketResult>"));
        using var client = new S3Client("trail", "us-east-1", new BasicAWSCredentials("AKIDEXAMPLE", "secret"), server.Url, false);
        return await client.ListAsync(new KeyPageRequest(""), CancellationToken.None);
    }
}
