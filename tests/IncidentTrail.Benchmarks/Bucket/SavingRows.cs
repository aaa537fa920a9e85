using System.Text;
using IncidentTrail.Benchmarks.Comparison;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>All objects saved into a folder that is new each time, against <c>rclone copy</c>, start and end of both in the time.</summary>
internal sealed class SavingRows(BucketOptions options, ServedBucket bucket)
{
    private const string Save = "Save-IncidentTrailLog in pwsh";
    private const string Copy = "rclone copy --transfers 64";

    private readonly string _folder = Path.Combine(options.Work, "saved");

    internal void Measure(StringBuilder text, string what)
    {
        var module = ServedBucket.Module(
            Save, $"Save-IncidentTrailLog '{PlainQuery.Quote(_folder)}' -BucketName {SlowBucket.Name} -EndpointUrl {bucket.Url}");
        var rclone = Rclone();
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var reader in new[] { module, rclone }.OfType<BucketReader>())
            {
                if (Directory.Exists(_folder))
                    Directory.Delete(_folder, recursive: true);
                reader.Run(isTimed: round > 0);
                bucket.CheckReads(reader, times: 1);
                bucket.CheckFiles(reader, _folder);
            }

            Console.Error.WriteLine(round == 0 ? "both saved the same files" : $"round {round} of {options.Rounds} done");
        }

        BucketRace.Table(text, "Saved into a new folder, " + what, "× rclone", rclone, (Save, module), (Copy, rclone));
    }

    private BucketReader? Rclone() => Tool.Find("rclone") is not { } rclone ? null : new BucketReader(
        Copy, rclone, "copy", "slow:" + SlowBucket.Name, _folder, "--transfers", "64")
    {
        Settings =
        {
            ["RCLONE_CONFIG_SLOW_TYPE"] = "s3", ["RCLONE_CONFIG_SLOW_PROVIDER"] = "Other", ["RCLONE_CONFIG_SLOW_ENV_AUTH"] = "true",
            ["RCLONE_CONFIG_SLOW_ENDPOINT"] = bucket.Url, ["RCLONE_CONFIG_SLOW_LIST_VERSION"] = "2",
        },
    };
}
