using IncidentTrail.Sources.History;

namespace IncidentTrail.Tests.Sources.History;

public sealed class HistoryProgressTests
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_is_the_part_of_the_window_behind_the_reading()
    {
        var coverage = new TrailCoverage();
        var source = coverage.Open(HistoryProgress.SourceName);
        source.Reach("111122223333", "us-east-1").ExtendBack(Noon.AddHours(-1));
        source.Reach("111122223333", "eu-west-1").ExtendBack(Noon.AddHours(-3));

        var progress = HistoryProgress.Of(coverage, new TrailQuery { StartTimeUtc = Noon.AddHours(-4) }, Noon);

        Assert.Equal((75, Noon.AddHours(-3)), progress);
    }

    [Fact]
    public void Before_the_first_answer_there_is_none() =>
        Assert.Null(HistoryProgress.Of(new TrailCoverage(), new TrailQuery(), Noon));
}
