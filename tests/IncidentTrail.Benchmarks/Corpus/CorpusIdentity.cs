namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>A caller of the corpus: its userIdentity, and where it calls from.</summary>
internal sealed record CorpusIdentity(string Json, string Address, string Agent)
{
    private static readonly string[] Services =
        ["autoscaling", "cloudformation", "config", "elasticloadbalancing", "events", "lambda", "monitoring", "eks"];

    private static readonly string[] People =
        ["alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy", "mallory", "niaj"];

    private static readonly string[] Roles =
        ["app-server", "batch-worker", "ci-deploy", "data-pipeline", "edge-proxy", "node-group", "payments-api", "search-indexer"];

    private static readonly string[] Agents =
    [
        "aws-sdk-java/2.31.6 Linux/5.10.234-225.921.amzn2.x86_64 OpenJDK_64-Bit_Server_VM/21.0.6+7-LTS Java/21.0.6 vendor/Amazon.com_Inc.",
        "Boto3/1.37.18 md/Botocore#1.37.18 ua/2.1 os/linux#6.1.129-138.220.amzn2023.x86_64 md/arch#x86_64 lang/python#3.12.9 md/pyimpl#CPython cfg/retry-mode#standard Botocore/1.37.18",
        "aws-sdk-go-v2/1.36.3 ua/2.1 os/linux lang/go#1.23.6 md/GOOS#linux md/GOARCH#amd64 api/ec2#1.203.1 m/E",
        "aws-cli/2.24.22 md/awscrt#0.23.8 ua/2.1 os/linux#6.1.0 md/arch#x86_64 lang/python#3.12.9 md/pyimpl#CPython cfg/retry-mode#standard md/prompt#off md/command#ec2.describe-instances",
        "APN/1.0 HashiCorp/1.0 Terraform/1.9.8 (+https://www.terraform.io) terraform-provider-aws/5.81.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.32.6",
    ];

    private const string Browser =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36";

    /// <summary>The callers of an account, more of the kinds that call more. The same each time.</summary>
    internal static CorpusIdentity[] Cast(string account)
    {
        var random = new Random(account[0] * 7919);
        var made = new List<CorpusIdentity>();
        for (var i = 0; i < 240; i++)
        {
            made.Add((i % 40) switch
            {
                < 14 => Workload(account, random, Roles[i % Roles.Length]),
                < 26 => Service(Services[i % Services.Length]),
                < 29 => ServiceLinked(account, random, Services[i % Services.Length]),
                < 32 => Person(account, random, People[random.Next(People.Length)]),
                < 38 => User(account, random, $"svc-{People[i % People.Length]}{i}"),
                38 => i == 38 ? Root(account) : CenterUser(account, random),
                _ => i % 80 == 39 ? Federated(account, random) : Other(random),
            });
        }
        return [.. made];
    }

    private static CorpusIdentity Workload(string account, Random random, string role)
    {
        var id = Id(random, "AROA");
        var session = random.Next(2) == 0 ? $"i-0{Hex(random, 16)}" : $"{role}-{random.Next(10, 99)}";
        return new CorpusIdentity(
            AssumedRole(account, id, session, $"role/{role}", role, Id(random, "ASIA"), mfa: false,
                session[0] == 'i' ? ",\"ec2RoleDelivery\":\"2.0\"" : string.Empty),
            $"10.{random.Next(8)}.{random.Next(256)}.{random.Next(1, 255)}", Agents[random.Next(Agents.Length)]);
    }

    /// <summary>A session that was just begun: a task's is named by an id of its own, a function's is named as all of the function's.</summary>
    internal static CorpusIdentity Begun(string account, Random random, DateTime begun)
    {
        var number = random.Next(Roles.Length);
        var id = Id(new Random(account[0] * 104729 + number), "AROA");
        var session = random.Next(6) == 0 ? $"orders-{random.Next(30)}" : Hex(random, 32);
        var json = AssumedRole(account, id, session, $"role/{Roles[number]}", Roles[number], Id(random, "ASIA"), mfa: false, string.Empty);
        return new CorpusIdentity(
            json.Replace("2026-01-01T23:50:11Z", $"{begun:yyyy-MM-dd'T'HH:mm:ss'Z'}", StringComparison.Ordinal),
            $"10.{random.Next(8)}.{random.Next(256)}.{random.Next(1, 255)}", Agents[random.Next(Agents.Length)]);
    }

    private static CorpusIdentity Person(string account, Random random, string person)
    {
        var role = $"AWSReservedSSO_PowerUser_{Hex(new Random(account[0]), 16)}";
        return new CorpusIdentity(
            AssumedRole(account, Id(random, "AROA"), $"{person}@example.com", $"role/aws-reserved/sso.amazonaws.com/{role}", role,
                Id(random, "ASIA"), mfa: false, string.Empty),
            $"203.0.113.{random.Next(1, 255)}", Browser);
    }

