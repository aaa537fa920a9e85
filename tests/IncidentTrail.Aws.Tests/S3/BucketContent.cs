using System.Globalization;
using System.Security;
using System.Text;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>The objects of a bucket, listed and read as S3 does.</summary>
internal sealed class BucketContent
{
    private readonly SortedDictionary<string, (byte[] Bytes, Dictionary<string, string> Headers)> _objects = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (string Class, string? Restore)> _classes = [];

    public string Bucket { get; init; } = "trail";

    public void Put(string key, byte[] bytes, Dictionary<string, string>? headers = null)
    {
        lock (_objects)
            _objects[key] = (bytes, headers ?? []);
    }

    /// <summary>Keeps an object in an archive; it is refused unless a restored copy is there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="storageClass">What the list says of it.</param>
    /// <param name="restore">What the list says of a restored copy where it is asked for it; null of none.</param>
    public void Archive(string key, string text, string storageClass, string? restore = null)
    {
        Put(key, text);
        lock (_objects)
            _classes[key] = (storageClass, restore);
    }

    public void Put(string key, string text) => Put(key, Encoding.UTF8.GetBytes(text));

    public void Remove(string key)
    {
        lock (_objects)
            _objects.Remove(key);
    }

    public BucketAnswer Answer(BucketRequest request, int pageSize)
    {
        if (request.Place.Bucket != Bucket)
            return BucketAnswer.Error(404, "NoSuchBucket");
        lock (_objects)
        {
            return request.IsList ? List(request, pageSize)
                : _objects.TryGetValue(request.Place.Key, out var found) ? Object(request, found.Bytes, found.Headers)
                : BucketAnswer.Error(404, "NoSuchKey", "The specified key does not exist.");
        }
    }

    private static BucketAnswer Object(BucketRequest request, byte[] bytes, Dictionary<string, string> headers)
    {
        var answer = new Dictionary<string, string>(headers) { ["ETag"] = "\"any-opaque-tag\"", ["Last-Modified"] = "Fri, 02 Jan 2026 03:04:05 GMT" };
        if (!request.Headers.TryGetValue("Range", out var range))
            return new BucketAnswer(200, bytes) { Headers = answer };
        var from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
        answer["Content-Range"] = $"bytes {from}-{bytes.Length - 1}/{bytes.Length}";
        return new BucketAnswer(206, bytes[from..]) { Headers = answer };
    }

    // The token is the last name given, so that a page may end anywhere.
    private BucketAnswer List(BucketRequest request, int pageSize)
    {
        var prefix = request.Query("prefix") ?? "";
        var after = request.Query("continuation-token") ?? request.Query("start-after") ?? "";
        var delimiter = request.Query("delimiter");
        var restores = request.Headers.TryGetValue("x-amz-optional-object-attributes", out var asked) && asked == "RestoreStatus";
        var body = new StringBuilder();
        string? last = null;
        var truncated = false;
        var count = 0;
        foreach (var (key, (bytes, _)) in _objects)
        {
            if (!key.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var cut = delimiter is null ? -1 : key.IndexOf('/', prefix.Length);
            var name = cut < 0 ? key : key[..(cut + 1)];
            if (name == last || string.CompareOrdinal(name, after) <= 0)
                continue;
            if (count++ == pageSize)
            {
                truncated = true;
                break;
            }

            last = name;
            body.Append(cut < 0
                ? $"<Contents><Key>{Written(name)}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>&quot;any-opaque-tag&quot;</ETag><Size>{bytes.Length}</Size>{Class(name, restores)}</Contents>"
                : $"<CommonPrefixes><Prefix>{Written(name)}</Prefix></CommonPrefixes>");
        }

        var token = truncated ? $"<NextContinuationToken>{SecurityElement.Escape(last)}</NextContinuationToken>" : "";
        return new BucketAnswer(200, Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>{Bucket}</Name>"
            + $"<Prefix>{Written(prefix)}</Prefix><EncodingType>url</EncodingType><IsTruncated>{(truncated ? "true" : "false")}</IsTruncated>{token}{body}</ListBucketResult>"));
    }

    private string Class(string key, bool restores) => _classes.TryGetValue(key, out var kept)
        ? $"<StorageClass>{kept.Class}</StorageClass>{(restores && kept.Restore is not null ? $"<RestoreStatus>{kept.Restore}</RestoreStatus>" : "")}"
        : "<StorageClass>STANDARD</StorageClass>";

    private static string Written(string name) => Uri.EscapeDataString(name).Replace("%2F", "/");
}
