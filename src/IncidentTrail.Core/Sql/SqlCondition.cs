namespace IncidentTrail.Sql;

/// <summary>What a statement asks of a row for one filter of a query: at least all that the filter lets through.</summary>
/// <param name="Filter">The filter, as its parameter is called.</param>
/// <param name="Sql">The condition; null where SQL cannot narrow anything down.</param>
/// <param name="IsExact">True where it lets nothing through that the filter does not.</param>
internal sealed record SqlCondition(string Filter, string? Sql, bool IsExact)
{
    /// <summary>What no row fulfils.</summary>
    internal const string Never = "1 = 0";

    /// <summary>
    /// Which of the rows that come the filter may not let through; null where that cannot be said. Where no row is of that kind
    /// the condition has been exact.
    /// </summary>
    internal string? Doubt { get; init; } = IsExact ? Never : null;

    /// <summary>A filter of which SQL answers nothing.</summary>
    internal static SqlCondition None(string filter) => new(filter, null, IsExact: false);
}
