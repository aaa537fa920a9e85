using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sql;

/// <summary>
/// What the partitions of a table are told apart by, as far as it is known: account, Region, and a day or its year, month and
/// day. Each becomes conditions on the keys alone, so that no other partition is opened.
/// </summary>
internal sealed class PartitionKeys
{
    private static readonly string[] s_accounts = ["account", "accountid", "account_id", "awsaccount", "aws_account", "aws_account_id"];
    private static readonly string[] s_regions = ["region", "aws_region", "awsregion"];
    private static readonly string[] s_days = ["date", "timestamp", "day", "dt", "event_date", "eventdate", "partition_date", "datehour"];

    private readonly TableColumn? _account;
    private readonly TableColumn? _region;
    private readonly DayKey? _day;
    private readonly DatePartsKey? _parts;

    private PartitionKeys(TableColumn? account, TableColumn? region, DayKey? day, DatePartsKey? parts) =>
        (_account, _region, _day, _parts) = (account, region, day, parts);

    /// <summary>The keys of a table.</summary>
    internal static PartitionKeys Of(IReadOnlyList<TableColumn> keys, IReadOnlyDictionary<string, string> parameters)
    {
        TableColumn? Named(params string[] names) => keys.FirstOrDefault(key => names.Contains(key.Name));
        var parts = Named("year") is { } year ? new DatePartsKey(year, Named("month"), Named("day")) : null;
        var day = parts is null ? Named(s_days) : null;
        return new PartitionKeys(
            Named(s_accounts), Named(s_regions),
            day is null ? null : new DayKey(day, parameters.GetValueOrDefault($"projection.{day.Name}.format")), parts);
    }

    /// <summary>True where a window chooses among the partitions.</summary>
    internal bool HasDays => _day is not null || _parts is not null;

    /// <summary>The conditions that choose the partitions of a query, each on keys alone.</summary>
    internal IReadOnlyList<string> Conditions(TrailQuery query)
    {
        var window = new DeliveryWindow(query.StartTimeUtc, query.EndTimeUtc, query.DeliverySlack);
        return [.. new[] { Account(query.AccountId), Region(query.Region), _day?.Condition(window), _parts?.Condition(window) }.OfType<string>()];
    }

    // As a folder is chosen: where each account is named in full.
    private string? Account(IReadOnlyList<string> accounts)
    {
        if (_account is null || accounts.Count == 0 || !accounts.All(account => LogFolders.IsAccount(account)))
            return null;
        var values = accounts.Distinct().Select(account =>
            _account.Type.IsText ? SqlText.Literal(account) : account.TrimStart('0') is { Length: > 0 } number ? number : "0");
        return In(_account, [.. values]);
    }

    private string? Region(IReadOnlyList<string> regions)
    {
        var names = regions.Select(region => region.ToLowerInvariant()).Distinct().ToList();
        return _region is not { Type.IsText: true } || names.Count == 0 || !names.All(region => LogFolders.IsRegion(region))
            ? null : In(_region, [.. names.Select(SqlText.Literal)]);
    }

    private static string In(TableColumn key, IReadOnlyList<string> values) =>
        values.Count == 1 ? $"{key.Sql} = {values[0]}" : $"{key.Sql} IN ({string.Join(", ", values)})";
}
