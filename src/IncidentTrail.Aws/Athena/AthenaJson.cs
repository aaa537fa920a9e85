using System.Text.Json.Serialization;

namespace IncidentTrail.Aws.Athena;

/// <summary>How Athena's answers are read; made at compile time, so that the first call need not wait for it.</summary>
[JsonSerializable(typeof(GetTableMetadataAnswer))]
[JsonSerializable(typeof(StartQueryExecutionAnswer))]
[JsonSerializable(typeof(GetQueryExecutionAnswer))]
[JsonSerializable(typeof(GetQueryResultsAnswer))]
[JsonSerializable(typeof(GetWorkGroupAnswer))]
internal sealed partial class AthenaJson : JsonSerializerContext;
