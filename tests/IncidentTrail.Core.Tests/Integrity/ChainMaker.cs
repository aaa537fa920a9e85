using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Integrity;

/// <summary>
/// Writes a trail's logs and digests as CloudTrail does: real gzip, real hashes, real signatures of keys made at run time.
/// It is written by the documentation and shares no code with the engine.
/// </summary>
internal sealed class ChainMaker(SortedDictionary<(string Bucket, string Key), StoredObject> objects)
{
    internal static readonly DateTime Begin = new(2026, 3, 10, 0, 17, 28, DateTimeKind.Utc);
    internal static readonly RSA FirstKey = RSA.Create(2048);
    internal static readonly RSA SecondKey = RSA.Create(2048);

    private JsonObject _previous = Previous(null, null, null, null);

    public ChainMaker()
        : this([])
    {
    }

    public SortedDictionary<(string Bucket, string Key), StoredObject> Objects { get; } = objects;

    public RSA Key { get; set; } = FirstKey;

    public bool NamesKeyAsSpki { get; set; }

    public string Bucket { get; set; } = "trail-logs";

    public string Prefix { get; set; } = "";

    public string Organization { get; init; } = "";

    public string Account { get; init; } = "111122223333";

    public string Region { get; init; } = "us-east-2";

    public string Trail { get; init; } = "audit_trail";

    public string Home { get; init; } = "us-east-1";

    public bool IsBackfill { get; init; }

    /// <summary>The end of the last digest.</summary>
    public DateTime Now { get; set; } = Begin;

    public List<MadeDigest> Digests { get; } = [];

    /// <summary>Makes the digests of so many hours, each with so many logs.</summary>
    public ChainMaker Hours(int count, int logs = 2)
    {
        for (var i = 0; i < count; i++)
            Hour(logs);
        return this;
    }

    /// <summary>Makes a digest and its logs.</summary>
    /// <param name="logs">How many logs are delivered in the hour.</param>
    /// <param name="alsoListed">Keys of logs that it lists besides.</param>
    /// <param name="edit">What is changed in the digest before it is signed.</param>
    public MadeDigest Hour(int logs = 2, string[]? alsoListed = null, Action<JsonObject>? edit = null)
    {
        var (start, end) = (Now, Now.AddHours(1));
        var made = Enumerable.Range(0, logs).Select(i => Log(start.AddMinutes(13 + (i * 10)), $"{Digests.Count + 1}-{i}")).ToList();
        var key = $"{Folder("CloudTrail-Digest", end)}{Account}_CloudTrail-Digest_{Region}_{Trail}_{Home}_{end:yyyyMMdd'T'HHmmss'Z'}{(IsBackfill ? "_backfill" : "")}.json.gz";
        var digest = new JsonObject
        {
            ["awsAccountId"] = Account, ["digestStartTime"] = Iso(start), ["digestEndTime"] = Iso(end), ["digestS3Bucket"] = Bucket,
            ["digestS3Object"] = key, ["digestPublicKeyFingerprint"] = Fingerprint(), ["digestSignatureAlgorithm"] = "SHA256withRSA",
            ["newestEventTime"] = null, ["oldestEventTime"] = null,
            ["logFiles"] = new JsonArray([.. made.Concat(alsoListed ?? []).Select(Listed)]),
        };
        foreach (var (name, value) in _previous)
            digest[name] = value?.DeepClone();
        edit?.Invoke(digest);
        var json = digest.ToJsonString();
        var signature = Sign(digest, json);
        Objects[(Bucket, key)] = new StoredObject(GzipBytes.Of(json), signature);
        _previous = Previous(Bucket, key, Hash(json), signature);
        Now = end;
        Digests.Add(new MadeDigest(Bucket, key, json, signature, made));
        return Digests[^1];
    }

    /// <summary>Ends the chain; the next digest begins another, after some hours.</summary>
    public ChainMaker Restart(double hoursLater)
    {
        _previous = Previous(null, null, null, null);
        Now = Now.AddHours(hoursLater);
        return this;
    }

    /// <summary>Delivers a log; gives its key.</summary>
    public string Log(DateTime delivered, string unique, string kind = "CloudTrail")
    {
        var key = $"{Folder(kind, delivered)}{Account}_{kind}_{Region}_{delivered:yyyyMMdd'T'HHmm'Z'}_{unique}.json.gz";
        Objects[(Bucket, key)] = new StoredObject(GzipBytes.Of($$"""{"Records":[{"eventID":"{{unique}}"}]}"""));
        return key;
    }

    /// <summary>The public key as PKCS#1 in DER form, which AWS gives.</summary>
    public static byte[] Pkcs1(RSA key) => key.ExportRSAPublicKey();

    internal static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private string Sign(JsonObject digest, string json)
    {
        var text = $"{digest["digestEndTime"]}\n{digest["digestS3Bucket"]}/{digest["digestS3Object"]}\n{Hash(json)}\n{digest["previousDigestSignature"]?.ToString() ?? "null"}";
        return Convert.ToHexString(
            Key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)).ToLowerInvariant();
    }

    private string Fingerprint() => Convert.ToHexString(
        MD5.HashData(NamesKeyAsSpki ? Key.ExportSubjectPublicKeyInfo() : Pkcs1(Key))).ToLowerInvariant();

    private JsonNode? Listed(string key) => new JsonObject
    {
        ["s3Bucket"] = Bucket, ["s3Object"] = key, ["hashAlgorithm"] = "SHA-256",
        ["hashValue"] = Hash(Inflate(Objects[(Bucket, key)].Bytes)), ["newestEventTime"] = null, ["oldestEventTime"] = null,
    };

    private string Folder(string kind, DateTime day) =>
        $"{Prefix}AWSLogs/{Organization}{Account}/{kind}/{Region}/{day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)}/";

    private static JsonObject Previous(string? bucket, string? key, string? hash, string? signature) => new()
    {
        ["previousDigestS3Bucket"] = bucket, ["previousDigestS3Object"] = key, ["previousDigestHashValue"] = hash,
        ["previousDigestHashAlgorithm"] = hash is null ? null : "SHA-256", ["previousDigestSignature"] = signature,
    };

    private static string Iso(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();

    private static byte[] Inflate(byte[] stored)
    {
        using var gzip = new System.IO.Compression.GZipStream(new MemoryStream(stored), System.IO.Compression.CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }
}
