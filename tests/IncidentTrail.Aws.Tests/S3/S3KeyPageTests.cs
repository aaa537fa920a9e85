using System.Text;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.S3;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.Tests.S3;

public sealed class S3KeyPageTests
{
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
    [InlineData("<RestoreStatus><IsRestoreInProgress>true</IsRestoreInProgress></RestoreStatus>", false)]
    [InlineData("<RestoreStatus><RestoreExpiryDate>2026-02-01T00:00:00Z</RestoreExpiryDate><IsRestoreInProgress>False</IsRestoreInProgress></RestoreStatus>", true)]
    [InlineData("<RestoreStatus><RestoreExpiryDate>2026-02-01T00:00:00Z</RestoreExpiryDate></RestoreStatus>", true)]
    [InlineData("<RestoreStatus/>", true)]
    [InlineData("", null)]
    public async Task A_copy_of_an_archived_object_is_there_unless_it_is_still_being_made(string told, bool? isRestored)
    {
        var page = await PageAsync($"<IsTruncated>False</IsTruncated><Contents><Key>a</Key>{told}<Size/><LastModified/></Contents>");

        Assert.Equal(new ListedKey("a", null, null, null, null, isRestored), Assert.Single(page.Keys));
    }

    [Fact]
    public async Task Blanks_comments_and_markup_of_others_are_passed_over_and_names_keep_theirs()
    {
        var page = await PageAsync("""
            text <!-- <Key>no</Key> --> <IsTruncated>false</IsTruncated> <x:Extra xmlns:x="urn:x"><Contents><Key>inner</Key></Contents></x:Extra>
            <Contents> <!-- c --> <Key> a&#xE9; <![CDATA[<b>]]></Key> <Extra><Key>no</Key></Extra> </Contents>
            <CommonPrefixes/> <CommonPrefixes><Prefix> </Prefix></CommonPrefixes>
            """);

        Assert.Equal(" a\u00E9 <b>", Assert.Single(page.Keys).Key);
        Assert.Equal(["", " "], page.Folders);
    }

    [Theory]
    [InlineData("<Contents><Key>a</Key><Size>many</Size></Contents>")]
    [InlineData("<Contents><Key>a</Key><LastModified>yesterday</LastModified></Contents>")]
    [InlineData("<IsTruncated>perhaps</IsTruncated>")]
    [InlineData("<NextContinuationToken/><IsTruncated>true</IsTruncated>")]
    [InlineData("<Contents><Key>a</Contents></Key>")]
    [InlineData("<Contents><Key>&#x1;</Key></Contents>")]
    public async Task What_no_list_says_is_a_failed_answer(string content)
    {
        var failure = await Assert.ThrowsAsync<ServiceException>(() => PageAsync($"<IsTruncated>false</IsTruncated>{content}"));

        Assert.Equal(TrailFaultKind.Connection, failure.Kind);
    }

    private static async Task<KeyPage> PageAsync(string content)
    {
        using var server = new BucketServer();
        server.Answer = _ => new BucketAnswer(200, Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\"?><ListBucketResult xmlns=\"urn:any\">{content}</ListBucketResult>"));
        using var client = new S3Client("trail", "us-east-1", new BasicAWSCredentials("AKIDEXAMPLE", "secret"), server.Url, false,
            new RetrySchedule { TransientAttempts = 1 });
        return await client.ListAsync(new KeyPageRequest(""), CancellationToken.None);
    }
}
