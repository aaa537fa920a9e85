using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentTrail.SampleTrail;

/// <summary>Files under the same bucket that are no CloudTrail logs; a reader passes over them.</summary>
internal static class OtherFiles
{
    private const string DigestKey =
        $"AWSLogs/{Places.Organization}/{Places.Operations}/CloudTrail-Digest/{Places.UsEast}/2026/03/10/" +
        $"{Places.Operations}_CloudTrail-Digest_{Places.UsEast}_organization-trail_{Places.UsEast}_20260310T150000Z.json.gz";

    /// <summary>
    /// The digest of the hour in which the incident began: the first of its chain, without a signature.
    /// </summary>
    public static (string Key, byte[] Content) Digest(IEnumerable<(LogFile File, byte[] Content)> logs)
    {
        var listed = logs.Where(log => log.File.Account == Places.Operations && log.File.Region == Places.UsEast &&
            string.CompareOrdinal(log.File.Delivered, "2026-03-10 14:00") > 0 &&
            string.CompareOrdinal(log.File.Delivered, "2026-03-10 15:00") <= 0).ToArray();
        return (DigestKey, Encoding.UTF8.GetBytes(Json.Text(new
        {
            awsAccountId = Places.Operations,
            digestStartTime = "2026-03-10T14:00:00Z",
            digestEndTime = "2026-03-10T15:00:00Z",
            digestS3Bucket = Places.Bucket,
            digestS3Object = DigestKey,
            digestPublicKeyFingerprint = Ids.Hex("key of the digests", 32),
            digestSignatureAlgorithm = "SHA256withRSA",
            newestEventTime = listed.Max(log => Events(log.File).Max()),
            oldestEventTime = listed.Min(log => Events(log.File).Min()),
            previousDigestS3Bucket = Null,
            previousDigestS3Object = Null,
            previousDigestHashValue = Null,
            previousDigestHashAlgorithm = Null,
            previousDigestSignature = Null,
            logFiles = listed.Select(log => new
            {
                s3Bucket = Places.Bucket,
                s3Object = log.File.Key,
                hashValue = Convert.ToHexString(SHA256.HashData(log.Content)).ToLowerInvariant(),
                hashAlgorithm = "SHA-256",
                newestEventTime = Events(log.File).Max(),
                oldestEventTime = Events(log.File).Min(),
            }),
        })));
    }

    /// <summary>A snapshot of AWS Config, which writes beside CloudTrail under names that look alike.</summary>
    public static (string Key, byte[] Content) ConfigSnapshot()
    {
        string id = Ids.Uuid("config snapshot");
        return ($"AWSLogs/{Places.Operations}/Config/{Places.UsEast}/2026/3/10/ConfigSnapshot/" +
            $"{Places.Operations}_Config_{Places.UsEast}_ConfigSnapshot_20260310T140412Z_{id}.json.gz",
            Encoding.UTF8.GetBytes(Json.Text(new
            {
                fileVersion = "1.0",
                configSnapshotId = id,
                configurationItems = new[]
                {
                    new
                    {
                        configurationItemVersion = "1.3",
                        configurationItemCaptureTime = "2026-03-10T13:58:02.114Z",
                        configurationItemStatus = "OK",
                        awsAccountId = Places.Operations,
                        awsRegion = Places.UsEast,
                        resourceType = "AWS::S3::Bucket",
                        resourceId = Places.Bucket,
                        ARN = "arn:aws:s3:::" + Places.Bucket,
                    },
                },
            })));
    }

    // JSON's null, written although members without a value are otherwise left out.
    private static System.Text.Json.JsonElement Null { get; } = System.Text.Json.JsonDocument.Parse("null").RootElement;

    private static IEnumerable<string> Events(LogFile file) =>
        DeliveredTrail.Calls.Where(file.Holds).Select(call => call.Time.ToString(CultureInfo.InvariantCulture));
}
