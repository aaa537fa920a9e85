using System.Text;
using IncidentTrail.Benchmarks.Comparison;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>The first query in a pwsh of its own each time, against <c>aws s3 cp --recursive</c>.</summary>
internal sealed class ReadingRows(BucketOptions options, ServedBucket bucket)
{
    private const string Query = "Get-IncidentTrailEvent in pwsh";
    private const string Copy = "aws s3 cp --recursive";

    internal void Measure(StringBuilder text, string what)
    {
        var module = ServedBucket.Module(Query, bucket.Query);
        var cli = Cli();
        BucketReader[] readers = [.. new[] { module, cli }.OfType<BucketReader>()];
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var reader in readers)
            {
                var printed = reader.Run(isTimed: round > 0);
                bucket.CheckReads(reader, times: 1);
                if (reader == module)
                    bucket.CheckEvents(reader, printed);
            }

            Console.Error.WriteLine(round == 0 ? "both read the same objects" : $"round {round} of {options.Rounds} done");
        }

        BucketRace.Table(text, what, "times as fast", cli, (Query, module), (Copy, cli));
    }

    private BucketReader? Cli() => (options.Aws ?? Tool.Find("aws")) is not { } aws ? null : new BucketReader(
        Copy, aws, "s3", "cp", "--recursive", "--only-show-errors", "--endpoint-url", bucket.Url, $"s3://{SlowBucket.Name}/",
        Path.Combine(options.Work, "copy"));
}
