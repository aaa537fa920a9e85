namespace IncidentTrail.Aws.Athena;

/// <summary>What GetQueryResults answers: a page.</summary>
internal sealed record GetQueryResultsAnswer(ResultSet? ResultSet, string? NextToken);
