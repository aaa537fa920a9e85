namespace IncidentTrail.SampleTrail;

/// <summary>The organization's accounts, Regions and Incident Manager resources.</summary>
internal static class Places
{
    public const string Organization = "o-exampleorg1";
    public const string Bucket = "amzn-s3-demo-bucket";

    /// <summary>The account that runs Incident Manager and the organization trail.</summary>
    public const string Operations = "111122223333";

    /// <summary>The account in which the shop runs.</summary>
    public const string Application = "444455556666";

    public const string UsEast = "us-east-1";
    public const string EuWest = "eu-west-1";

    public const string CheckoutPlan = "arn:aws:ssm-incidents::111122223333:response-plan/checkout";
    public const string GameDayPlan = "arn:aws:ssm-incidents::111122223333:response-plan/game-day";
    public static readonly string ReplicationSet =
        "arn:aws:ssm-incidents::111122223333:replication-set/" + Ids.Uuid("replication set");

    public static string Incident(string plan, string seed) =>
        $"arn:aws:ssm-incidents::{Operations}:incident-record/{plan}/{Ids.Uuid("incident " + seed)}";

    public static string Contact(string alias) => $"arn:aws:ssm-contacts:{UsEast}:{Operations}:contact/{alias}";

    public static string Channel(string alias, string name) =>
        $"arn:aws:ssm-contacts:{UsEast}:{Operations}:contact-channel/{alias}/{Ids.Uuid($"channel {alias} {name}")}";

    public static string Engagement(string alias, string seed) =>
        $"arn:aws:ssm-contacts:{UsEast}:{Operations}:engagement/{alias}/{Ids.Uuid($"engagement {alias} {seed}")}";

    public static string Page(string alias, string seed) =>
        $"arn:aws:ssm-contacts:{UsEast}:{Operations}:page/{alias}/{Ids.Uuid($"page {alias} {seed}")}";

    public static string Alarm(string name) => $"arn:aws:cloudwatch:{UsEast}:{Operations}:alarm:{name}";

    public static string OpsItem(string seed) => $"arn:aws:ssm:{UsEast}:{Operations}:opsitem/oi-{Ids.Hex(seed, 12)}";
}
