namespace IncidentTrail.Sql;

/// <summary>The columns of the table that is made here: every field of a record, under the names that Hive makes of them.</summary>
internal static class TrailColumns
{
    private const string Issuer = "struct<type:string,principalid:string,arn:string,accountid:string,username:string>";

    private const string Session =
        "struct<attributes:struct<mfaauthenticated:string,creationdate:string>,sessionissuer:" + Issuer
        + ",webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>,ec2roledelivery:string,"
        + "assumedroot:string,sourceidentity:string,signinsessionarn:string>";

    private const string Identity =
        "struct<type:string,principalid:string,arn:string,accountid:string,accesskeyid:string,username:string,invokedby:string,"
        + "sessioncontext:" + Session + ",onbehalfof:struct<userid:string,identitystorearn:string>,credentialid:string,"
        + "identityprovider:string,inscopeof:struct<sourcearn:string,sourceaccount:string,issuertype:string,credentialsissuedto:string>,"
        + "invokedbydelegate:struct<accountid:string>>";

    /// <summary>Each column with its type.</summary>
    internal static IReadOnlyList<(string Name, string Type)> All { get; } =
    [
        ("eventversion", "string"), ("useridentity", Identity), ("eventtime", "string"), ("eventsource", "string"),
        ("eventname", "string"), ("awsregion", "string"), ("sourceipaddress", "string"), ("useragent", "string"),
        ("errorcode", "string"), ("errormessage", "string"), ("requestparameters", "string"), ("responseelements", "string"),
        ("additionaleventdata", "string"), ("requestid", "string"), ("eventid", "string"), ("readonly", "string"),
        ("resources", "array<struct<arn:string,arnprefix:string,accountid:string,type:string>>"), ("eventtype", "string"),
        ("apiversion", "string"), ("managementevent", "string"), ("recipientaccountid", "string"), ("serviceeventdetails", "string"),
        ("sharedeventid", "string"), ("vpcendpointid", "string"), ("vpcendpointaccountid", "string"), ("eventcategory", "string"),
        ("addendum", "struct<reason:string,updatedfields:string,originalrequestid:string,originaleventid:string>"),
        ("sessioncredentialfromconsole", "string"), ("eventcontext", "string"), ("edgedevicedetails", "string"),
        ("tlsdetails", "struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string,keyexchange:string>"),
        ("annotation", "string"), ("insightdetails", "string"),
    ];

    /// <summary>The keys of its partitions.</summary>
    internal static IReadOnlyList<(string Name, string Type)> Keys { get; } = [("account", "string"), ("region", "string"), ("date", "string")];

    /// <summary>The members of <c>useridentity</c>, by their paths.</summary>
    internal static IReadOnlyList<string> UserIdentity { get; } = [.. Paths(HiveType.Parse(Identity), "")];

    private static IEnumerable<string> Paths(HiveType type, string before) => type.Members.SelectMany(member =>
        member.Value.Name == "struct" ? Paths(member.Value, before + member.Key + ".") : [before + member.Key]);
}
