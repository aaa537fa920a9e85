using System.Text;
using IncidentTrail.Benchmarks.Comparison;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>All objects saved into a folder that is new each time, against <c>rclone copy</c>, start and end of both in the time.</summary>
internal sealed class SavingRows(BucketOptions options, ServedBucket bucket)
{
    private const string Save = "Save-IncidentTrailLog in pwsh";
    private const string Copy = "rclone copy --transfers 64";

    private readonly string _folder = Path.Combine(options.Work, "saved");
    private readonly DirectoryInfo _before = new(Path.Combine(options.Work, "saved before"));

    internal void Measure(StringBuilder text, string what)
    {
        var module = ServedBucket.Module(
            Save, $"Save-IncidentTrailLog '{PlainQuery.Quote(_folder)}' -BucketName {SlowBucket.Name} -EndpointUrl {bucket.Url}");
        var rclone = Rclone();
        Delete();
        _before.Create();
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var reader in new[] { module, rclone }.OfType<BucketReader>())
            {
                reader.Run(isTimed: round > 0);
                bucket.CheckReads(reader, times: 1);
                bucket.CheckFiles(reader, _folder);
                // Not deleted yet: ext4 without a journal looks at each file deleted a while ago again for each one it creates.
                Directory.Move(_folder, Path.Combine(_before.FullName, $"{round} {(reader == module ? "module" : "rclone")}"));
            }

            Console.Error.WriteLine(round == 0 ? "both saved the same files" : $"round {round} of {options.Rounds} done");
        }

        Delete();
        BucketRace.Table(text, "Saved into a new folder, " + what, "× rclone", rclone, (Save, module), (Copy, rclone));
    }

    private void Delete()
    {
        foreach (var left in new[] { _folder, _before.FullName }.Where(Directory.Exists))
            Directory.Delete(left, recursive: true);
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
