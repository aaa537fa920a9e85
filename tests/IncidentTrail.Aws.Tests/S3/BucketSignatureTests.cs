using Amazon.Runtime;
using IncidentTrail.Aws.S3;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.S3;

public sealed class BucketSignatureTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private static readonly S3Address Address = new("https://examplebucket.s3.amazonaws.com", "", "us-east-1", "s3");
    private static readonly ImmutableCredentials Keys = new("AKIAIOSFODNN7EXAMPLE", Secret, null);
    private static readonly DateTime Time = new(2013, 5, 24, 0, 0, 0, DateTimeKind.Utc);

    // "Examples: Signature Calculations in AWS Signature Version 4" of S3's API reference: "Get Bucket (List Objects)".
    [Fact]
    public void The_list_of_the_reference_is_signed_as_there() =>
        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
            + "SignedHeaders=host;x-amz-content-sha256;x-amz-date, "
            + "Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
            Signed(new BucketSignature(), new BucketCall(HttpMethod.Get, Query: "max-keys=2&prefix=J"), Address, Keys, Time)["Authorization"]);

    [Fact]
    public void Whatever_is_asked_for_is_signed_with_all_that_it_says()
    {
        const int Seed = 20130524;
        var random = new Random(Seed);
        var signature = new BucketSignature();
        string[] parts = ["AWSLogs/", "/", "a b", "+", "%2F", "..", "é", "日本", "~_-.", "\"'()*!", "?x=1&y", "\\", "#", "{}"];
        for (var i = 0; i < 300; i++)
        {
            var key = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)]));
            var call = new BucketCall(random.Next(4) == 0 ? HttpMethod.Head : HttpMethod.Get, key, random.Next(2) == 0 ? "" : "list-type=2&prefix=a%2Fb")
            {
                Attributes = random.Next(2) == 0 ? null : "RestoreStatus",
                Payer = random.Next(2) == 0 ? null : "requester",
            };
            var keys = new ImmutableCredentials("AKIDEXAMPLE", Secret, random.Next(2) == 0 ? null : "a/token+=");
            var headers = Signed(signature, call, Address, keys, Time);

            Assert.True(
                SigV4Check.IsSigned(
                    call.Method.Method, BucketSignature.Escaped("/" + call.Key), call.Query, headers, headers["x-amz-content-sha256"], Secret),
                $"seed {Seed}, {i}: '{key}'");
            Assert.Equal(call.Payer, headers.GetValueOrDefault("x-amz-request-payer"));
            Assert.Equal(call.Attributes, headers.GetValueOrDefault("x-amz-optional-object-attributes"));
            Assert.Equal(keys.UseToken ? keys.Token : null, headers.GetValueOrDefault("x-amz-security-token"));
        }
    }

    [Fact]
    public void What_is_kept_of_a_secret_is_for_its_day_region_service_and_secret_alone()
    {
        var call = new BucketCall(HttpMethod.Get, "a.json.gz");
        (S3Address, ImmutableCredentials, DateTime)[] each =
        [
            (Address, Keys, Time), (Address, Keys, Time.AddDays(1)), (Address with { Region = "eu-west-1" }, Keys, Time),
            (Address with { Service = "s3-object-lambda" }, Keys, Time), (Address, new ImmutableCredentials("AKIAIOSFODNN7EXAMPLE", "another", null), Time),
        ];
        var one = new BucketSignature();

        foreach (var (address, keys, time) in each.Concat(each))
        {
            Assert.Equal(
                Signed(new BucketSignature(), call, address, keys, time)["Authorization"], Signed(one, call, address, keys, time)["Authorization"]);
        }
    }

    private static Dictionary<string, string> Signed(
        BucketSignature signature, BucketCall call, S3Address address, ImmutableCredentials keys, DateTime time)
    {
        using var request = new HttpRequestMessage();
        signature.Sign(request, call, BucketSignature.Escaped("/" + call.Key), address, keys, time);
        var headers = request.Headers.NonValidated.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        headers["Host"] = address.Host;
        return headers;
    }
}
