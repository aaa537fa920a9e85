using static IncidentTrail.SampleTrail.Identities;
using static IncidentTrail.SampleTrail.Places;

namespace IncidentTrail.SampleTrail;

/// <summary>The services, the roles they act in, and the programs of the application account.</summary>
internal static class Services
{
    private const string AlarmService = "ssm-incidents.alarms.cloudwatch.amazonaws.com";
    private const string AlarmRole = "AWSServiceRoleForCloudWatchAlarms_ActionSSMIncidents";
    private const string IncidentManagerService = "ssm-incidents.amazonaws.com";
    private const string IncidentManagerRole = "AWSServiceRoleForIncidentManager";

    /// <summary>CloudWatch, when an alarm's action starts an incident.</summary>
    public static readonly Caller CloudWatch = ServiceLinked(AlarmService, AlarmRole, "CloudWatchAlarms");

    /// <summary>Incident Manager itself: engages contacts, opens the parent OpsItem, writes timeline entries.</summary>
    public static readonly Caller IncidentManager =
        ServiceLinked(IncidentManagerService, IncidentManagerRole, "IncidentManager");

    public static readonly Caller AutoScaling =
        ServiceLinked("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling", "AutoScaling", Application);

    public static readonly Caller CloudTrail = Itself("cloudtrail.amazonaws.com");

    public static readonly Caller EcsTasks = Itself("ecs-tasks.amazonaws.com");

    /// <summary>EventBridge in a role of the customer's: the service passes on what the rule asks for.</summary>
    public static readonly Caller EventRule = new("AssumedRole", null,
        at => Role(Operations, "/service-role/", "StartIncidentFromRule", Ids.Hex("event rule session", 32),
            at, invokedBy: "events.amazonaws.com"), "events.amazonaws.com", "events.amazonaws.com")
    { ViaService = true };

    /// <summary>The pipeline that deploys the shop, seen in its own account.</summary>
    public static readonly Caller Deployer = new("AssumedRole", "checkout-deployer/deploy-4711",
        at => Role(Application, "/", "checkout-deployer", "deploy-4711", at), "198.51.100.64", Agents.Python);

    /// <summary>The same pipeline, as the operations account's copy of the record shows it.</summary>
    public static readonly Caller DeployerFromOutside = new("AwsAccount", null,
        _ => OtherAccount(Application, Ids.Principal("AROA", Application + "/" + "checkout-deployer") + ":deploy-4711"),
        "198.51.100.64", Agents.Python);

    /// <summary>The shop's tasks.</summary>
    public static readonly Caller ShopTask = new("AssumedRole", "checkout-task/3c1f6a",
        at => Role(Application, "/", "checkout-task", "3c1f6a", at), "198.51.100.65", Agents.Java);

    /// <summary>Secrets Manager decrypting for the shop's tasks: their credentials, passed on.</summary>
    public static readonly Caller ShopTaskThroughSecretsManager = new("AssumedRole", "checkout-task/3c1f6a",
        at => Role(Application, "/", "checkout-task", "3c1f6a", at,
            invokedBy: "secretsmanager.amazonaws.com"), "secretsmanager.amazonaws.com", "secretsmanager.amazonaws.com")
    { ViaService = true };

    /// <summary>A dashboard that reads alarms.</summary>
    public static readonly Caller Dashboard = new("AssumedRole", "dashboard-reader/dashboard",
        at => Role(Operations, "/", "dashboard-reader", "dashboard", at), "198.51.100.80", Agents.Java);

    private static Caller ServiceLinked(string service, string role, string session, string account = Operations) =>
        new("AssumedRole", role,
            at => Role(account, $"/aws-service-role/{service}/", role, session, at, invokedBy: service),
            service, service)
        { IsService = true };

    private static Caller Itself(string service) =>
        new("AwsService", service, _ => Service(service), service, service) { IsService = true };
}
