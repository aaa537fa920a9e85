using System.Globalization;
using System.Text;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>Answers lists of a bucket's keys, a thousand a page, as S3 does.</summary>
internal sealed class BucketPages(IReadOnlyDictionary<string, BucketObject> objects)
{
    private const int PageSize = 1000;

    private readonly string[] _keys = [.. objects.Keys.Order(StringComparer.Ordinal)];

    internal string Page(string prefix, string? delimiter, string after)
    {
        var body = new StringBuilder();
        var (count, last, truncated) = (0, string.Empty, false);
        for (var i = Math.Abs(Array.BinarySearch(_keys, prefix, StringComparer.Ordinal) + 1); i < _keys.Length; i++)
        {
            var key = _keys[i];
            if (!key.StartsWith(prefix, StringComparison.Ordinal))
                break;
            var slash = delimiter is null ? -1 : key.IndexOf('/', prefix.Length);
            var name = slash < 0 ? key : key[..(slash + 1)];
            if (name == last || string.CompareOrdinal(name, after) <= 0)
                continue;
            if (truncated = count++ == PageSize)
                break;
            last = name;
            if (slash < 0)
                body.Append(CultureInfo.InvariantCulture, $"<Contents><Key>{name}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>&quot;{objects[key].Tag}&quot;</ETag><Size>{objects[key].Content.Length}</Size><StorageClass>STANDARD</StorageClass></Contents>");
            else
                body.Append("<CommonPrefixes><Prefix>").Append(name).Append("</Prefix></CommonPrefixes>");
        }

        var next = truncated ? $"<NextContinuationToken>{last}</NextContinuationToken>" : string.Empty;
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>{SlowBucket.Name}</Name><Prefix>{prefix}</Prefix><EncodingType>url</EncodingType><KeyCount>{count}</KeyCount><MaxKeys>{PageSize}</MaxKeys><IsTruncated>{(truncated ? "true" : "false")}</IsTruncated>{next}{body}</ListBucketResult>";
    }
}
