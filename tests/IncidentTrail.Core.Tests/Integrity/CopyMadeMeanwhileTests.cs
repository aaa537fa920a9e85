using System.Globalization;
using IncidentTrail.Integrity;

namespace IncidentTrail.Tests.Integrity;

/// <summary>A copy that was made in the middle of an hour, by whatever program, and is tested long after.</summary>
public sealed class CopyMadeMeanwhileTests : IDisposable
{
    private static readonly DateTime s_made = ChainMaker.Begin.AddHours(18);

    private readonly string _folder = Directory.CreateTempSubdirectory("meanwhile").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_digest_of_it_is_missing_and_it_is_intact_as_far_as_its_digests_reach()
    {
        var trail = new ChainMaker().Hours(24);
        _ = new ChainMaker(trail.Objects) { Region = "eu-west-1", Now = ChainMaker.Begin.AddMinutes(-15) }.Hours(24);
        foreach (var later in trail.Objects.Keys.Where(key => WrittenUtc(key.Key) > s_made).ToList())
            trail.Objects.Remove(later);
        MadeCopy.Write(trail, _folder);

        var whole = await OfAsync(trail, null);

        Assert.DoesNotContain("Missing", whole.NotValid, StringComparison.Ordinal);
        Assert.Contains("Unlisted", whole.NotValid, StringComparison.Ordinal);
        var reached = whole.Summary.CoveredUntilTimeUtc;
        Assert.InRange(reached!.Value, s_made.AddHours(-3), s_made);
        Assert.DoesNotContain("Unlisted", (await OfAsync(trail, reached)).NotValid, StringComparison.Ordinal);
    }

    // A digest comes up to an hour and a quarter after its end.
    private static DateTime WrittenUtc(string key)
    {
        var name = key[(key.LastIndexOf('/') + 1)..];
        var time = DateTime.ParseExact(name[name.IndexOf("2026", StringComparison.Ordinal)..][..13], "yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);
        return key.Contains("Digest", StringComparison.Ordinal) ? time.AddMinutes(75) : time;
    }

    private Task<Verdicts> OfAsync(ChainMaker trail, DateTime? endUtc) => Verdicts.OfAsync(
        new LocalCopy([_folder]), MadeKeys.Usual.With("eu-west-1", ChainMaker.Pkcs1(ChainMaker.FirstKey)),
        Verdicts.Scope(trail) with { EndUtc = endUtc, NowUtc = s_made.AddDays(30) });
}
