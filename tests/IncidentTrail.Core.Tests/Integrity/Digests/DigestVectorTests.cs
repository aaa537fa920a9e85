using System.Text;
using System.Text.Json;
using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Tests.Integrity.Digests;

/// <summary>Signatures that others have accepted: a digest with its key, and genuine ones of CloudTrail.</summary>
public sealed class DigestVectorTests
{
    private const string Json = """{"awsAccountId":"111122223333","digestStartTime":"2026-01-02T02:04:05Z","digestEndTime":"2026-01-02T03:04:05Z","digestS3Bucket":"tv-bucket","digestS3Object":"AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2026/01/02/111122223333_CloudTrail-Digest_us-east-2_tv_us-east-2_20260102T030405Z.json.gz","digestPublicKeyFingerprint":"92479e08bffba97058099e539f021099","digestSignatureAlgorithm":"SHA256withRSA","newestEventTime":null,"oldestEventTime":null,"previousDigestS3Bucket":null,"previousDigestS3Object":null,"previousDigestHashValue":null,"previousDigestHashAlgorithm":null,"previousDigestSignature":null,"logFiles":[{"s3Bucket":"tv-bucket","s3Object":"AWSLogs/111122223333/CloudTrail/us-east-2/2026/01/02/111122223333_CloudTrail_us-east-2_20260102T0255Z_AAAAAAAAAAAAAAAA.json.gz","hashValue":"26a792db36a3afba23b1dd277fcc9f15a7313c4a92e4e4cc0494846af345ecff","hashAlgorithm":"SHA-256","newestEventTime":"2026-01-02T02:50:00Z","oldestEventTime":"2026-01-02T02:50:00Z"}]}""";
    private const string Sha256 = "c72aa5e9b545dbd5acaadd99522857fb3aa98b0609a6b63e567267144ff9599a";
    private const string Key = "MIGJAoGBAJPl3z+r65C8+aUC0czlcYM5wj7139kxk9Q5q/+f24WIq1jeqF9zOc70oAo4Qtcpbh31MYDbJfDB/cU9Mz66WPNBseYso95JAksiuv0twy+gHWnCHFP0xII61F114L9IWxZvo+sP+wQh2+lOJJE9oeJJg8Jo7LWzZPhMZ8A8HJIxAgMBAAE=";
    private const string Signature = "258abc7abb074ae3d3f1a2bb4acb10eeccc6bd79825fa0d92ab46bea2155f239db7a110585da8608593991623a208e092ca5b537253a56893d4f25c9c670a155356baff96971d23b63caacba5e9a2fd443c4246b93dd623e82ce67c32592811e8fc3efee569bfdce0c6256b77f739989ae0e8eb06bbad7a8aaa86fc9e2312489";

    [Fact]
    public void The_text_that_is_signed_is_put_together_as_documented()
    {
        var digest = DigestReader.Read(Encoding.UTF8.GetBytes(Json), Sha256);

        Assert.Equal(
            "2026-01-02T03:04:05Z\ntv-bucket/AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2026/01/02/111122223333_CloudTrail-Digest_us-east-2_tv_us-east-2_20260102T030405Z.json.gz\n" + Sha256 + "\nnull",
            digest.StringToSign);
    }

    [Fact]
    public void A_signature_that_aws_cli_accepts_holds_and_one_bit_less_does_not()
    {
        var digest = DigestReader.Read(Encoding.UTF8.GetBytes(Json), Sha256);
        var key = DigestKey.Parse(Convert.FromBase64String(Key));

        Assert.Equal("92479e08bffba97058099e539f021099", key.Fingerprints[0]);
        Assert.True(digest.IsSignedBy(key, Signature));
        Assert.False(digest.IsSignedBy(key, Signature[..^1] + "8"));
        Assert.False((digest with { EndText = "2026-01-02T03:04:05.0Z" }).IsSignedBy(key, Signature));
    }

    [Fact]
    public void Genuine_signatures_of_CloudTrail_hold_with_a_key_of_either_form()
    {
        if (Repository.Shared("data/digests/genuine-signature-vectors.json") is not { } path)
            return;
        using var vectors = JsonDocument.Parse(File.ReadAllText(path));
        Assert.NotEqual(0, vectors.RootElement.GetArrayLength());
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            foreach (var form in (string[])["publicKeySpkiBase64", "publicKeyPkcs1Base64"])
            {
                var key = DigestKey.Parse(vector.GetProperty(form).GetBytesFromBase64());

                Assert.Contains(vector.GetProperty("fingerprintMd5OfSpki").GetString()!, key.Fingerprints);
                Assert.True(key.Verifies(Hex(vector, "signedSha256Hex"), Hex(vector, "signatureHex")));
                Assert.False(key.Verifies([.. Enumerable.Reverse(Hex(vector, "signedSha256Hex"))], Hex(vector, "signatureHex")));
            }
        }
    }

    [Fact]
    public void Keys_that_AWS_documents_have_the_fingerprints_it_gives()
    {
        if (Repository.Shared("data/digests/public-keys.json") is not { } path)
            return;
        using var keys = JsonDocument.Parse(File.ReadAllText(path));
        Assert.NotEqual(0, keys.RootElement.GetArrayLength());
        foreach (var key in keys.RootElement.EnumerateArray())
        {
            var parsed = DigestKey.Parse(key.GetProperty("value").GetBytesFromBase64());

            Assert.Equal(key.GetProperty("fingerprint").GetString(), parsed.Fingerprints[0]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    public void What_is_no_key_is_refused(string text) =>
        Assert.Throws<FormatException>(() => DigestKey.Parse(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("digestStartTime")]
    [InlineData("digestEndTime")]
    [InlineData("digestS3Bucket")]
    [InlineData("digestS3Object")]
    [InlineData("digestPublicKeyFingerprint")]
    [InlineData("previousDigestSignature")]
    public void A_digest_without_a_field_says_which(string field)
    {
        var json = Json.Replace($"\"{field}\"", "\"other\"", StringComparison.Ordinal);

        var failure = Assert.Throws<FormatException>(() => DigestReader.Read(Encoding.UTF8.GetBytes(json), ""));

        Assert.Contains(field, failure.Message);
    }

    [Theory]
    [InlineData("111122223333_CloudTrail-Digest_us-east-2_a_b.c-d_us-east-1_20260102T030405Z.json.gz", "a_b.c-d", false)]
    [InlineData("111122223333_CloudTrail-Digest_us-east-2_t_us-east-1_20260102T030405Z_backfill.json.gz", "t", true)]
    [InlineData("some/where/111122223333_CloudTrail-Digest_us-east-2_us-east-1_eu-west-1_20260102T030405Z.json", "us-east-1", false)]
    public void A_name_is_read_from_both_its_ends(string name, string trail, bool isBackfill)
    {
        var parsed = DigestName.Parse(name)!;

        Assert.Equal((trail, isBackfill, "us-east-2"), (parsed.Trail, parsed.IsBackfill, parsed.Region));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), parsed.EndUtc);
    }

    private static byte[] Hex(JsonElement vector, string name) => Convert.FromHexString(vector.GetProperty(name).GetString()!);
}
