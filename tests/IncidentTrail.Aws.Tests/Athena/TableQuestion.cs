using IncidentTrail.Aws.Athena;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.S3;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>A bucket, and Athena without a table over it yet, as the module would make one.</summary>
internal sealed class TableQuestion : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("incidenttrail-table-").FullName;

    public AthenaServer Server { get; } = new();

    public BucketServer Bucket { get; } = new();

    /// <summary>The clock that is waited by while it is made.</summary>
    public LeapingClock Clock { get; } = new();

    /// <summary>Athena's endpoint is given; the bucket's is the profile's.</summary>
    public TrailConnection Connection
    {
        get
        {
            var file = Path.Combine(_folder, "credentials");
            File.WriteAllText(file, $"[mine]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = secret\nregion = eu-west-1\nendpoint_url = {Bucket.Url}\n");
            return new TrailConnection { ProfileName = "mine", ProfileLocation = file, EndpointUrl = Server.Http.Url.ToString() };
        }
    }

    private static TrailAthena Asked => new() { Table = "audit.trail" };

    public static TrailTablePlace Place(string? prefix = null, string[]? accounts = null, string[]? regions = null) =>
        new() { BucketName = "trail", KeyPrefix = prefix, AccountId = accounts ?? [], Region = regions ?? [] };

    public void Put(string key) => Bucket.Content.Put(key, "{}");

    public string Statement(TrailTablePlace place) => new AwsConnector().AthenaTableStatement(Connection, Asked, place, default);

    /// <summary>The statement for what is given.</summary>
    public string Given() => Statement(Place(accounts: ["111122223333"], regions: ["eu-west-1"]));

    public void Create(bool replace = false) =>
        new TableMaker(Asked).Create(ResolvedConnection.Of(Connection, default, clock: Clock), Given(), replace);

    public void Dispose()
    {
        Server.Dispose();
        Bucket.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
