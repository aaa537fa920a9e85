using System.Text.Json.Serialization;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>How CloudTrail's answers are read; made at compile time, so that the first call need not wait for it.</summary>
[JsonSerializable(typeof(DescribeTrailsAnswer))]
[JsonSerializable(typeof(GetTrailAnswer))]
[JsonSerializable(typeof(ListTrailsAnswer))]
[JsonSerializable(typeof(ListPublicKeysAnswer))]
[JsonSerializable(typeof(TrailStatus))]
[JsonSerializable(typeof(TrailSelectors))]
internal sealed partial class CloudTrailJson : JsonSerializerContext;
