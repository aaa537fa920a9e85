using System.Text.Json.Serialization;

namespace IncidentTrail.Aws.Credentials;

/// <summary>How what a process prints is read: as the SDK does, a comma behind the last is none of its mistakes.</summary>
[JsonSourceGenerationOptions(AllowTrailingCommas = true)]
[JsonSerializable(typeof(ProcessAnswer))]
internal sealed partial class ProcessJson : JsonSerializerContext;