    private static CorpusIdentity ServiceLinked(string account, Random random, string service)
    {
        var role = $"AWSServiceRoleFor{char.ToUpperInvariant(service[0])}{service[1..]}";
        return new CorpusIdentity(
            AssumedRole(account, Id(random, "AROA"), service, $"role/aws-service-role/{service}.amazonaws.com/{role}", role,
                Id(random, "ASIA"), mfa: false, string.Empty)[..^1] + $",\"invokedBy\":\"{service}.amazonaws.com\"}}",
            $"{service}.amazonaws.com", $"{service}.amazonaws.com");
    }

    private static CorpusIdentity Service(string service) => new(
        $$$$"""{"type":"AWSService","invokedBy":"{{{{service}}}}.amazonaws.com"}""", $"{service}.amazonaws.com", $"{service}.amazonaws.com");

    private static CorpusIdentity User(string account, Random random, string name) => new(
        $$$$"""{"type":"IAMUser","principalId":"{{{{Id(random, "AIDA")}}}}","arn":"arn:aws:iam::{{{{account}}}}:user/{{{{name}}}}","accountId":"{{{{account}}}}","accessKeyId":"{{{{Id(random, "AKIA")}}}}","userName":"{{{{name}}}}"}""",
        $"198.51.100.{random.Next(1, 255)}", Agents[random.Next(Agents.Length)]);

    private static CorpusIdentity Root(string account) => new(
        $$$$"""{"type":"Root","principalId":"{{{{account}}}}","arn":"arn:aws:iam::{{{{account}}}}:root","accountId":"{{{{account}}}}","accessKeyId":"","sessionContext":{"attributes":{"creationDate":"2026-01-01T22:00:00Z","mfaAuthenticated":"true"}}}""",
        "203.0.113.7", Browser);

    private static CorpusIdentity CenterUser(string account, Random random) => new(
        $$$$"""{"type":"IdentityCenterUser","accountId":"{{{{account}}}}","onBehalfOf":{"userId":"{{{{Guid(random)}}}}","identityStoreArn":"arn:aws:identitystore::{{{{account}}}}:identitystore/d-9067642ac7"},"credentialId":"{{{{Hex(random, 32)}}}}"}""",
        $"203.0.113.{random.Next(1, 255)}", Browser);

    private static CorpusIdentity Federated(string account, Random random) => new(
        $$$$"""{"type":"FederatedUser","principalId":"{{{{account}}}}:kim","arn":"arn:aws:sts::{{{{account}}}}:federated-user/kim","accountId":"{{{{account}}}}","accessKeyId":"{{{{Id(random, "ASIA")}}}}","sessionContext":{"sessionIssuer":{"type":"IAMUser","principalId":"{{{{Id(random, "AIDA")}}}}","arn":"arn:aws:iam::{{{{account}}}}:user/broker","accountId":"{{{{account}}}}","userName":"broker"},"webIdFederationData":{},"attributes":{"creationDate":"2026-01-01T23:10:04Z","mfaAuthenticated":"false"}}}""",
        $"203.0.113.{random.Next(1, 255)}", Agents[3]);

    private static CorpusIdentity Other(Random random) => new(
        $$$$"""{"type":"AWSAccount","principalId":"{{{{Id(random, "AROA")}}}}:scanner","accountId":"999988887777"}""",
        $"192.0.2.{random.Next(1, 255)}", Agents[1]);

    private static string AssumedRole(
        string account, string id, string session, string path, string role, string key, bool mfa, string more) =>
        $$$$"""{"type":"AssumedRole","principalId":"{{{{id}}}}:{{{{session}}}}","arn":"arn:aws:sts::{{{{account}}}}:assumed-role/{{{{role}}}}/{{{{session}}}}","accountId":"{{{{account}}}}","accessKeyId":"{{{{key}}}}","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"{{{{id}}}}","arn":"arn:aws:iam::{{{{account}}}}:{{{{path}}}}","accountId":"{{{{account}}}}","userName":"{{{{role}}}}"},"attributes":{"creationDate":"2026-01-01T23:{{{{id.Length * 7 % 50 + 10}}}}:11Z","mfaAuthenticated":"{{{{(mfa ? "true" : "false")}}}}"}{{{{more}}}}}}""";

    internal static string Id(Random random, string prefix) => prefix + new string(random.GetItems<char>("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16));

    internal static string Hex(Random random, int length) => new(random.GetItems<char>("0123456789abcdef", length));

    internal static Guid Guid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
