namespace IncidentTrail.Sql;

/// <summary>A source that answers a query by a statement.</summary>
internal interface ISqlSource : ITrailSource
{
    /// <summary>The statement that it would run for a query. Runs nothing.</summary>
    string StatementFor(TrailQuery query);

    /// <summary>Where callers alone are asked for: why it is rows that the statement gives; null where it counts them.</summary>
    string? WhyRows(TrailQuery query);
}
