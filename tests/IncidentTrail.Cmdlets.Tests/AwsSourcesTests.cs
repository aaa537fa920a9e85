using IncidentTrail.PowerShell;

namespace IncidentTrail.Cmdlets.Tests;

public sealed class AwsSourcesTests : IDisposable
{
    private readonly RecordedConnector _connector = new();
    private readonly GivenSession _session = new() { Region = "eu-west-1", Stored = () => new TrailCredential("ASIA", "secret") };
    private readonly List<CmdletRun> _runs = [];

    public void Dispose() => _runs.ForEach(run => run.Dispose());

    [Fact]
    public void A_bucket_and_a_trail_are_opened_as_the_parameters_say_by_one_connection()
    {
        using var given = new SaveIncidentTrailLogCommand
        {
            BucketName = "trail", KeyPrefix = "logs", OrganizationId = "o-exampleorgid",
            RequestPayer = "requester", TrailName = "main",
        };
        var aws = Sources(given, new RecordedCmdlet());

        aws.OpenBucket(includeDigests: true);
        aws.OpenTrail();

        Assert.Equal(("trail", "logs", "o-exampleorgid"), (_connector.Bucket!.BucketName, _connector.Bucket.KeyPrefix, _connector.Bucket.OrganizationId));
        Assert.Equal((true, true), (_connector.Bucket.IncludeDigests, _connector.Bucket.RequesterPays));
        Assert.Equal(("main", false, true), (_connector.Trail!.Name, _connector.Trail.IncludeDigests, _connector.Trail.RequesterPays));
        Assert.Same(_connector.Connections[0], _connector.Connections[1]);
    }

    [Fact]
    public void A_connection_takes_the_parameters_and_what_the_session_has()
    {
        using var given = new SaveIncidentTrailLogCommand
        {
            ProfileName = ["audit"], ProfileLocation = "credentials", RoleArn = ["arn:aws:iam::111122223333:role/reader"],
            Credential = new System.Collections.Hashtable { ["AccessKey"] = "AKID", ["SecretKey"] = "secret" },
        };

        Sources(given, new RecordedCmdlet()).OpenHistory("s3://trail/");
        var connection = Assert.Single(_connector.Connections);

        Assert.Equal(("audit", "/full/credentials"), (connection.ProfileName, connection.ProfileLocation));
        Assert.Equal(("AKID", "ASIA", "eu-west-1"), (connection.Credential!().AccessKey, connection.SessionCredential!().AccessKey, connection.SessionRegion));
        Assert.Equal("123456 of serial", connection.MfaCode!("serial"));
        Assert.Equal(["arn:aws:iam::111122223333:role/reader"], _connector.History!.RoleArns);
    }

    [Fact]
    public void An_object_without_credentials_is_a_fault_that_names_its_type()
    {
        using var given = new SaveIncidentTrailLogCommand { BucketName = "trail", Credential = new Version(1, 0) };

        var fault = Assert.Throws<TrailSourceException>(() => Sources(given, new RecordedCmdlet()).OpenBucket()).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("Version", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_connector.Connections);
    }

    public static TheoryData<SaveIncidentTrailLogCommand, string> Senseless => new()
    {
        { new() { Key = ["1.json.gz"], KeyPrefix = "logs" }, "Key" },
        { new() { OrganizationId = "exampleorgid" }, "OrganizationId" },
        { new() { ProfileName = ["a", "b"] }, "ProfileName" },
        { new() { RoleArn = ["a", "b"] }, "RoleArn" },
    };

    [Theory, MemberData(nameof(Senseless), DisableDiscoveryEnumeration = true)]
    public void Parameters_that_make_no_sense_together_end_the_cmdlet(SaveIncidentTrailLogCommand given, string parameter)
    {
        var error = EndedException.Of(() => Sources(given, new RecordedCmdlet()).Check());

        Assert.Equal(("TrailArgument", parameter), (error.FullyQualifiedErrorId, error.TargetObject));
    }

    [Fact]
    public void Several_roles_are_one_sweep_each_of_Event_history()
    {
        using var given = new SaveIncidentTrailLogCommand { RoleArn = ["a", "b"] };

        Sources(given, new RecordedCmdlet()).Check(withHistory: true);
    }

    [Fact]
    public void A_throttle_limit_that_limits_nothing_is_told_of()
    {
        using var given = new SaveIncidentTrailLogCommand { BucketName = "trail", ThrottleLimit = 8 };
        var idle = new RecordedCmdlet { Given = ["ThrottleLimit"] };
        var fetching = new RecordedCmdlet { Given = ["ThrottleLimit"] };
        var aws = Sources(given, fetching);
        aws.OpenBucket();

        aws.RemarkOnLimit();
        Sources(given, idle).RemarkOnLimit();

        Assert.Empty(fetching.Said);
        Assert.StartsWith("warning -ThrottleLimit", Assert.Single(idle.Said), StringComparison.Ordinal);
        Assert.Equal(8, aws.ThrottleLimit);
    }

    private AwsSources Sources(TrailBucketCommand given, RecordedCmdlet cmdlet)
    {
        var run = new CmdletRun(cmdlet);
        _runs.Add(run);
        return new AwsSources(given, run, _session, () => _connector);
    }
}
