namespace IncidentTrail.Tests.Sql;

/// <summary>Combinations of filters by chance, each by its number.</summary>
internal static class AwkwardQueries
{
    private static readonly string[] s_names =
        ["StartIncident", "*Incident*", "start?ncident", "[a-s]*", "100%", "Blue_Print", "Blue?Print", "Quo'te", "*'*", "Back\\slash", "kelvin", "*elvin",
        "\u03C3\u03C3\u03C3", "LongS", "lon[g]s", "*\n*", "*Face", "??Face", "*", "x' OR '1'='1", "Delete`*", "List*"];

    private static readonly string[] s_sources = ["ssm-incidents", "ssm-*", "*", "SSM-CONTACTS.amazonaws.com", "signin", "gamma-*", "i?m"];
    private static readonly string[] s_callers =
        ["nora*", "*lindqvist", "Wei_Zhang", "wei?zhang", "o'brien", "*%*", "root", "root/*", "Unknown", "Responder_1/*", "*per\\se", "kim", "*ophia",
        "arn:aws:iam::*:user/team/*", "*assumed-role*", "events.amazonaws.com", "94482488-3041", "111122223333/*", "*:role/Responder_1", "ro*"];

    private static readonly string[] s_addresses =
        ["203.0.113.0/24", "203.0.113.7", "203.0.0.0/9", "2001:db8::/32", "2001:db8::1", "AWS*", "*.amazonaws.com", "0.0.0.0/0", "198.51.100.?", "::ffff:203.0.113.0/120"];

    private static readonly string[] s_resources = ["*incident-record*", "*plan_1*", "*/2-abc", "arn:aws:ssm-contacts*", "*b\u00FCro", "*"];
    private static readonly string[] s_errors = ["AccessDenied", "AccessDenied*", "*unauthorized", "*", "Client?Unauthorized"];
    private static readonly string[] s_keys = ["AKIA*", "ASIA14*", "*example", "*"];
    private static readonly string[] s_categories = ["Management", "Data", "Insight", "Network*", "*"];
    private static readonly string[] s_accounts = [.. AwkwardRecords.Accounts, "0123*", "12345678901", "*"];
    private static readonly string[] s_regions = [.. AwkwardRecords.Regions, "EU-WEST-1", "eu-*", "*-1"];

    internal static TrailQuery Number(int number)
    {
        var random = new Random(number);
        bool May(int one) => random.Next(one) == 0;
        IReadOnlyList<string> Some(int one, string[] from) =>
            May(one) ? [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => AwkwardRecords.One(random, from))] : [];
        var start = May(3) ? AwkwardRecords.FirstDay.AddMinutes(random.Next(5 * 24 * 60)) : (DateTime?)null;
        var end = May(3) ? (start ?? AwkwardRecords.FirstDay).AddMinutes(1 + random.Next(3 * 24 * 60)).AddMilliseconds(random.Next(1000)) : (DateTime?)null;
        return new TrailQuery
        {
            AllServices = !May(3), EventSource = Some(4, s_sources), EventName = Some(3, s_names), Caller = Some(4, s_callers),
            SourceIPAddress = Some(5, s_addresses), ResourceArn = Some(6, s_resources), ErrorCode = Some(7, s_errors), AccessKeyId = Some(7, s_keys),
            EventCategory = May(2) ? ["*"] : Some(3, s_categories), AccountId = Some(5, s_accounts), Region = Some(5, s_regions),
            EventId = May(9) ? [.. Enumerable.Range(0, 40).Select(_ => $"{random.Next(AwkwardRecords.Count):X8}-aa00-4000-8000-000000000000")] : [],
            Failed = May(6) ? May(2) : null, ChangesOnly = May(8), Access = May(8) ? [(TrailAccess)random.Next(6)] : [],
            Category = May(10) ? [(TrailCategory)random.Next(7)] : [], StartTimeUtc = start, EndTimeUtc = end,
            EventNamesOf = May(9)
                ? new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["iam.amazonaws.com"] = ["StartIncident", "TagResource"] }
                : new Dictionary<string, IReadOnlyList<string>>(),
        };
    }

    /// <summary>Combinations of filters that SQL can say exactly, most of them.</summary>
    internal static TrailQuery OfCallers(int number, TrailCallerGrouping by = TrailCallerGrouping.Session)
    {
        var random = new Random(number);
        bool May(int one) => random.Next(one) == 0;
        IReadOnlyList<string> Some(int one, params string[] from) =>
            May(one) ? [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => AwkwardRecords.One(random, from))] : [];
        var start = May(2) ? AwkwardRecords.FirstDay.AddMinutes(random.Next(4 * 24 * 60)).AddMilliseconds(random.Next(1000)) : (DateTime?)null;
        var end = May(2) ? (start ?? AwkwardRecords.FirstDay).AddMinutes(60 + random.Next(4 * 24 * 60)).AddMilliseconds(random.Next(1000)) : (DateTime?)null;
        return new TrailQuery
        {
            CallersAlone = true, CallersBy = by, AllServices = !May(3), EventSource = Some(5, "ssm-incidents", "*", "SSM-CONTACTS.amazonaws.com", "signin"),
            EventName = Some(4, "StartIncident", "*", "Blue_Print", "100%", "x' OR '1'='1", "Delete`*", "List*", "Quo'te", "Back\\slash"),
            SourceIPAddress = Some(8, "AWS*", "203.0.113.7", "198.51.100.1"), ErrorCode = Some(8, "AccessDenied", "AccessDenied*", "*"),
            AccessKeyId = Some(8, "AKIA14EXAMPLE", "ASIA*", "*"), EventCategory = May(2) ? ["*"] : Some(4, s_categories),
            AccountId = Some(6, s_accounts), Region = Some(6, s_regions), UserAgent = Some(9, "aws-cli/2.0", "Console*"),
            EventId = May(12) ? [.. Enumerable.Range(0, 60).Select(_ => $"{random.Next(AwkwardRecords.Count):X8}-aa00-4000-8000-000000000000")] : [],
            Failed = May(8) ? May(2) : null, ChangesOnly = May(9), Access = May(9) ? [(TrailAccess)random.Next(6)] : [],
            Category = May(11) ? [(TrailCategory)random.Next(7)] : [], Caller = Some(20, "nora*"), StartTimeUtc = start, EndTimeUtc = end,
        };
    }
}
