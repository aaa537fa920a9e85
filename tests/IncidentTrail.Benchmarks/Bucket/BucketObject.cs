using System.Security.Cryptography;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>What is stored, and its entity tag: the MD5, as S3 has it and rclone compares it.</summary>
internal sealed record BucketObject(byte[] Content)
{
    internal string Tag { get; } = Convert.ToHexStringLower(MD5.HashData(Content));
}
