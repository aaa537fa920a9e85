using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sources.Files;

/// <summary>A copy of a trail's bucket in a folder of its own, and readings of a day of it.</summary>
public abstract class CopyOnDisk : IDisposable
{
    protected const string Days = "AWSLogs/111122223333/CloudTrail/us-east-1/";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidenttrail-");
    private int _records;

    protected string Folder => _folder.FullName;

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static string Name(string minute, string account = "111122223333", string region = "us-east-1") =>
        $"{account}_CloudTrail_{region}_{minute}_AbCdEfGh12345678.json.gz";

    protected static TrailQuery Day(int slack = 1) => Narrowed([], [], slack);

    protected static TrailQuery Narrowed(string[] accounts, string[] regions, int slack = 1, string? name = null) => new()
    {
        EventName = name is null ? [] : [name],
        AllServices = true, AccountId = accounts, Region = regions, DeliverySlack = TimeSpan.FromDays(slack),
        StartTimeUtc = new DateTime(2026, 3, 10, 0, 0, 0, DateTimeKind.Utc), EndTimeUtc = new DateTime(2026, 3, 11, 0, 0, 0, DateTimeKind.Utc),
    };

    private protected LogReading.LogAnswer Read(TrailQuery query) => LogReading.ReadSource(new FileSource([Folder]), query);

    // A log with an event of the window, the account and the Region asked for, whatever its name says.
    protected string Put(string folder, string name)
    {
        var path = Path.Combine(Folder, folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = "{\"Records\":[{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"Root\"},\"eventTime\":\"2026-03-10T12:00:00Z\","
            + $"\"awsRegion\":\"us-east-1\",\"recipientAccountId\":\"111122223333\",\"eventName\":\"StartIncident\",\"eventID\":\"{++_records}\"}}]}}";
        File.WriteAllBytes(path, GzipBytes.Of(text));
        return name;
    }
}
