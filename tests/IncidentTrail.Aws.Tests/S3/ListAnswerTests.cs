using System.Text;
using IncidentTrail.Aws.S3;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.Tests.S3;

public sealed class ListAnswerTests
{
    [Fact]
    public void Everything_a_list_says_is_read_in_whatever_order_it_comes()
    {
        var page = Page("""
            <Contents>
              <Owner><ID>o</ID><DisplayName>Key</DisplayName></Owner><StorageClass>GLACIER</StorageClass><Size>42</Size>
              <Key>a%2Fb+c%26.json.gz</Key><RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress></RestoreStatus>
              <LastModified>2026-01-02T03:04:05.678Z</LastModified><ETag>&quot;tag-2&quot;</ETag>
            </Contents>
            <CommonPrefixes><Prefix>d+e%2F</Prefix></CommonPrefixes><CommonPrefixes><Prefix>f/</Prefix></CommonPrefixes>
            <NextContinuationToken>more+of%20it</NextContinuationToken><IsTruncated>true</IsTruncated><EncodingType>url</EncodingType>
            """);

        Assert.Equal(
            new ListedKey("a/b c&.json.gz", 42, new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), "\"tag-2\"", "GLACIER"),
            Assert.Single(page.Keys));
        Assert.Equal(["d e/", "f/"], page.Folders);
        Assert.Equal("more+of%20it", page.Continuation);
    }

    [Fact]
    public void What_a_server_leaves_out_is_not_known()
    {
        var page = Page("<IsTruncated>false</IsTruncated><Contents><Key>100%25+a</Key><LastModified>2026-01-02T03:04:05Z</LastModified><ETag/></Contents><Contents><Key>b</Key></Contents>");

        Assert.Equal(new ListedKey("100%25+a", null, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "", null), page.Keys[0]);
        Assert.Equal(new ListedKey("b", null, null, null, null), page.Keys[1]);
        Assert.Null(page.Continuation);
    }

    [Theory]
    [InlineData("<Error><Message>Try later &amp; again</Message><Code>InternalError</Code></Error>")]
    [InlineData("<ErrorResponse><Error><Type>Sender</Type><Code>InternalError</Code><Message>Try later &amp; again</Message></Error></ErrorResponse>")]
    [InlineData("<Error><Code>InternalError</Code><Message>Try later &amp; again</Message><Resource/><Hint>x")]
    public void An_error_is_read_as_far_as_it_goes(string text)
    {
        var error = S3ErrorBody.Read(Stream(text));

        Assert.Equal(("InternalError", "Try later & again"), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("Service down")]
    [InlineData("<html><Code>1</Code></html>")]
    [InlineData("{\"Code\":\"AccessDenied\"}")]
    [InlineData("<Error/>")]
    [InlineData("<Error><Code/><Message></Message></Error>")]
    public void What_is_no_error_of_s3_says_nothing(string text) => Assert.Equal(new S3ErrorBody(), S3ErrorBody.Read(Stream(text)));

    private static KeyPage Page(string content)
    {
        var (page, error) = ListAnswer.Read(Stream($"<?xml version=\"1.0\"?><ListBucketResult xmlns=\"urn:any\">{content}</ListBucketResult>"));
        Assert.Null(error);
        return page!;
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
