using IncidentTrail.Sql;

namespace IncidentTrail.Tests.Sql;

/// <summary>A table as somebody has made it: its columns, its keys, and what a key of an object makes of them.</summary>
internal sealed record TableForm(
    string Name, IReadOnlyList<(string Name, string Type)> Columns, IReadOnlyList<(string Name, string Type)> Keys,
    IReadOnlyDictionary<string, string> Parameters, Func<TrailLog, IReadOnlyList<string>> Values)
{
    private const string Issuer = "struct<type:string,principalid:string,arn:string,accountid:string,username:string>";

    // As AWS's documentation has it, with what it lacks.
    private static readonly (string, string)[] s_documented =
    [
        ("eventversion", "string"),
        ("useridentity", "struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,"
            + "username:string,onbehalfof:struct<userid:string,identitystorearn:string>,sessioncontext:struct<attributes:"
            + "struct<mfaauthenticated:string,creationdate:string>,sessionissuer:" + Issuer + ",ec2roledelivery:string,"
            + "webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>>>"),
        ("eventtime", "string"), ("eventsource", "string"), ("eventname", "string"), ("awsregion", "string"),
        ("sourceipaddress", "string"), ("useragent", "string"), ("errorcode", "string"), ("errormessage", "string"),
        ("requestparameters", "string"), ("responseelements", "string"), ("additionaleventdata", "string"), ("requestid", "string"),
        ("eventid", "string"), ("readonly", "string"), ("resources", "array<struct<arn:string,accountid:string,type:string>>"),
        ("eventtype", "string"), ("apiversion", "string"), ("recipientaccountid", "string"), ("serviceeventdetails", "string"),
        ("sharedeventid", "string"), ("vpcendpointid", "string"), ("eventcategory", "string"),
        ("tlsdetails", "struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string>"),
    ];

    // What was written before 2018, and is copied since.
    private static readonly (string, string)[] s_old =
    [
        .. s_documented.Where(c => c.Item1 is not ("useridentity" or "eventcategory" or "tlsdetails" or "additionaleventdata")),
        ("useridentity", "struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,"
            + "username:string,sessioncontext:struct<attributes:struct<mfaauthenticated:string,creationdate:string>,sessionissuer:" + Issuer
            + ",ec2roledelivery:string,webidfederationdata:map<string,string>>>"),
        ("additionaleventdata", "string"),
    ];

    internal static IReadOnlyList<TableForm> All { get; } =
    [
        new("ours", TrailColumns.All, TrailColumns.Keys,
            new Dictionary<string, string> { ["projection.enabled"] = "true", ["projection.date.format"] = "yyyy/MM/dd" },
            log => [log.AccountId!, log.Region!, Day(log, "yyyy'/'MM'/'dd")]),
        new("projected", s_documented, [("timestamp", "string")],
            new Dictionary<string, string> { ["projection.enabled"] = "true", ["projection.timestamp.format"] = "yyyy/MM/dd" },
            log => [Day(log, "yyyy'/'MM'/'dd")]),
        new("manual", s_old, [("region", "string"), ("year", "string"), ("month", "string"), ("day", "string")],
            new Dictionary<string, string>(),
            log => [log.Region!, Day(log, "yyyy"), Day(log, "MM"), Day(log, "dd")]),
        new("organization", [.. s_documented, ("managementevent", "boolean")],
            [("account", "string"), ("region", "string"), ("date", "string")], new Dictionary<string, string>(),
            log => [log.AccountId!, log.Region!, Day(log, "yyyy'-'MM'-'dd")]),
        new("controltower", s_documented, [("account", "bigint"), ("region", "string"), ("year", "int"), ("month", "int"), ("day", "int")],
            new Dictionary<string, string>(),
            log => [log.AccountId!.TrimStart('0'), log.Region!, Day(log, "yyyy"), Day(log, "%M"), Day(log, "%d")]),
    ];

    internal TrailTable Table => new(
        new TableName("audit", Name), Columns.Select(column => TableColumn.Of(column.Name, column.Type)),
        Keys.Select(key => TableColumn.Of(key.Name, key.Type)), Parameters);

    private static string Day(TrailLog log, string format) =>
        log.DeliveryTimeUtc!.Value.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
}
